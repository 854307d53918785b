// Values that are made when first asked for, and once.

export interface Lazy<T> {
  (): T
  /** The value where it has been asked for already; never makes it. */
  readonly made: () => T | undefined
}

export const lazy = <T>(make: () => T): Lazy<T> => {
  let made: { readonly value: T } | undefined
  const get = (): T => {
    made ??= { value: make() }
    return made.value
  }
  return Object.assign(get, { made: () => made?.value })
}
