// Single places of a style sheet at which Dart Sass stops where LibSass went on: what the text becomes so that it goes on there too.

/** What Sass stopped at: its complaint, and the place as offsets into the text. */
export interface SassStop {
  readonly complaint: string
  readonly start: number
  readonly end: number
}

type Mend = (text: string, stop: SassStop) => string | undefined

const replace = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

const DECLARATIONS = /(?:\s*[-\w*]+\s*:(?:[^;{}#]|#(?:\{[^{}]*\})?)*(?:;|(?=\})))+/y
const BOUNDS = [';', '{', '}', '*/']

const startOfStatement = (text: string, before: number): number =>
  Math.max(
    ...BOUNDS.map((mark) => {
      const at = text.lastIndexOf(mark, before - 1)
      return at < 0 ? 0 : at + mark.length
    }),
  )

// `@media (width) { color: red }` in no rule says nothing to a browser: the declaration makes room for blanks.
const dropDeclarations: Mend = (text, { start }) => {
  const from = startOfStatement(text, start)
  DECLARATIONS.lastIndex = from
  const found = DECLARATIONS.exec(text)?.[0]
  if (found === undefined || from + found.length < start) return undefined
  return replace(text, from, from + found.length, found.replace(/[^\n]/g, ' '))
}

const MENDS: readonly (readonly [complaint: RegExp, mend: Mend])[] = [
  [/^expected "\{"/, dropDeclarations],
  // @media screen and(...)
  [/^Expected whitespace/, (text, { start }) => replace(text, start, start, ' ')],
  // calc(100%-2px)
  [
    /^"\+" and "-" must be surrounded/,
    (text, { start, end }) => replace(text, start, end, ` ${text.slice(start, end)} `),
  ],
  // @extend .a.b
  [
    /^compound selectors may no longer be extended/,
    (text, { start, end }) => replace(text, start, end, text.slice(start, end).replace(/(?<=[^\s,:])[.#:[%]/g, ', $&')),
  ],
  // color(--a) and color(green a(10%)), functions of an author's own processor
  [
    /Unknown color space|^\$description: /,
    (text, { start, end }) => {
      const call = text.slice(start, end)
      return /^color\((?:[^"'\\#$]|#\{[^"'\\{}]*\})*\)$/.test(call)
        ? replace(text, start, end, `unquote("${call}")`)
        : undefined
    },
  ],
  // .1st and #1st, which CSS writes with an escape
  [
    /^Expected identifier/,
    (text, { start }) =>
      /[.#]/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(start))
        ? replace(text, start, start + 1, `\\3${text.charAt(start)} `)
        : undefined,
  ],
]

/** Whether a complaint is one that may be mended where it stands. */
export const isMendable = (complaint: string): boolean => MENDS.some(([known]) => known.test(complaint))

/** The text with the place mended that Sass stopped at; undefined where nothing is known for it. */
export const mendPlace = (text: string, stop: SassStop): string | undefined => {
  const mended = MENDS.find(([known]) => known.test(stop.complaint))?.[1](text, stop)
  return mended === text ? undefined : mended
}
