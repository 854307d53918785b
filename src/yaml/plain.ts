// The types of YAML's plain scalars by SafeYAML's own rules, which differ from YAML 1.1 and 1.2 alike (`yes` is true, `1e3` a string, `12:30`
// the float 750.0, `1,000` the integer 1000).
import { type FloatLike, float, integer, type Value } from '../util/value.ts'
import { parseYamlTime } from './time.ts'

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

// Ruby's \Z, at which these end, lets a line break stand behind a number; there is one only behind a tag.
const DECIMAL = /^[-+]?(?:0|[1-9]\d*)\n?$/
const OCTAL = /^0[0-7]+\n?$/
const SIGNED_HEXADECIMAL = /^[-+]0x[0-9a-fA-F]+\n?$/
const HEXADECIMAL = /^0x[0-9a-f]+\n?$/i
const BINARY = /^0b[01]+\n?$/
const FLOAT = /^[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?\n?$/
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\n?$/
const SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*\n?$/

// What Kernel#Float makes of the underscores that the patterns allow anywhere.
const STRAY_UNDERSCORE = /(?<!\d)_|_(?!\d)/

const signedInteger = (text: string): number | bigint =>
  text.startsWith('-') ? integer(-BigInt(text.slice(1))) : integer(BigInt(text.startsWith('+') ? text.slice(1) : text))

/** `digits` is the scalar without its separators, which are gone for all bases. */
const parseInteger = (digits: string): number | bigint | undefined => {
  if (DECIMAL.test(digits)) return signedInteger(digits.trimEnd())
  if (OCTAL.test(digits)) return integer(BigInt(`0o${digits.slice(1).trimEnd()}`))
  if (HEXADECIMAL.test(digits) || BINARY.test(digits)) return integer(BigInt(digits.trimEnd().toLowerCase()))
  if (SIGNED_HEXADECIMAL.test(digits)) return signedInteger(digits.trimEnd().toLowerCase())
  return undefined
}

const parseSexagesimal = (text: string): FloatLike => {
  const [whole = '', fraction = ''] = text.trimEnd().replaceAll('_', '').split('.')
  // quirk(SafeYAML): the sign belongs to the first part alone, and then turns the whole around.
  const parts = whole.split(':').map(Number)
  const value =
    parts.reduce((sum, part, i) => sum + part * 60 ** (parts.length - 1 - i), 0) + Number(`.${fraction || '0'}`)
  return float(text.startsWith('-') ? -value : value)
}

const parseNumber = (text: string): Value | undefined => {
  const digits = /[_,]/.test(text) ? text.replace(/[_,]/g, '') : text
  const whole = parseInteger(digits)
  if (whole !== undefined) return whole
  if (SEXAGESIMAL.test(digits)) return parseSexagesimal(digits)
  const special = FLOAT_NAMES.get(text)
  if (special !== undefined) return float(special)
  return undefined
}

/** The value of a plain (unquoted) scalar; undefined for one that would be a number but for an underscore, which Ruby fails on. */
export const resolvePlainScalar = (text: string): Value | undefined => {
  const first = text.charCodeAt(0)
  const numeric =
    (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46 || first === 44 || first === 95
  if (numeric) {
    const number = parseNumber(text)
    if (number !== undefined) return number
    const isSexagesimal = SEXAGESIMAL_FLOAT.test(text)
    if (!isSexagesimal && !FLOAT.test(text)) return parseYamlTime(text) ?? text
    if (STRAY_UNDERSCORE.test(text)) return undefined
    return isSexagesimal ? parseSexagesimal(text) : float(Number(text.replaceAll('_', '')))
  }
  if (text.length > 5) return text
  const named = NAMED.get(text.toLowerCase())
  return named === undefined ? text : named
}
