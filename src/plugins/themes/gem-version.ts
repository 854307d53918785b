// Versions of gems: their order, and the requirements of a Gemfile or a gem. Counterpart: Gem::Version and Gem::Requirement.

type Segment = number | string

const VERSION = /^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z.-]+)?$/

/** Is this text a version at all? */
export const isVersion = (text: string): boolean => text.length <= 64 && VERSION.test(text)

// '1.0-rc.1' counts as 1.0.pre.rc.1.
const segmentsOf = (version: string): Segment[] =>
  (version.replace(/-/g, '.pre.').match(/[0-9]+|[a-z]+/gi) ?? []).map((part) =>
    /^\d/.test(part) ? Number(part) : part,
  )

// Zeros at the end of the numbers, and at the end of it all, say nothing: 1.0.a is 1.a, and 1.0 is 1.
const canonical = (version: string): Segment[] => {
  const segments = segmentsOf(version)
  const letters = segments.findIndex((segment) => typeof segment === 'string')
  const parts = letters < 0 ? [segments] : [segments.slice(0, letters), segments.slice(letters)]
  return parts.flatMap((part) => part.slice(0, part.findLastIndex((segment) => segment !== 0) + 1))
}

const compareSegments = (a: Segment, b: Segment): number => {
  if (typeof a === 'string' && typeof b === 'number') return -1
  if (typeof a === 'number' && typeof b === 'string') return 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Below 0 where `a` is the older one. */
export const compareVersions = (a: string, b: string): number => {
  const left = canonical(a)
  const right = canonical(b)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareSegments(left[i] ?? 0, right[i] ?? 0)
    if (order !== 0) return order
  }
  return 0
}

/** Has it letters in it? */
export const isPrerelease = (version: string): boolean => /[a-z-]/i.test(version)

// What '~> 2.5.1' stops short of: 2.6.
const bump = (version: string): string => {
  const segments = segmentsOf(version)
  const letters = segments.findIndex((segment) => typeof segment === 'string')
  const numbers = letters < 0 ? segments : segments.slice(0, letters)
  const kept = numbers.length > 1 ? numbers.slice(0, -1) : numbers
  return [...kept.slice(0, -1), Number(kept.at(-1) ?? 0) + 1].join('.')
}

const release = (version: string): string => {
  const segments = segmentsOf(version)
  const letters = segments.findIndex((segment) => typeof segment === 'string')
  return (letters < 0 ? segments : segments.slice(0, letters)).join('.')
}

const REQUIREMENT = /^\s*(=|!=|>=|<=|~>|>|<)?\s*(\d[0-9A-Za-z.-]*)\s*$/

const satisfiesOne = (version: string, requirement: string): boolean => {
  const [, operator = '=', wanted = ''] = REQUIREMENT.exec(requirement) ?? []
  if (wanted === '') return false
  const order = compareVersions(version, wanted)
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return order > 0
    case '<':
      return order < 0
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    default:
      return order >= 0 && compareVersions(release(version), bump(wanted)) < 0
  }
}

/** Does a version meet every one of `requirements`, such as '~> 2.5'? One that cannot be read is met by none. */
export const satisfies = (version: string, requirements: readonly string[]): boolean =>
  requirements.every((requirement) => satisfiesOne(version, requirement))

/**
 * The newest of `versions` that meets the requirements. As in Ruby, one with letters in it counts only where there is no other,
 * or where a requirement names such a one.
 */
export const newest = <T>(
  versions: readonly T[],
  versionOf: (item: T) => string,
  requirements: readonly string[] = [],
): T | undefined => {
  const fitting = versions.filter((item) => satisfies(versionOf(item), requirements))
  const asked = requirements.some((requirement) => /[a-z]/i.test(requirement))
  const releases = asked ? [] : fitting.filter((item) => !isPrerelease(versionOf(item)))
  const pool = releases.length > 0 ? releases : fitting
  return pool.toSorted((a, b) => compareVersions(versionOf(b), versionOf(a)))[0]
}
