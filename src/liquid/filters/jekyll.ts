import { UserError } from '../../util/error.ts'
import { className, inspect, joinArray, memberText, textOf } from '../../util/inspect.ts'
import { generateJson } from '../../util/json.ts'
import { downcase, splitWords, strip } from '../../util/ruby-text.ts'
import { slugify } from '../../util/slugify.ts'
import { cgiEscape, normalizeComponent } from '../../util/uri.ts'
import { isArray, isHash, isNil, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { argumentError, noConversion, noMethodError, RubyError, typeError } from '../errors.ts'
import type { Runtime } from '../runtime.ts'
import type { SiteAccess } from '../types.ts'

// Jekyll's filters on text, and those that hand their input to another part of the program.

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => XML[character]!)

const CJK = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}'
const CJK_CHARACTER = new RegExp(`[${CJK}]`, 'gu')
const OTHER_WORD = new RegExp(`[^${CJK} \\t\\r\\n\\f\\v]+`, 'gu')
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const numberOfWords = (input: Value, [mode]: readonly Value[]): Value => {
  const counting = mode === 'cjk' || mode === 'auto'
  if (typeof input !== 'string') throw noMethodError(counting ? 'scan' : 'split', input)
  const characters = counting ? count(input, CJK_CHARACTER) : 0
  if (mode === 'cjk' || characters > 0) return characters + count(input, OTHER_WORD)
  return splitWords(input).length
}

const toSentence = (input: Value, [connector = 'and']: readonly Value[]): Value => {
  const word = textOf(connector)
  if (isArray(input)) {
    if (input.length < 2) return input.length === 0 ? '' : memberText(input[0])
    const last = memberText(input.at(-1))
    return input.length === 2
      ? `${memberText(input[0])} ${word} ${last}`
      : `${joinArray(input.slice(0, -1), ', ')}, ${word} ${last}`
  }
  if (typeof input === 'string') return sentenceOfText(input, word)
  if (isHash(input)) return sentenceOfHash(input, word)
  throw noMethodError('length', input)
}

// Strings have a length and brackets too, as far as two characters go.
const sentenceOfText = (text: string, word: string): Value => {
  const characters = [...text]
  if (characters.length < 2) return text
  if (characters.length === 2) return `${characters[0]} ${word} ${characters[1]}`
  throw noMethodError('join', characters.slice(0, -1).join(''))
}

const sentenceOfHash = (hash: ReadonlyMap<Value, Value>, word: string): Value => {
  if (hash.size === 0) return ''
  const at = (key: number): string => textOf(hash.get(key))
  if (hash.size === 1) return at(0)
  if (hash.size === 2) return `${at(0)} ${word} ${at(1)}`
  throw noMethodError('join', null)
}

const jsonify = (input: Value, _: readonly Value[], runtime: Runtime): Value => {
  for (const item of isArray(input) ? input : [input]) runtime.noteWhole(item)
  return generateJson(input, textOf)
}

const slugifyFilter = (input: Value, [mode]: readonly Value[]): Value => {
  if (isNil(input)) return null
  const name = isNil(mode) || mode === false ? 'default' : textOf(mode)
  const known = ['raw', 'default', 'pretty', 'ascii', 'latin'].includes(name)
  if (typeof input !== 'string') throw noMethodError(known ? 'gsub' : 'downcase', input)
  return typeof mode === 'string' || name === 'default' ? slugify(input, name) : downcase(input)
}

const uriEscape = (input: Value): Value => {
  if (isNil(input)) return null
  if (typeof input !== 'string') throw typeError(`Can't convert ${className(input)} into String.`)
  return normalizeComponent(input)
}

const requireText = (input: Value): string => {
  if (typeof input === 'string') return input
  throw noConversion(input, 'String')
}

type TextService = 'markdownify' | 'smartify' | 'scssify' | 'sassify'

/** Sass reads its input's text as it is; Markdown takes anything. */
const service =
  (name: TextService): Filter['apply'] =>
  (input, _, { site }) => {
    const convert: SiteAccess[TextService] = site?.[name]
    if (!convert) throw new RubyError('NoMethodError', `the ${name} filter needs a site`)
    try {
      return convert(textOf(input))
    } catch (error) {
      // What Sass finds wrong with the text is an error of the filter, at the filter's place.
      throw error instanceof UserError ? argumentError(error.message) : error
    }
  }

const plain = (change: (input: Value) => Value): Filter => ({ apply: (input) => change(input), arity: [0, 0] })

export const jekyllFilters: Readonly<Record<string, Filter>> = {
  markdownify: { apply: service('markdownify'), arity: [0, 0] },
  smartify: { apply: service('smartify'), arity: [0, 0] },
  sassify: { apply: service('sassify'), arity: [0, 0] },
  scssify: { apply: service('scssify'), arity: [0, 0] },
  slugify: { apply: slugifyFilter, arity: [0, 1] },
  xml_escape: plain((input) => escapeXml(textOf(input))),
  cgi_escape: plain((input) => cgiEscape(requireText(input))),
  uri_escape: plain(uriEscape),
  normalize_whitespace: plain((input) => strip(textOf(input).replace(/[ \t\r\n\f\v]+/g, ' '))),
  number_of_words: { apply: numberOfWords, arity: [0, 1] },
  array_to_sentence_string: { apply: toSentence, arity: [0, 1] },
  jsonify: { apply: jsonify, arity: [0, 0] },
  inspect: {
    apply: (input, _, runtime) => {
      runtime.noteWhole(input)
      return escapeXml(inspect(input))
    },
    arity: [0, 0],
  },
}
