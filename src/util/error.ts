// The one class for mistakes that a user can mend. Everything else that is thrown is a bug and keeps its stack.

/** A place in a source file; lines and columns count from 1. `path` is relative to the source folder. */
export interface Place {
  readonly path: string
  readonly line?: number | undefined
  readonly column?: number | undefined
}

export interface UserErrorDetails {
  /** What the message begins with on a terminal: 'Liquid Exception:'. Default 'Error:'. */
  readonly topic?: string | undefined
  readonly place?: Place | undefined
  /** The source line itself, shown with a caret under `place.column`. */
  readonly excerpt?: string | undefined
  /** What to do about it: one sentence. */
  readonly advice?: string | undefined
  /** Where the file at `place` was pulled in from, innermost first. */
  readonly includedFrom?: readonly Place[] | undefined
  readonly cause?: unknown
}

// A plugin that imports the package may get another copy of it than the one that runs: its errors are the same thing.
const BRAND = Symbol.for('octavo.UserError')

export class UserError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }

  readonly [BRAND] = true
  override readonly name = 'UserError'
  readonly place: Place | undefined
  readonly excerpt: string | undefined
  readonly advice: string | undefined
  readonly includedFrom: readonly Place[]
  readonly topic: string

  constructor(message: string, details: UserErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.place = details.place
    this.excerpt = details.excerpt
    this.advice = details.advice
    this.includedFrom = details.includedFrom ?? []
    this.topic = details.topic ?? 'Error:'
  }
}

/** A remark on the author's source that does not stop the build. A value: kept with the page's result and shown again from the cache. */
export interface Warning {
  /** Default 'Warning:'. */
  readonly topic?: string | undefined
  readonly message: string
  readonly place?: Place | undefined
  readonly excerpt?: string | undefined
  readonly advice?: string | undefined
}

export const formatPlace = (place: Place): string =>
  place.path + (place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`)

/** A user's error as a block of lines: message, place, the line with a caret, advice. */
export const formatUserError = (error: UserError | Warning): string => {
  const lines = [error.message]
  if (error.place) lines.push(`  at ${formatPlace(error.place)}`)
  for (const from of 'includedFrom' in error ? error.includedFrom : [])
    lines.push(`  included from ${formatPlace(from)}`)
  if (error.excerpt !== undefined) {
    lines.push('', `    ${error.excerpt.slice(0, 160)}`)
    const column = error.place?.column
    if (column !== undefined && column <= 160) lines.push(`    ${' '.repeat(Math.max(0, column - 1))}^`)
  }
  if (error.advice) lines.push('', `  ${error.advice}`)
  return lines.join('\n')
}
