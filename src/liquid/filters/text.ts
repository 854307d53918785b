import { textOf } from '../../util/inspect.ts'
import { capitalize, downcase, replaceAll, replaceFirst, sliceText, splitText, splitWords, strip, stripLeft, stripRight, substring, textLength, upcase } from '../../util/ruby-text.ts' // biome-ignore format: one list
import { cgiEscape, cgiUnescape } from '../../util/uri.ts'
import { isArray, isNil, isTruthy, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { argumentError, RubyError } from '../errors.ts'
import { toInteger } from '../evaluate.ts'

// Liquid's filters on strings.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '>': '&gt;',
  '<': '&lt;',
  '"': '&quot;',
  "'": '&#39;',
}
const toEntity = (character: string): string => ENTITIES[character] ?? character

/** The entities by character code: escaping is among the most frequent things that a layout does. */
const BY_CODE: readonly (string | undefined)[] = Array.from(
  { length: 63 },
  (_, code) => ENTITIES[String.fromCharCode(code)],
)

export const escapeHtml = (text: string): string => {
  let output = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const entity = code < 63 ? BY_CODE[code] : undefined
    if (entity === undefined) continue
    output += text.slice(from, at) + entity
    from = at + 1
  }
  return from === 0 ? text : output + text.slice(from)
}

/** A filter of one string: anything else is taken as its text. */
const simple = (change: (text: string) => Value): Filter => ({ apply: (input) => change(textOf(input)), arity: [0, 0] })

const nilSafe = (change: (text: string) => Value): Filter => ({
  apply: (input) => (isNil(input) ? null : change(textOf(input))),
  arity: [0, 0],
})

const AMBIGUOUS = /["><']|&(?!([a-zA-Z]+|(#\d+));)/g

/** The blocks that strip_html takes out whole, with their content. Scanned by hand: an unclosed one must not cost the square of the text. */
const BLOCKS: readonly (readonly [open: string, close: string])[] = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
]

const stripBlocks = (text: string): string => {
  const ends = BLOCKS.map(() => 0)
  let output = ''
  let from = 0
  const opening = /<script|<!--|<style/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const index = BLOCKS.findIndex(([open]) => open === match![0])
    const [open, close] = BLOCKS[index]!
    if (ends[index] === -1) continue
    const end = text.indexOf(close, match.index + open.length)
    ends[index] = end
    if (end < 0) continue
    output += text.slice(from, match.index)
    from = end + close.length
    opening.lastIndex = from
  }
  return output + text.slice(from)
}

const stripTags = (text: string): string => {
  let output = ''
  let from = 0
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
    const close = text.indexOf('>', open + 1)
    if (close < 0) break
    output += text.slice(from, open)
    from = close + 1
  }
  return output + text.slice(from)
}

const slice = (input: Value, [offset, length]: readonly Value[]): Value => {
  const start = toInteger(offset)
  const count = isTruthy(length) ? toInteger(length) : 1
  if (!isArray(input)) return substring(textOf(input), start, count) ?? ''
  const from = start < 0 ? start + input.length : start
  return from < 0 || from > input.length || count < 0 ? [] : input.slice(from, from + count)
}

const truncate = (input: Value, [length = 50, ending = '...']: readonly Value[]): Value => {
  if (isNil(input)) return null
  const text = textOf(input)
  const most = toInteger(length)
  const tail = textOf(ending)
  if (textLength(text) <= most) return text
  return sliceText(text, 0, Math.max(0, most - textLength(tail))) + tail
}

const truncateWords = (input: Value, [count = 15, ending = '...']: readonly Value[]): Value => {
  if (isNil(input)) return null
  const words = splitWords(textOf(input))
  const last = Math.max(0, toInteger(count) - 1)
  return words.length > last ? words.slice(0, last + 1).join(' ') + textOf(ending) : input
}

const urlDecode = (text: string): string => {
  const decoded = cgiUnescape(text)
  if (decoded === undefined) throw argumentError('invalid byte sequence in UTF-8')
  return decoded
}

const replacing = (replace: (text: string, pattern: string, replacement: string) => string): Filter => ({
  apply: (input, [pattern, replacement = '']) => {
    const target = textOf(replacement)
    const named = /\\k<([^>]*)>/.exec(target)
    if (named) throw new RubyError('IndexError', `undefined group name reference: ${named[1]}`)
    return replace(textOf(input), textOf(pattern), target)
  },
  arity: [1, 2],
})

const removing = (replace: (text: string, pattern: string, replacement: string) => string): Filter => ({
  apply: (input, [pattern]) => replace(textOf(input), textOf(pattern), ''),
  arity: [1, 1],
})

const replaceFilter = replacing(replaceAll)
const replaceFirstFilter = replacing(replaceFirst)
const escapeFilter = nilSafe(escapeHtml)

export const textFilters: Readonly<Record<string, Filter>> = {
  downcase: simple(downcase),
  upcase: simple(upcase),
  capitalize: simple(capitalize),
  escape: escapeFilter,
  h: escapeFilter,
  escape_once: simple((text) => text.replace(AMBIGUOUS, toEntity)),
  url_encode: nilSafe(cgiEscape),
  url_decode: nilSafe(urlDecode),
  slice: { apply: slice, arity: [1, 2] },
  truncate: { apply: truncate, arity: [0, 2] },
  truncatewords: { apply: truncateWords, arity: [0, 2] },
  split: { apply: (input, [pattern]) => splitText(textOf(input), textOf(pattern)), arity: [1, 1], role: 'split' },
  strip: simple(strip),
  lstrip: simple(stripLeft),
  rstrip: simple(stripRight),
  strip_html: simple((text) => stripTags(stripBlocks(text))),
  strip_newlines: simple((text) => text.replace(/\r?\n/g, '')),
  newline_to_br: simple((text) => text.replaceAll('\n', '<br />\n')),
  replace: replaceFilter,
  replace_first: replaceFirstFilter,
  remove: removing(replaceAll),
  remove_first: removing(replaceFirst),
  append: { apply: (input, [text]) => textOf(input) + textOf(text), arity: [1, 1] },
  prepend: { apply: (input, [text]) => textOf(text) + textOf(input), arity: [1, 1] },
}
