import { type Drop, isDrop } from './drop.ts'
import { floatNumber, floatText } from './number.ts'
import { type Hash, isArray, isFloat, isHash, type Value } from './value.ts'

// JSON.generate and JSON.pretty_generate of Ruby's json 2.6: keys become strings, a Float keeps its point, slashes are not escaped.

/** What Ruby refuses to write: NaN and the infinities, and structures without end. */
export class JsonError extends Error {
  readonly rubyClass: string
  constructor(rubyClass: string, message: string) {
    super(message)
    this.rubyClass = rubyClass
  }
}

interface Layout {
  readonly pretty: boolean
  /** to_s: keys and values that JSON has no notation for. Handed in, since printing a drop needs JSON in turn. */
  readonly text: (value: Value) => string
}

const DEEPEST = 100

const NAMED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\f': '\\f',
  '\b': '\\b',
}

const quote = (text: string): string =>
  `"${text.replace(/["\\\u0000-\u001f]/g, (it) => NAMED[it] ?? `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`

const number = (value: number | { readonly kind: 'float'; readonly value: number }): string => {
  const plain = floatNumber(value)
  if (Number.isFinite(plain)) return floatText(value)
  throw new JsonError('JSON::GeneratorError', `${floatText(value)} not allowed in JSON`)
}

const indent = (depth: number): string => '  '.repeat(depth)

const wrap = (open: string, items: readonly string[], close: string, inner: { depth: number; pretty: boolean }) => {
  if (!inner.pretty) return open + items.join(',') + close
  // quirk(json): an empty list has an empty line, an empty hash has none.
  if (items.length === 0) return `${open}\n${open === '[' ? '\n' : ''}${indent(inner.depth - 1)}${close}`
  const start = indent(inner.depth)
  return `${open}\n${items.map((item) => start + item).join(',\n')}\n${indent(inner.depth - 1)}${close}`
}

const hash = (entries: Hash, depth: number, layout: Layout): string => {
  const colon = layout.pretty ? ': ' : ':'
  const items = [...entries].map(([key, value]) => quote(layout.text(key)) + colon + write(value, depth + 1, layout))
  return wrap('{', items, '}', { depth: depth + 1, pretty: layout.pretty })
}

const write = (value: Value, depth: number, layout: Layout): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (isFloat(value)) return number(value)
  if (typeof value === 'number') return String(value)
  if (depth >= DEEPEST) throw new JsonError('JSON::NestingError', `nesting of ${depth + 1} is too deep`)
  if (isArray(value)) {
    const items = value.map((item) => write(item, depth + 1, layout))
    return wrap('[', items, ']', { depth: depth + 1, pretty: layout.pretty })
  }
  if (isHash(value)) return hash(value, depth, layout)
  if (isDrop(value)) return hash(value.toHash({ depth }), depth, layout)
  return quote(layout.text(value))
}

/** Object#to_json. */
export const generateJson = (value: Value, text: (value: Value) => string): string =>
  write(value, 0, { pretty: false, text })

/** JSON.pretty_generate of a drop's hash. */
export const generatePrettyJson = (drop: Drop, text: (value: Value) => string): string =>
  hash(drop.toHash(), 0, { pretty: true, text })
