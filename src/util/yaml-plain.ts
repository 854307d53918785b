// The types of YAML's plain scalars by SafeYAML's own rules, which differ from YAML 1.1 and 1.2 alike (`yes` is true, `1e3` a string, `12:30`
// the float 750.0, `1,000` the integer 1000).
import { type FloatLike, float, integer, type Value } from './value.ts'
import { parseYamlTime } from './yaml-time.ts'

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
