// Hashes in the text of an option: {::options typographic_symbols="{hellip: ..., mdash: '---'}" /}. The flow style of YAML as far as options
// need it, and `key: value` lines.

type Data = string | number | boolean | null | Data[] | { [key: string]: Data }

interface Cursor {
  readonly text: string
  at: number
}

const skip = (cursor: Cursor): void => {
  while (/\s/.test(cursor.text.charAt(cursor.at))) cursor.at++
}

const scalar = (word: string): Data => {
  if (/^(true|yes|on)$/i.test(word)) return true
  if (/^(false|no|off)$/i.test(word)) return false
  if (/^(null|~|)$/i.test(word)) return null
  return /^[-+]?\d+(\.\d+)?$/.test(word) ? Number(word) : word
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

const parseQuoted = (cursor: Cursor, quote: string): string => {
  let value = ''
  for (cursor.at++; cursor.at < cursor.text.length; cursor.at++) {
    const char = cursor.text.charAt(cursor.at)
    if (char === '\\' && quote === '"') {
      const escaped = cursor.text.charAt(++cursor.at)
      value += ESCAPES[escaped] ?? escaped
    } else if (char !== quote) value += char
    else if (quote === "'" && cursor.text.charAt(cursor.at + 1) === "'") {
      value += char
      cursor.at++
    } else {
      cursor.at++
      return value
    }
  }
  throw new TypeError('unclosed quote')
}

// Up to a comma, a bracket or `: `, whichever the place gives a meaning to.
const parsePlain = (cursor: Cursor, isKey: boolean, ends = ',]}\n'): string => {
  const start = cursor.at
  while (cursor.at < cursor.text.length) {
    const char = cursor.text.charAt(cursor.at)
    if (ends.includes(char)) break
    if (isKey && char === ':' && /^(\s|$)/.test(cursor.text.slice(cursor.at + 1, cursor.at + 2))) break
    cursor.at++
  }
  return cursor.text.slice(start, cursor.at).trim()
}

const parseKey = (cursor: Cursor): string => {
  skip(cursor)
  const quote = cursor.text.charAt(cursor.at)
  const key = quote === '"' || quote === "'" ? parseQuoted(cursor, quote) : parsePlain(cursor, true)
  skip(cursor)
  if (cursor.text.charAt(cursor.at) !== ':') throw new TypeError('no colon after a key')
  cursor.at++
  return key
}

const parseMembers = (cursor: Cursor, close: string, member: () => void): void => {
  cursor.at++
  for (;;) {
    skip(cursor)
    const char = cursor.text.charAt(cursor.at)
    if (char === '') throw new TypeError(`no ${close}`)
    if (char === close || char === ',') cursor.at++
    if (char === close) return
    if (char !== ',') member()
  }
}

const parseValue = (cursor: Cursor, depth: number, isFlow = true): Data => {
  if (depth > 20) throw new TypeError('too deep')
  skip(cursor)
  const char = cursor.text.charAt(cursor.at)
  if (char === '"' || char === "'") return parseQuoted(cursor, char)
  if (char === '{') {
    const entries: [string, Data][] = []
    parseMembers(cursor, '}', () => entries.push([parseKey(cursor), parseValue(cursor, depth + 1)]))
    return Object.fromEntries(entries)
  }
  if (char === '[') {
    const items: Data[] = []
    parseMembers(cursor, ']', () => items.push(parseValue(cursor, depth + 1)))
    return items
  }
  // Outside of brackets a value goes on to the end of its line.
  return scalar(parsePlain(cursor, false, isFlow ? undefined : '\n'))
}

/** Throws a TypeError for what it cannot read. */
export const parseFlow = (text: string): unknown => {
  const cursor = { text, at: 0 }
  skip(cursor)
  if (text.charAt(cursor.at) === '{') return parseValue(cursor, 0)
  const entries: [string, Data][] = []
  for (skip(cursor); cursor.at < text.length; skip(cursor)) {
    entries.push([parseKey(cursor), parseValue(cursor, 0, false)])
    if (text.charAt(cursor.at) !== '\n' && cursor.at < text.length) throw new TypeError('not a hash')
  }
  return Object.fromEntries(entries)
}
