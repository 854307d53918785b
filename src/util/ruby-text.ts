// Ruby's String methods where JavaScript's differ: characters are code points, order is by bytes, case mapping is Unicode's.

const SURROGATE = /[\ud800-\udfff]/

/** String#length: code points. */
export const textLength = (text: string): number => {
  // Templates that count ask for the same text again and again.
  if (text.length < SHORT || text !== measured) {
    measured = text
    measuredLength = SURROGATE.test(text) ? countCodePoints(text) : text.length
  }
  return measuredLength
}

const SHORT = 32
let measured = ''
let measuredLength = 0

const countCodePoints = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

/** The characters from `start`, at most `length` of them. */
export const sliceText = (text: string, start: number, length: number): string => {
  if (!SURROGATE.test(text)) return text.slice(start, start + length)
  return [...text].slice(start, start + length).join('')
}

/** String#slice(offset, length): a negative offset counts from the end; undefined where Ruby gives nil. */
export const substring = (text: string, offset: number, length: number): string | undefined => {
  const size = textLength(text)
  const start = offset < 0 ? offset + size : offset
  if (start < 0 || start > size || length < 0) return undefined
  return sliceText(text, start, length)
}

/** String#<=>: by bytes of UTF-8, which is by code points. */
export const compareText = (a: string, b: string): number => {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return unitRank(left) < unitRank(right) ? -1 : 1
  }
  return a.length < b.length ? -1 : 1
}

// UTF-16 puts surrogates before U+E000..U+FFFF; in UTF-8 they come after.
const unitRank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

// String#strip takes null bytes away too, lstrip as well since Ruby 2.6.
const LEADING = /^[\0\t\n\v\f\r ]+/
const TRAILING = /[\0\t\n\v\f\r ]+$/
export const stripLeft = (text: string): string => text.replace(LEADING, '')
export const stripRight = (text: string): string => {
  let end = text.length
  while (end > 0 && TRAILING.test(text[end - 1]!)) end--
  return text.slice(0, end)
}
export const strip = (text: string): string => stripRight(stripLeft(text))

/** String#split without an argument: by runs of ASCII whitespace. */
export const splitWords = (text: string): string[] => {
  const words = text.split(/[\t\n\v\f\r ]+/)
  if (words[0] === '') words.shift()
  if (words[words.length - 1] === '') words.pop()
  return words
}

// A single space stays what it is: most of what is between words is that.
const RUN = /[\t\n\v\f\r][\t\n\v\f\r ]*| [\t\n\v\f\r ]+/g

/** The words with a space between them: String#split and Array#join in one. */
export const joinWords = (text: string): string => {
  const joined = text.replace(RUN, ' ')
  const from = joined.startsWith(' ') ? 1 : 0
  return joined.slice(from, joined.endsWith(' ') ? Math.max(from, joined.length - 1) : undefined)
}

const dropTrailingEmpty = (parts: string[]): string[] => {
  let end = parts.length
  while (end > 0 && parts[end - 1] === '') end--
  return end === parts.length ? parts : parts.slice(0, end)
}

/** String#split(pattern): ' ' means whitespace, '' means characters; trailing empty pieces go. */
export const splitText = (text: string, pattern: string): string[] => {
  if (text === '') return []
  if (pattern === ' ') return splitWords(text)
  return dropTrailingEmpty(pattern === '' ? [...text] : text.split(pattern))
}

/** The first of the pieces that splitText makes; undefined where there is none. */
export const firstPiece = (text: string, pattern: string): string | undefined => {
  const at = pattern === '' || pattern === ' ' ? -1 : text.indexOf(pattern)
  return at > 0 ? text.slice(0, at) : splitText(text, pattern)[0]
}

/** String#downcase, which knows no final sigma. */
export const downcase = (text: string): string => text.replaceAll('Σ', 'σ').toLowerCase()

export const upcase = (text: string): string => text.toUpperCase()

const TITLE_CASE: Readonly<Record<string, string>> = { ß: 'Ss', ﬀ: 'Ff', ﬁ: 'Fi', ﬂ: 'Fl', ﬃ: 'Ffi', ﬄ: 'Ffl', ﬅ: 'St', ﬆ: 'St', ŉ: 'ʼN', ǰ: 'J̌', ǆ: 'ǅ', ǉ: 'ǈ', ǌ: 'ǋ', ǳ: 'ǲ' } // biome-ignore format: a table

/** String#capitalize: the first character in title case, all others in lower case. */
export const capitalize = (text: string): string => {
  const first = text.codePointAt(0)
  if (first === undefined) return ''
  const head = String.fromCodePoint(first)
  return (TITLE_CASE[head] ?? head.toUpperCase()) + downcase(text.slice(head.length))
}

/** String#casecmp's order: bytes with ASCII letters folded. */
export const compareIgnoringCase = (a: string, b: string): number => compareText(foldAscii(a), foldAscii(b))
const foldAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

// String#sub and #gsub read \0, \1, \&, \` and \' in the replacement, even where the pattern is a plain string.
const expandReplacement = (replacement: string, matched: string, before: string, after: string): string =>
  replacement.replace(/\\([0-9&`'\\])/g, (_, code: string) => {
    if (code === '0' || code === '&') return matched
    if (code === '`') return before
    if (code === "'") return after
    if (code === '\\') return '\\'
    return ''
  })

/** String#sub with a string pattern. */
export const replaceFirst = (text: string, pattern: string, replacement: string): string => {
  const at = text.indexOf(pattern)
  if (at < 0) return text
  const after = text.slice(at + pattern.length)
  const before = text.slice(0, at)
  return (
    before + (replacement.includes('\\') ? expandReplacement(replacement, pattern, before, after) : replacement) + after
  )
}

/** String#gsub with a string pattern; the empty pattern matches between all characters. */
export const replaceAll = (text: string, pattern: string, replacement: string): string => {
  if (pattern === '') {
    const plain = replacement.includes('\\') ? expandReplacement(replacement, '', '', '') : replacement
    return plain + [...text].map((character) => character + plain).join('')
  }
  if (!text.includes(pattern)) return text
  if (!replacement.includes('\\'))
    return replacement.includes('$')
      ? text.replaceAll(pattern, () => replacement)
      : text.replaceAll(pattern, replacement)
  let output = ''
  let from = 0
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, from)) {
    const after = text.slice(at + pattern.length)
    output += text.slice(from, at) + expandReplacement(replacement, pattern, text.slice(0, at), after)
    from = at + pattern.length
  }
  return output + text.slice(from)
}
