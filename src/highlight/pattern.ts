// Patterns as the tables write them, made into regular expressions that read a text as Ruby's do.

import { asciiProperty, type FirstCharacters } from './first-characters.ts'

/** A pattern as written. A literal will do; one put together from parts is compiled only when its state is first entered. */
export interface Pattern {
  readonly source: string
  readonly flags: string
}

/**
 * A text between quotes of which a backslash takes one along. quirk(rouge): where no other quote closes it, the last of those does. Written
 * so that no backslash can be read in two ways, which would take time without end.
 */
export const quotedText = (quote: string, before = ''): Pattern => ({
  source: `${before}${quote}(?:[^${quote}\\\\]|\\\\[\\s\\S])*${quote}|${before}${quote}[\\s\\S]*${quote}`,
  flags: '',
})

/** The same, but the end of the line closes it too. */
export const quotedOnLine = (quote: string): Pattern => ({
  source: `${quote}(?:[^${quote}\\\\\\n]|\\\\(?:.|(?=\\n)))*[${quote}\\n]|${quote}[^\\n]*${quote}`,
  flags: '',
})

// Word characters beyond ASCII, near enough, in a form that every pattern takes.
const LETTERS =
  '\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02C1\\u0300-\\u037D\\u037F-\\u1FFF' +
  '\\u203F\\u2040\\u2C00-\\u2DFF\\u3005-\\u3007\\u3041-\\uD7FF\\uF900-\\uFDFF\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFFDC'
const SPACES = '\\t-\\r '

const REWRITTEN: Readonly<Record<string, string>> = {
  '^': '(?<![^\\n])',
  $: '(?![^\\n])',
  '\\s': `[${SPACES}]`,
  '\\S': `[^${SPACES}]`,
  '\\b': `(?:\\b(?![${LETTERS}])|(?<![\\w${LETTERS}])(?=[${LETTERS}])|(?<=[${LETTERS}])(?![\\w${LETTERS}]))`,
  '[^\\S\\n]': '[\\t\\v\\f\\r ]',
}

// Rewrites what JavaScript means otherwise, outside of escapes: its `.`, `^` and `$` take \r and U+2028 for line ends too, its `\s` knows
// spaces beyond ASCII, its `\b` no letters beyond it, and a lone `.` or a lone class of all but a few takes half of a character there.
const PAIR = '[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]'

const toLinePattern = (source: string, flags: string): string => {
  const whole = (one: string): string => (flags.includes('u') ? one : `(?:${PAIR}|(?!${PAIR})${one})`)
  return source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\\\]])*\]|[.^$]/g, (part, at: number) => {
    const isLone = !/[*+?{]/.test(source[at + part.length] ?? '')
    if (part === '.') return isLone ? whole('[^\\n]') : '[^\\n]'
    if (REWRITTEN[part] !== undefined) return REWRITTEN[part]
    if (!part.startsWith('[')) return part
    const written = part.includes('\\S') ? part : part.replace(/\\[\s\S]/g, (two) => (two === '\\s' ? SPACES : two))
    return isLone && (part.startsWith('[^') || part === '[\\s\\S]') ? whole(written) : written
  })
}

const sticky = (flags: string): string => [...new Set(`y${flags}`)].join('')

export const compilePattern = ({ source, flags: written }: Pattern): RegExp => {
  const flags = sticky(written)
  return new RegExp(toLinePattern(source, flags), flags)
}

const hex = (code: number): string => `\\x${code.toString(16).padStart(2, '0')}`

/** The members as they are written inside of brackets. */
const rangesOf = (set: FirstCharacters): string => {
  let ranges = ''
  for (let code = 0; code < set.length; code++) {
    if (set[code] !== 1) continue
    const first = code
    while (set[code + 1] === 1) code++
    ranges += first === code ? hex(first) : `${hex(first)}-${hex(code)}`
  }
  return ranges
}

const PIECE = /\\[pP]\{[^}]*\}|\\[\s\S]|\[(?:\\[\s\S]|[^\\\]])*\]|[.^$]/g
const PROPERTY = /\\[pP]\{[^}]*\}|\\[\s\S]/g
const inAscii = (property: string): string => rangesOf(asciiProperty(property))

const forAscii = (source: string): string =>
  source.replace(PIECE, (part) => {
    if (/^\\[pP]\{/.test(part)) return `[${inAscii(part)}]`
    if (part.startsWith('[') && part.includes('\\'))
      return part.replace(PROPERTY, (inner) => (/^\\[pP]\{/.test(inner) ? inAscii(inner) : inner))
    if (part === '.') return '[^\\n]'
    return part === '^' || part === '$' ? (REWRITTEN[part] ?? part) : part
  })

/**
 * The same for a text of ASCII only, where no class has to know about letters beyond it: such an expression takes a tenth of the time to
 * make.
 */
export const compileForAscii = (written: Pattern): RegExp => {
  if (/\\u\{/.test(written.source)) return compilePattern(written)
  return new RegExp(forAscii(written.source), sticky(written.flags.replace('u', '')))
}

const ASCII = /^[\0-\x7f]*$/

export const isAsciiText = (text: string): boolean => ASCII.test(text)
