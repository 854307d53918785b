// Ruby's notions of white space, stripping and splitting, which kramdown's grammar is written in. They are narrower than JavaScript's:
// only ASCII characters count as space, and a dot stops at a line feed alone.

export const TAB = 9
export const LF = 10
export const SPACE = 32

/** Ruby's `\s`: tab, line feed, vertical tab, form feed, carriage return, space. */
export const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** A blank inside a line: tab or space. */
export const isBlank = (code: number): boolean => code === 32 || code === 9

// String#strip takes NUL for a space as well.
const isStripped = (code: number): boolean => code === 0 || isSpace(code)

export const lstrip = (text: string): string => {
  let start = 0
  while (start < text.length && isStripped(text.charCodeAt(start))) start++
  return start === 0 ? text : text.slice(start)
}

export const rstrip = (text: string): string => {
  let end = text.length
  while (end > 0 && isStripped(text.charCodeAt(end - 1))) end--
  return end === text.length ? text : text.slice(0, end)
}

export const strip = (text: string): string => lstrip(rstrip(text))

/** Without one final line feed. */
export const chomp = (text: string): string => (text.endsWith('\n') ? text.slice(0, -1) : text)

/** String#split: no empty pieces at the end. */
export const splitLines = (text: string): string[] => {
  const lines = text.split('\n')
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop()
  return lines
}

export const skipSpaces = (text: string, from: number): number => {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

export const skipBlanks = (text: string, from: number): number => {
  let at = from
  while (isBlank(text.charCodeAt(at))) at++
  return at
}

/** The position after up to three spaces: what kramdown lets a block start with. */
export const skipIndent = (text: string, from: number, most = 3): number => {
  let at = from
  while (at - from < most && text.charCodeAt(at) === SPACE) at++
  return at
}

/** The position after the line feed that ends the line at `from`. */
export const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

/** The position after `\s*?\n` at `from`, or -1: nothing but white space up to the end of the line. */
export const restIsBlank = (text: string, from: number): number => {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === LF) return at + 1
    if (!isSpace(code)) return -1
    at++
  }
  return -1
}

const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u

/** Whether the character at `at` is a word character, as `\b` and `\B` see it (Unicode counts there). */
export const isWordAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return false
  if (code < 128) return isAsciiWord(code)
  return WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** Ruby's `\w`. */
export const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95

const ALPHA = /\p{Alphabetic}/u
const ALNUM = /[\p{Alphabetic}\p{Nd}]/u

/** `[[:alpha:]]` of the character that starts at `at`. */
export const isAlphaAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return code >= 128 && ALPHA.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** `[[:alnum:]]` of the character that starts at `at`. */
export const isAlnumAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (code < 128) return isAsciiWord(code) && code !== 95
  return code >= 128 && ALNUM.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** `[[:alpha:]]` of the character that ends before `end`. */
export const isAlphaBefore = (text: string, end: number): boolean => {
  const code = text.charCodeAt(end - 1)
  return isAlphaAt(text, code >= 0xdc00 && code <= 0xdfff && end > 1 ? end - 2 : end - 1)
}

const GREEK_CAPITAL_SIGMA = /Σ/g

/** String#downcase: without the rule for a sigma at a word's end. */
export const downcase = (text: string): string =>
  text.includes('Σ') ? text.replace(GREEK_CAPITAL_SIGMA, 'σ').toLowerCase() : text.toLowerCase()

// What is put together piece by piece is a tree of pieces to the engine, each with a price for the collector while it lives.
export const LONG_PIECE = 2048

/** Longer pieces are never moved by the collector: of these, even very long texts have few. */
export const HUGE_PIECE = 131_072

/** The text as one piece: reading a character makes it so. */
export const flatten = (text: string): string => {
  text.charCodeAt(text.length - 1)
  return text
}
