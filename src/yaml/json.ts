// JSON as a short way through YAML: data files are often megabytes of it, and YAML's full grammar takes many times as long. What the two
// read in different ways (line ends of Unicode, halves of surrogate pairs, long keys, merges) is left to YAML.
import type { Value } from '../util/value.ts'

const SPACE = /[ \t\r\n]*/y
const BLANK = /[ \t]*/y
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false|null)(?=[ \t\r\n,\]}])/y
const TEXT = /[^"\\\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]*/uy
const ESCAPE = /\\(?:["\\/bfnrt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4})/y
const LONGEST_KEY = 250
const DEEPEST = 100

/** Thrown, and caught here, where the text is not JSON of this kind. */
const NOT_JSON = Symbol('not JSON')

interface Reader {
  readonly text: string
  readonly resolve: (plain: string) => Value
  at: number
}

const take = (reader: Reader, pattern: RegExp): string => {
  pattern.lastIndex = reader.at
  const taken = pattern.exec(reader.text)?.[0] ?? ''
  reader.at += taken.length
  return taken
}

const takes = (reader: Reader, character: string): boolean => {
  if (reader.text[reader.at] !== character) return false
  reader.at++
  return true
}

const expect = (reader: Reader, character: string): void => {
  if (!takes(reader, character)) throw NOT_JSON
}

const readString = (reader: Reader): string => {
  expect(reader, '"')
  let read = take(reader, TEXT)
  while (!takes(reader, '"')) {
    const sequence = take(reader, ESCAPE)
    if (sequence === '') throw NOT_JSON
    read += JSON.parse(`"${sequence}"`) as string
    read += take(reader, TEXT)
  }
  return read
}

const readItems = (reader: Reader, end: string, readItem: () => void): void => {
  reader.at++
  take(reader, SPACE)
  if (takes(reader, end)) return
  do {
    take(reader, SPACE)
    readItem()
    take(reader, SPACE)
  } while (takes(reader, ','))
  expect(reader, end)
}

const readValue = (reader: Reader, depth: number): Value => {
  const first = reader.text[reader.at]
  if (first === '"') return readString(reader)
  if (depth > DEEPEST) throw NOT_JSON
  if (first === '{') {
    const hash = new Map<Value, Value>()
    readItems(reader, '}', () => {
      const key = readString(reader)
      if (key.length > LONGEST_KEY || key === '<<') throw NOT_JSON
      take(reader, BLANK)
      expect(reader, ':')
      take(reader, SPACE)
      hash.set(key, readValue(reader, depth + 1))
    })
    return hash
  }
  if (first === '[') {
    const list: Value[] = []
    readItems(reader, ']', () => list.push(readValue(reader, depth + 1)))
    return list
  }
  const plain = take(reader, PLAIN)
  if (plain === '') throw NOT_JSON
  return reader.resolve(plain)
}

/** The value of a text that is a JSON object or list, its plain scalars as `resolve` reads them; undefined if it is not. */
export const parseJson = (text: string, resolve: (plain: string) => Value): Value | undefined => {
  if (text[0] !== '{' && text[0] !== '[') return undefined
  const reader: Reader = { text, resolve, at: 0 }
  try {
    const value = readValue(reader, 0)
    take(reader, SPACE)
    return reader.at === text.length ? value : undefined
  } catch (error) {
    if (error === NOT_JSON) return undefined
    throw error
  }
}
