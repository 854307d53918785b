// YAML as SafeYAML reads it: a grammar like libyaml's, and values put together from what it tells. Counterpart: SafeYAML::PsychHandler.
import { identityKey } from '../util/compare.ts'
import { UserError } from '../util/error.ts'
import { isWide, narrowText } from '../util/narrow-text.ts'
import { type Hash, isArray, isHash, type Value } from '../util/value.ts'
import { type Cursor, refuse, trimBlanks, type YamlOptions } from './cursor.ts'
import { parseJson } from './json.ts'
import { parseDocument, type Receiver, type ScalarEvent } from './parser.ts'
import { resolvePlainScalar } from './plain.ts'

export type { YamlOptions } from './cursor.ts'

const MAX_BYTES = 32 * 1024 * 1024
// A value built from aliases may be walked or printed once per alias: this many nodes in all are allowed.
const MAX_NODES = 2_000_000

type Structure = Map<Value, Value> | Value[]

/** A list or hash that is being filled. */
interface Level {
  readonly into: Structure
  readonly anchor: string | undefined
  /** How many nodes there were before it. */
  readonly before: number
}

interface Composition {
  readonly source: Cursor
  readonly levels: Level[]
  readonly anchors: Map<string, Value>
  readonly weights: Map<unknown, number>
  /** Of each hash the keys that are objects, by what makes two of them the same key. */
  readonly objectKeys: WeakMap<Structure, Map<unknown, Value>>
  nodes: number
  /** The key that waits for its value; null where none does. */
  pendingKey: Value
  root: Value
}

/** The hash's own key that is the same as `key`, which becomes one where there is none. */
const ownKey = (into: Structure, key: Value, state: Composition): Value => {
  if (typeof key !== 'object' || key === null) return key
  let known = state.objectKeys.get(into)
  if (!known) state.objectKeys.set(into, (known = new Map()))
  const same = identityKey(key)
  if (!known.has(same)) known.set(same, key)
  return known.get(same)
}

// quirk(SafeYAML): the parser's events are put together as they come, with one pending key for all levels. So a hash that is a key
// (`{{ x }}`) or a null one upsets what follows, `<<` takes the place it has among the keys, and one with a literal hash merges nothing.
const place = (state: Composition, value: Value, at: number): void => {
  const into = state.levels.at(-1)?.into
  if (into === undefined) state.root = value
  else if (Array.isArray(into)) into.push(value)
  else if (state.pendingKey === null) state.pendingKey = value
  else {
    const key = state.pendingKey
    state.pendingKey = null
    if (key === '<<') {
      if (!isHash(value)) refuse(state.source, at, '`<<` merges a hash, and this is none', 'Name an anchor of a hash.')
      else for (const [name, item] of value) into.set(ownKey(into, name, state), item)
    } else if (key !== into) into.set(ownKey(into, key, state), value)
  }
}

const BINARY_TAGS = new Set(['tag:yaml.org,2002:binary', 'x-private:binary', '!binary'])

// Array#unpack('m') skips what is no Base64 and ends at the padding; Buffer takes the signs of Base64 for URLs as well.
const decodeBase64 = (text: string): string =>
  Buffer.from(text.replace(/[^A-Za-z\d+/=]/g, '').split('=', 1)[0] ?? '', 'base64').toString('utf8')

const scalarValue = ({ value, isGuessed, tag }: ScalarEvent): Value | undefined => {
  if (tag !== undefined && BINARY_TAGS.has(tag)) return decodeBase64(value)
  return isGuessed ? resolvePlainScalar(value) : value
}

const createReceiver = (state: Composition): Receiver => ({
  scalar: (event, at) => {
    const value = scalarValue(event)
    if (value === undefined)
      refuse(state.source, at, 'An underscore makes this no number', 'Put it between two digits, or quote the text.')
    state.nodes++
    if (event.anchor !== undefined) state.anchors.set(event.anchor, value)
    place(state, value, at)
  },
  alias: (name, at) => {
    const value = state.anchors.get(name) ?? null
    state.nodes += state.weights.get(value) ?? 1
    if (state.nodes > MAX_NODES)
      refuse(state.source, at, 'It expands through its aliases into too much data', 'Use fewer of them.')
    place(state, value, at)
  },
  open: (isHash, anchor, at) => {
    const into: Structure = isHash ? new Map() : []
    place(state, into, at)
    state.levels.push({ into, anchor, before: state.nodes++ })
  },
  close: () => {
    const { into, anchor, before } = state.levels.pop()!
    if (anchor === undefined) return
    // A collection is known by its name from its end on: none holds itself.
    state.anchors.set(anchor, into)
    state.weights.set(into, state.nodes - before)
  },
})

// What libyaml refuses wherever it stands.
const CONTROL = /[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/

const SIMPLE_LINE =
  /^([A-Za-z_][\w-]{0,500}):[ \t]+(?:"([^"\\\r\x85\u2028\u2029]*)"|([A-Za-z0-9/][^:#{}[\],&*!|>'"%@`\\\r\x85\u2028\u2029]*))[ \t]*\r?$/

const FENCE = '---\n'

// Most front matter is a handful of `key: value` lines; these need no YAML parser. Anything else takes the long way.
const parseFlat = (text: string): Hash | undefined => {
  if (text.length > 4000 || CONTROL.test(text)) return undefined
  const hash = new Map<Value, Value>()
  for (const line of (text.startsWith(FENCE) ? text.slice(FENCE.length) : text).split('\n')) {
    if (line === '' || line === '\r') continue
    const match = SIMPLE_LINE.exec(line)
    if (match?.[1] === undefined) return undefined
    const key = resolvePlainScalar(match[1])
    const value = match[2] ?? resolvePlainScalar(trimBlanks(match[3] ?? ''))
    if (key === null || value === undefined) return undefined
    hash.set(key, value)
  }
  return hash.size === 0 ? undefined : hash
}

/**
 * The value of the first document in `text`; null for an empty one, false where there is none at all.
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

/** `parseYaml` without its short ways for simple text; all must agree. */
export const parseFully = (text: string, options: YamlOptions = {}): Value => {
  const source: Cursor = { text, options, at: 0, line: 0, lineStart: 0 }
  const control = CONTROL.exec(text)
  if (control) refuse(source, control.index, 'There is a control character', 'Take it out, or write it as an escape in double quotes.') // biome-ignore format: one line
  const state: Composition = {
    source,
    levels: [],
    anchors: new Map(),
    weights: new Map(),
    objectKeys: new WeakMap(),
    nodes: 0,
    pendingKey: null,
    root: null,
  }
  return parseDocument(text, options, createReceiver(state)) ? state.root : false
}
