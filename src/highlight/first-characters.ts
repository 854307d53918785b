// With which ASCII characters a match of a pattern can begin: at most places most rules of a state need not be tried. Where that is not
// plain to see the answer has too many of them, never too few.

/** For each ASCII character, by its code, whether a match can begin with it (1) or not. */
export type FirstCharacters = Uint8Array

const ASCII = 128

const setOf = (pattern: RegExp): FirstCharacters =>
  Uint8Array.from({ length: ASCII }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0))

const CLASSES: Readonly<Record<string, FirstCharacters>> = {
  d: setOf(/\d/), D: setOf(/\D/), w: setOf(/\w/), W: setOf(/\W/), s: setOf(/\s/), S: setOf(/\S/),
} // biome-ignore format: a table

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 }

// By the property as written, `\p{L}`.
const properties = new Map<string, FirstCharacters>()

/** The ASCII characters that have the property. */
export const asciiProperty = (written: string): FirstCharacters => {
  let set = properties.get(written)
  if (!set) properties.set(written, (set = setOf(new RegExp(written, 'u'))))
  return set
}

interface Reading {
  readonly source: string
  at: number
}

/** Where what is read goes; undefined behind what has used a character up. */
type Target = FirstCharacters | undefined

const addSet = (into: Target, set: FirstCharacters): void => {
  if (into) for (let code = 0; code < ASCII; code++) into[code] = (into[code] ?? 0) | (set[code] ?? 0)
}

const addRange = (into: Target, first: number, last: number): void => {
  into?.fill(1, Math.min(first, ASCII), Math.min(last + 1, ASCII))
}

// What stands behind a backslash: one character's code, or a set of them.
const readEscape = (reading: Reading): number | FirstCharacters => {
  const { source } = reading
  const letter = source[reading.at++] ?? ''
  const set = CLASSES[letter]
  if (set) return set
  const code = CONTROLS[letter]
  if (code !== undefined) return code
  const rest = source.slice(reading.at, reading.at + 40)
  const taken = (text: string): string => {
    reading.at += text.length
    return text
  }
  const property = /[pP]/.test(letter) && /^\{[^}]*\}/.exec(rest)
  if (property) return asciiProperty(`\\${letter}${taken(property[0])}`)
  const hex = letter === 'x' ? /^[\da-f]{2}/i.exec(rest) : letter === 'u' && /^(?:[\da-f]{4}|\{[\da-f]+\})/i.exec(rest)
  if (hex) return Number.parseInt(taken(hex[0]).replace('{', ''), 16)
  if (letter === 'c') return taken(rest.slice(0, 1)).charCodeAt(0) % 32
  return letter.charCodeAt(0)
}

const readClassItem = (reading: Reading): number | FirstCharacters => {
  const letter = reading.source[reading.at++] ?? ''
  if (letter !== '\\') return letter.charCodeAt(0)
  if (reading.source[reading.at] !== 'b') return readEscape(reading)
  reading.at++
  return 8
}

const readClass = (reading: Reading, into: Target): void => {
  const { source } = reading
  const set = new Uint8Array(ASCII)
  const isNegated = source[reading.at] === '^'
  if (isNegated) reading.at++
  while (reading.at < source.length && source[reading.at] !== ']') {
    const first = readClassItem(reading)
    if (typeof first !== 'number') addSet(set, first)
    else if (source[reading.at] === '-' && source[reading.at + 1] !== ']') {
      reading.at++
      const last = readClassItem(reading)
      if (typeof last === 'number') addRange(set, first, last)
      else {
        addRange(set, first, first)
        addRange(set, 45, 45)
        addSet(set, last)
      }
    } else addRange(set, first, first)
  }
  reading.at++
  addSet(into, isNegated ? set.map((one) => 1 - one) : set)
}

const readGroup = (reading: Reading, into: Target): boolean => {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(reading.source.slice(reading.at, reading.at + 40))?.[0] ?? ''
  reading.at += opening.length
  const isAssertion = /[=!]$/.test(opening)
  const canBeEmpty = readAlternatives(reading, isAssertion ? undefined : into)
  reading.at++
  return isAssertion || canBeEmpty
}

const readBackslash = (reading: Reading, into: Target): boolean => {
  const next = reading.source[reading.at] ?? ''
  if (/[bB1-9k]/.test(next)) {
    reading.at++
    // What a group has matched may be anything, or nothing.
    if (!/[bB]/.test(next)) into?.fill(1)
    return true
  }
  const read = readEscape(reading)
  if (typeof read === 'number') addRange(into, read, read)
  else addSet(into, read)
  return false
}

/** @returns whether it can match nothing. */
const readAtom = (reading: Reading, into: Target): boolean => {
  const letter = reading.source[reading.at++] ?? ''
  if (letter === '^' || letter === '$') return true
  if (letter === '(') return readGroup(reading, into)
  if (letter === '\\') return readBackslash(reading, into)
  if (letter === '[') readClass(reading, into)
  else if (letter === '.') into?.fill(1)
  else addRange(into, letter.charCodeAt(0), letter.charCodeAt(0))
  return false
}

const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y

/** @returns whether it lets its atom be left out. */
const readQuantifier = (reading: Reading): boolean => {
  const letter = reading.source[reading.at] ?? ''
  if (!'*+?{'.includes(letter) || letter === '') return false
  QUANTIFIER.lastIndex = reading.at
  const match = QUANTIFIER.exec(reading.source)
  if (!match) return false
  reading.at += match[0].length
  return letter === '*' || letter === '?' || Number(match[1]) === 0
}

const readSequence = (reading: Reading, into: Target): boolean => {
  const { source } = reading
  let target = into
  let canBeEmpty = true
  while (reading.at < source.length && source[reading.at] !== '|' && source[reading.at] !== ')') {
    const isEmpty = readAtom(reading, target)
    const isLeftOut = readQuantifier(reading)
    if (isEmpty || isLeftOut) continue
    target = undefined
    canBeEmpty = false
  }
  return canBeEmpty
}

const readAlternatives = (reading: Reading, into: Target): boolean => {
  let canBeEmpty = readSequence(reading, into)
  while (reading.source[reading.at] === '|') {
    reading.at++
    canBeEmpty = readSequence(reading, into) || canBeEmpty
  }
  return canBeEmpty
}

const foldCases = (set: FirstCharacters): void => {
  for (let upper = 65; upper <= 90; upper++) {
    const either = (set[upper] ?? 0) | (set[upper + 32] ?? 0)
    set[upper] = either
    set[upper + 32] = either
  }
}

/** The ASCII characters with which a match of `pattern` can begin: all of them where it can be of nothing. */
export const firstCharacters = ({ source, flags }: Pick<RegExp, 'source' | 'flags'>): FirstCharacters => {
  const set = new Uint8Array(ASCII)
  const reading: Reading = { source, at: 0 }
  const canBeEmpty = readAlternatives(reading, set)
  if (canBeEmpty || reading.at < source.length) return set.fill(1)
  if (flags.includes('i')) foldCases(set)
  return set
}
