// YAML as SafeYAML reads it: syntax by the `yaml` package (failsafe schema: scalars stay text), types by SafeYAML's own rules,
// which differ from YAML 1.1 and 1.2 alike (`yes` is true, `1e3` a string, `12:30` the float 750.0, `1,000` the integer 1000).
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml'
import { identityKey } from './compare.ts'
import { UserError } from './error.ts'
import { isWide, narrowText } from './narrow-text.ts'
import { type FloatLike, float, type Hash, integer, isArray, isHash, type Value } from './value.ts'
import { parseJson } from './yaml-json.ts'
import { findIndentingTab } from './yaml-tabs.ts'
import { parseYamlTime } from './yaml-time.ts'
import { indentFurtherLines } from './yaml-unindented.ts'

export interface YamlOptions {
  /** Shown in errors. */
  readonly path?: string
  /** The line of the file on which the text starts, from 1. */
  readonly line?: number
}

const MAX_BYTES = 32 * 1024 * 1024
const MAX_DEPTH = 400
// A value built from aliases may be walked or printed once per alias: this many nodes in all are allowed.
const MAX_NODES = 2_000_000
// Characters read again, in all, to mend quoted scalars.
const MAX_MENDED = 4_000_000

const NAMED: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['yes', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['off', false],
  ['false', false],
  ['', null],
  ['~', null],
  ['null', null],
])

const FLOAT_NAMES: ReadonlyMap<string, number> = new Map([
  ...['.inf', '.Inf', '.INF'].flatMap((name): [string, number][] => [
    [name, Infinity],
    [`-${name}`, -Infinity],
  ]),
  ...['.nan', '.NaN', '.NAN'].map((name): [string, number] => [name, Number.NaN]),
])

const DECIMAL = /^[-+]?(?:0|[1-9]\d*)$/
const OCTAL = /^0[0-7]+$/
const HEXADECIMAL = /^0x[0-9a-f]+$/i
const SIGNED_HEXADECIMAL = /^[-+]?0x[0-9a-fA-F_]+$/
const BINARY = /^0b[01]+$/
const FLOAT = /^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?$/
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/

const signedInteger = (text: string): number | bigint =>
  text.startsWith('-') ? integer(-BigInt(text.slice(1))) : integer(BigInt(text.startsWith('+') ? text.slice(1) : text))

const parseInteger = (text: string): number | bigint | undefined => {
  const digits = /[_,]/.test(text) ? text.replace(/[_,]/g, '') : text
  if (DECIMAL.test(digits)) return signedInteger(digits)
  // quirk(SafeYAML): the separators are gone for the other bases as well.
  if (OCTAL.test(digits)) return integer(BigInt(`0o${digits.slice(1)}`))
  if (HEXADECIMAL.test(digits) || BINARY.test(digits)) return integer(BigInt(digits.toLowerCase()))
  if (SIGNED_HEXADECIMAL.test(digits)) return signedInteger(digits.toLowerCase())
  return undefined
}

const parseSexagesimal = (text: string): FloatLike => {
  const [whole = '', fraction] = text.split('.')
  // quirk(SafeYAML): the sign belongs to the first part alone, and then turns the whole around.
  const parts = whole.split(':').map((part) => Number(part.replace(/_/g, '')))
  const value =
    parts.reduce((sum, part, i) => sum + part * 60 ** (parts.length - 1 - i), 0) +
    Number(`.${fraction?.replace(/_/g, '') || '0'}`)
  return float(text.startsWith('-') ? -value : value)
}

/** The value of a plain (unquoted) scalar. */
export const resolvePlainScalar = (text: string): Value => {
  const first = text.charCodeAt(0)
  const numeric =
    (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46 || first === 44 || first === 95
  if (numeric) {
    const whole = parseInteger(text)
    if (whole !== undefined) return whole
    if (SEXAGESIMAL.test(text)) return parseSexagesimal(text)
    if (FLOAT.test(text) && /\d/.test(text)) return float(Number(text.replace(/_/g, '')))
    const special = FLOAT_NAMES.get(text)
    if (special !== undefined) return float(special)
    if (SEXAGESIMAL_FLOAT.test(text)) return parseSexagesimal(text)
    return parseYamlTime(text) ?? text
  }
  if (text.length > 5) return text
  const named = NAMED.get(text.toLowerCase())
  return named === undefined ? text : named
}

interface Resolution {
  readonly text: string
  readonly anchors: Map<string, Value>
  readonly weights: Map<unknown, number>
  readonly options: YamlOptions
  nodes: number
  /** The key that waits for its value; null where none does. */
  pendingKey: Value
  /** Of each hash the keys that are objects, by what makes two of them the same key. */
  readonly objectKeys: WeakMap<Structure, Map<unknown, Value>>
}

/** The hash's own key that is the same as `key`, which becomes one where there is none. */
const ownKey = (into: Structure, key: Value, state: Resolution): Value => {
  if (typeof key !== 'object' || key === null) return key
  let known = state.objectKeys.get(into)
  if (!known) state.objectKeys.set(into, (known = new Map()))
  const same = identityKey(key)
  if (!known.has(same)) known.set(same, key)
  return known.get(same)
}

const refuse = (state: Resolution, message: string, below = 0): never => {
  throw new UserError(message, {
    place: { path: state.options.path ?? '(yaml)', line: (state.options.line ?? 1) + below },
  })
}

const linesBefore = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1

const scalarValue = (node: { value: unknown; type?: unknown; tag?: string | undefined }): Value => {
  const text = typeof node.value === 'string' ? node.value : ''
  if (node.tag === 'tag:yaml.org,2002:binary' || node.tag === '!binary')
    return Buffer.from(text, 'base64').toString('utf8')
  // quirk(SafeYAML): what has a tag, quoted or not, is of the type that it looks like, also where the tag is `!` alone.
  const isGuessed = node.tag !== undefined || node.type === 'PLAIN' || node.type === undefined
  return isGuessed ? resolvePlainScalar(text) : text
}

type Structure = Map<Value, Value> | Value[]

// quirk(SafeYAML): the parser's events are put together as they come, with one pending key for all levels. So a hash that is a key
// (`{{ x }}`) or a null one upsets what follows, `<<` takes the place it has among the keys, and one with a literal hash merges nothing.
const place = (into: Structure, value: Value, state: Resolution): void => {
  if (Array.isArray(into)) {
    into.push(value)
    return
  }
  const key = state.pendingKey
  if (key === null) {
    state.pendingKey = value
    return
  }
  state.pendingKey = null
  if (key === '<<') {
    if (!isHash(value)) refuse(state, '`<<` merges a hash, and this is none')
    else for (const [name, item] of value) into.set(ownKey(into, name, state), item)
  } else if (key !== into) into.set(ownKey(into, key, state), value)
}

// What libyaml takes for the name of an anchor: `*.md` and `**` are none.
const NAME = /^[\w-]+:?$/

const aliasValue = (node: Alias, state: Resolution): Value => {
  if (!NAME.test(node.source)) refuse(state, `Quote what begins with an asterisk: *${node.source}`)
  const value = state.anchors.get(node.source) ?? null
  state.nodes += state.weights.get(value) ?? 1
  if (state.nodes > MAX_NODES) refuse(state, 'The YAML expands through its aliases into too much data')
  return value
}

const keepAnchor = (name: string, value: Value, state: Resolution): void => {
  if (!NAME.test(name)) refuse(state, `Quote what begins with an ampersand: &${name}`)
  state.anchors.set(name, value)
}

const placeScalar = (into: Structure, node: Scalar, state: Resolution): void => {
  state.nodes += 1
  const value = trimBlockScalar(scalarValue(node), node, state)
  if (node.anchor !== undefined) keepAnchor(node.anchor, value, state)
  place(into, value, state)
}

const placeNode = (into: Structure, node: Node | null | undefined, state: Resolution, depth: number): void => {
  if (depth > MAX_DEPTH) refuse(state, `The YAML is nested more than ${MAX_DEPTH} levels deep`)
  if (node === null || node === undefined) place(into, null, state)
  else if (isAlias(node)) place(into, aliasValue(node, state), state)
  else if (isScalar(node)) placeScalar(into, node, state)
  else placeCollection(into, node, state, depth)
}

// A key that is not even asked for with `?`.
const isMissing = (key: Node | null, text: string): boolean => {
  if (!isScalar(key) || key.range === null || key.range === undefined) return false
  const [start, end] = key.range
  return (
    start === end && text[start] === ':' && !/\?[ \t]*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))
  )
}

const placeCollection = (into: Structure, node: Node, state: Resolution, depth: number): void => {
  const before = state.nodes
  state.nodes += 1
  const value: Structure = isMap(node) ? new Map() : []
  place(into, value, state)
  if (isMap(node)) {
    for (const { key, value: item } of node.items) {
      if (node.flow !== true && isMissing(key as Node | null, state.text)) refuse(state, 'A colon has no key before it')
      placeNode(value, key as Node | null, state, depth + 1)
      placeNode(value, item as Node | null, state, depth + 1)
    }
  } else if (isSeq(node)) for (const item of node.items) placeNode(value, item as Node | null, state, depth + 1)
  if (node.anchor === undefined) return
  keepAnchor(node.anchor, value, state)
  state.weights.set(value, state.nodes - before)
}

const resolveDocument = (node: Node | null, state: Resolution): Value => {
  const root: Value[] = []
  placeNode(root, node, state, 0)
  return root[0] ?? null
}

// libyaml gives a block scalar at the very end of the input no final newline when the input itself has none.
const trimBlockScalar = (value: Value, node: Node, state: Resolution): Value => {
  const type = (node as { type?: string }).type
  if ((type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') || typeof value !== 'string' || state.text.endsWith('\n'))
    return value
  const atEnd = (node.range?.[1] ?? 0) >= state.text.length
  return atEnd && value.endsWith('\n') && !value.endsWith('\n\n') ? value.slice(0, -1) : value
}

const IGNORED_ERRORS = new Set(['MULTIPLE_DOCS', 'DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_DIRECTIVE'])

type Parsed = ReturnType<typeof parseDocument>

const columnOf = (text: string, at: number): number => at - text.lastIndexOf('\n', at - 1)

// libyaml stops where a document can have no more: behind a scalar or a flow collection, or at a line that starts further left than the
// first one. Nobody asks what stands there.
const isBehindDocument = ({ contents }: Parsed, error: Parsed['errors'][number], text: string): boolean => {
  const [start, , end] = contents?.range ?? []
  if (error.code !== 'UNEXPECTED_TOKEN' || start === undefined || end === undefined || error.pos[0] < end) return false
  const isBlock = (isMap(contents) || isSeq(contents)) && !contents.flow
  return !isBlock || (error.linePos?.[0].col ?? 1) < columnOf(text, start)
}

const failOnErrors = (document: Parsed, text: string, options: YamlOptions): void => {
  const error = document.errors.find(({ code }) => !IGNORED_ERRORS.has(code))
  if (!error || isBehindDocument(document, error, text)) return
  const at = error.linePos?.[0]
  const line = at === undefined ? undefined : at.line + (options.line ?? 1) - 1
  const message = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'invalid YAML'
  throw new UserError(`Invalid YAML: ${message}`, {
    place: { path: options.path ?? '(yaml)', line, column: at?.col },
    excerpt: at === undefined ? undefined : text.split('\n')[at.line - 1],
    advice: 'Quote a value that holds ": ", " #", brackets or braces, and indent with spaces only.',
    cause: error,
  })
}

// What libyaml refuses wherever it stands.
const CONTROL = /[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/

const SIMPLE_LINE = /^([A-Za-z_][\w-]*):[ \t]+(?:"([^"\\\n]*)"|([A-Za-z0-9/][^\n:#{}[\],&*!|>'"%@`\\]*))[ \t]*$/

// Most front matter is a handful of `key: value` lines; these need no YAML parser. Anything else takes the long way.
const parseFlat = (text: string): Hash | undefined => {
  if (text.length > 4000 || CONTROL.test(text)) return undefined
  const hash = new Map<Value, Value>()
  for (const line of text.split('\n')) {
    if (line === '' || line === '\r') continue
    const match = SIMPLE_LINE.exec(line)
    if (match?.[1] === undefined) return undefined
    const key = resolvePlainScalar(match[1])
    if (key === null) return undefined
    hash.set(key, match[2] ?? resolvePlainScalar((match[3] ?? '').trimEnd()))
  }
  return hash.size === 0 ? undefined : hash
}

/** Whether there is no document in `text`, not even an empty one. */
export const isWithoutDocument = (text: string): boolean => /^(?:[ \t]*(?:#.*)?\r?(?:\n|$))*$/.test(text)

/**
 * The value of the first document in `text`; null for an empty one.
 * @throws UserError with line and column where the text is not YAML, or where it is unreasonably large or deep.
 */
export const parseYaml = (text: string, options: YamlOptions = {}): Value => {
  if (text.length > MAX_BYTES)
    throw new UserError('The YAML is larger than 32 MB', { place: { path: options.path ?? '(yaml)' } })
  const value = parseFlat(text) ?? parseJson(text, resolvePlainScalar) ?? parseFully(text, options)
  return isWide(text) ? narrowValues(value, new Set()) : value
}

// In place, for nobody else has them yet: what anchors made one stays one.
const narrowValues = (value: Value, done: Set<Value>): Value => {
  if (typeof value === 'string') return narrowText(value)
  if (!(isHash(value) || isArray(value)) || done.has(value)) return value
  done.add(value)
  const own = value as Map<Value, Value> | Value[]
  if (Array.isArray(own)) for (const [i, item] of own.entries()) own[i] = narrowValues(item, done)
  else for (const [key, item] of own) own.set(key, narrowValues(item, done))
  return value
}

const parseStrictly = (text: string): Parsed =>
  parseDocument(text, {
    schema: 'failsafe',
    version: '1.1',
    uniqueKeys: false,
    strict: false,
    keepSourceTokens: false,
    logLevel: 'silent',
    lineCounter: new LineCounter(),
    prettyErrors: true,
  })

const ALIAS_KEY = /\*[\w-]+:\s/

// To libyaml a colon is no part of an alias' name: `*a: b` has an alias for its key.
const partAliasKeys = (text: string, document: Parsed): string | undefined => {
  const colons: number[] = []
  visit(document, {
    Alias: (_, { source, range }) => {
      if (source.endsWith(':') && range) colons.push(range[0] + source.length)
    },
  })
  if (colons.length === 0) return undefined
  let mended = ''
  let from = 0
  for (const at of colons) {
    mended += `${text.slice(from, at)} `
    from = at
  }
  return mended + text.slice(from)
}

// libyaml lets the lines of a quoted scalar or a flow collection start anywhere; each pass indents those that it finds for the package.
const parseLeniently = (text: string): { readonly document: Parsed; readonly mended: string } => {
  let document = parseStrictly(text)
  let mended = text
  for (
    let left = MAX_MENDED;
    left > 0 && (document.errors.length > 0 || ALIAS_KEY.test(mended));
    left -= mended.length
  ) {
    const next = partAliasKeys(mended, document) ?? indentFurtherLines(mended, document)
    if (next === undefined) break
    mended = next
    document = parseStrictly(mended)
  }
  return { document, mended }
}

/** `parseYaml` without its short way for simple text; both must agree. */
export const parseFully = (text: string, options: YamlOptions = {}): Value => {
  const state: Resolution = {
    text,
    anchors: new Map(),
    weights: new Map(),
    options,
    nodes: 0,
    pendingKey: null,
    objectKeys: new WeakMap(),
  }
  if (CONTROL.test(text)) refuse(state, 'The YAML holds a control character')
  try {
    const { document, mended } = parseLeniently(text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text)
    failOnErrors(document, text, options)
    const tab = findIndentingTab(mended, document)
    if (tab !== undefined) refuse(state, 'The YAML is indented with a tab: use spaces', linesBefore(mended, tab))
    return resolveDocument(document.contents as Node | null, state)
  } catch (error) {
    if (error instanceof RangeError) return refuse(state, 'The YAML is nested too deeply') as never
    throw error
  }
}
