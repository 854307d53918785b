import { type Drop, isDrop } from './drop.ts'
import { generatePrettyJson } from './json.ts'
import { floatText } from './number.ts'
import { dateText, inspectDate, inspectTime, timeText } from './time.ts'
import { type Hash, isArray, isDate, isFloatValue, isHash, isRange, isTime, type Value } from './value.ts'

// Ruby's to_s and inspect: how values print.

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r', '\f': '\\f', '\v': '\\v', '\b': '\\b', '\u0007': '\\a', '\u001b': '\\e' } // biome-ignore format: a table

// A next line (U+0085) is a space, and shows as it is.
const SPECIAL = /["\\]|#(?=[{$@])|(?!\x85)[\p{Cc}\p{Cn}\p{Cs}\u2028\u2029]/gu

const escapeCharacter = (character: string): string => {
  const known = ESCAPES[character]
  if (known !== undefined) return known
  if (character === '#') return '\\#'
  const code = character.codePointAt(0)!.toString(16).toUpperCase()
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}

/** V8 ends the process over more matches of a pattern than this in one text. */
const LONGEST = 2 ** 26

/** String#inspect. Throws RangeError for what is longer than any text of a page. */
export const inspectString = (text: string): string => {
  if (text.length > LONGEST) throw new RangeError('Invalid string length')
  return `"${text.replace(SPECIAL, escapeCharacter)}"`
}

const DEEPEST = 100

const inspectHash = (hash: Hash, depth: number): string => {
  if (hash.size === 0) return '{}'
  return `{${[...hash].map(([key, value]) => `${inspectAt(key, depth)}=>${inspectAt(value, depth)}`).join(', ')}}`
}

/** By itself a drop is what to_liquid makes of its object; inside an array or a hash it is the object. */
const inspectDrop = (drop: Drop, depth: number): string => {
  const own = depth > 1 || drop.inspectsAsClass ? drop.inspectText() : undefined
  if (own !== undefined) return own
  return drop.isHash ? inspectHash(drop.toHash(), depth) : generatePrettyJson(drop, textOf)
}

const inspectAt = (value: Value, depth: number): string => {
  if (value === null || value === undefined) return 'nil'
  if (typeof value === 'string') return inspectString(value)
  if (typeof value !== 'object' || isFloatValue(value) || isRange(value)) return textOf(value)
  // Ruby prints a container inside itself as [...]; only a drop's endless neighbours come as deep as this.
  if (depth > DEEPEST) return isArray(value) ? '[...]' : '{...}'
  if (isArray(value)) return `[${value.map((item) => inspectAt(item, depth + 1)).join(', ')}]`
  if (isHash(value)) return inspectHash(value, depth + 1)
  if (isTime(value)) return inspectTime(value)
  if (isDate(value)) return inspectDate(value)
  if (isDrop(value)) return inspectDrop(value, depth + 1)
  return inspectForeign(value)
}

/** Objects of Ruby's that are no data, and of liquidjs plugins: their own text where they have one. */
const inspectForeign = (value: object): string => {
  if ('rubyClass' in value) return `#<${String(value.rubyClass)}>`
  const text = Object.hasOwn(value, 'toString') || Object.getPrototypeOf(value) !== Object.prototype
  return text ? String(value) : '#<Object>'
}

/** Object#inspect. */
export const inspect = (value: Value): string => inspectAt(value, 0)

/** Object#to_s: what `{{ value }}` prints, save that an array there is joined. */
export const textOf = (value: Value): string => {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      return Number.isInteger(value) ? String(value) : floatText(value)
    case 'bigint':
    case 'boolean':
      return String(value)
    case 'object':
      return value === null ? '' : textOfObject(value)
    default:
      return ''
  }
}

const textOfObject = (value: object): string => {
  if (isArray(value) || isHash(value)) return inspect(value)
  if (isDrop(value)) return value.isHash ? inspect(value) : (value.text() ?? value.rubyClass)
  if (isFloatValue(value)) return floatText(value)
  if (isTime(value)) return timeText(value)
  if (isDate(value)) return dateText(value)
  if (isRange(value)) return `${value.first}..${value.last}`
  return 'rubyClass' in value ? '' : inspectForeign(value)
}

/** Ruby's to_s of an object that is still in its list: a page among them prints its content. */
export const memberText = (item: Value): string => (isDrop(item) ? item.text() : undefined) ?? textOf(item)

/** Array#join: nested arrays are flattened. */
export const joinArray = (items: readonly Value[], separator: string): string =>
  items.every((item) => typeof item === 'string')
    ? items.join(separator)
    : items.map((item) => (isArray(item) ? joinArray(item, separator) : memberText(item))).join(separator)

/** What a tag or `{{ }}` puts out. */
export const outputText = (value: Value): string => {
  if (typeof value === 'string') return value
  return isArray(value) ? joinArray(value, '') : textOf(value)
}

/** The class's name as error messages give it. */
export const className = (value: Value): string => {
  if (value === null || value === undefined) return 'NilClass'
  if (value === true) return 'TrueClass'
  if (value === false) return 'FalseClass'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'Integer'
  if (typeof value === 'number' || isFloatValue(value)) return 'Float'
  if (isArray(value)) return 'Array'
  if (isHash(value)) return 'Hash'
  if (isDate(value)) return 'Date'
  if (isTime(value)) return 'Time'
  if (isRange(value)) return 'Range'
  if (isDrop(value)) return value.isHash ? 'Hash' : value.rubyClass
  return 'rubyClass' in value ? String(value.rubyClass) : 'Object'
}

/** NoMethodError's message. An inspect that shows the class already stands alone. */
export const missingMethod = (method: string, receiver: Value): string => {
  const shown = inspect(receiver)
  return `undefined method \`${method}' for ${shown.startsWith('#') ? shown : `${shown}:${className(receiver)}`}`
}
