import { dayOfYear, isoWeek, weekday } from './calendar.ts'
import { dateFields, type TimeFields, timeFields, yearText } from './time.ts'
import { type DateValue, isDate, type TimeValue } from './value.ts'

// Ruby's strftime with its flags (-0^#_:), widths and combinations, for Time and Date.

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // biome-ignore format: a list

interface Directive {
  readonly flags: string
  readonly width: number
  readonly colons: number
}

type Conversion = (fields: TimeFields, directive: Directive) => string

const pad = (text: string, width: number, filler: string): string => {
  if (text.length >= width) return text
  if (filler !== '0' || !/^[+-]/.test(text)) return text.padStart(width, filler)
  return text[0] + text.slice(1).padStart(width - 1, '0')
}

/** The flag that says what fills the width: the last one counts. */
const fillerFlag = (flags: string): string | undefined => flags.match(/[_0](?=[^_0]*$)/)?.[0]

const number =
  (read: (fields: TimeFields) => number, width: number, filler = '0'): Conversion =>
  (fields, { flags, width: wanted }) => {
    const text = String(read(fields))
    if (flags.includes('-')) return text
    const flag = fillerFlag(flags)
    const chosen = flag === '_' ? ' ' : flag === '0' ? '0' : filler
    return pad(text, wanted || (text.startsWith('-') && width === 4 ? 5 : width), chosen)
  }

const text =
  (read: (fields: TimeFields) => string, swap?: (value: string) => string): Conversion =>
  (fields, { flags, width }) => {
    const plain = read(fields)
    const upper = flags.includes('^') ? plain.toUpperCase() : plain
    const value = flags.includes('#') ? (swap ?? ((it: string) => it.toUpperCase()))(plain) : upper
    if (flags.includes('-') || value === '') return value
    return value.padStart(width, fillerFlag(flags) === '0' ? '0' : ' ')
  }

const dateCombined = (format: string): Conversion => {
  const convert = text((fields) => formatFields(fields, format))
  return (fields, directive) => convert(fields, { ...directive, flags: directive.flags.replaceAll('#', '') })
}

/** For a Time a minus takes away what the flags before it say of the filling, but not the filling itself. */
const withoutMinus = (flags: string): string => flags.replace(/[_0]+(?=[^-]*-)|-/g, '')

const timeCombined = (format: string): Conversion => {
  const convert = dateCombined(format)
  return (fields, directive) => convert(fields, { ...directive, flags: withoutMinus(directive.flags) })
}
const hour12 = (fields: TimeFields): number => fields.hour % 12 || 12
const yearDay = (fields: TimeFields): number => dayOfYear(fields.year, fields.month, fields.day)
const weekOfYear = (fields: TimeFields, firstDay: number): number =>
  Math.floor((yearDay(fields) - 1 + 7 - ((weekday(fields.days) - firstDay + 7) % 7)) / 7)
const lower = (value: string): string => value.toLowerCase()

const fraction =
  (defaultDigits: number): Conversion =>
  (fields, { width }) => {
    const digits = width || defaultDigits
    return String(fields.nanos).padStart(9, '0').padEnd(digits, '0').slice(0, digits)
  }

const OFFSET_PARTS = [1, 2, 3]

const offset: Conversion = ({ offset: seconds }, { flags, width, colons }) => {
  const total = Math.abs(seconds)
  const minutes = Math.floor(total / 60) % 60
  const two = (value: number): string => String(value).padStart(2, '0')
  const separator = colons > 0 ? ':' : ''
  let parts = colons === 2 ? OFFSET_PARTS.length : 2
  if (colons === 3) parts = total % 60 !== 0 ? 3 : minutes !== 0 ? 2 : 1
  const hours = String(Math.floor(total / 3600))
  const rest = [two(minutes), two(total % 60)].slice(0, parts - 1).map((part) => separator + part).join('') // biome-ignore format: a pipeline
  const sign = seconds < 0 ? '-' : '+'
  const hoursWidth = Math.max(flags.includes('-') ? 1 : 2, width - rest.length - 1)
  if (fillerFlag(flags) !== '_') return sign + hours.padStart(hoursWidth, '0') + rest
  return (sign + hours).padStart(hoursWidth + 1, ' ') + rest
}

/** For a Time the minus says, as in RFC 3339, that a UTC time's own offset is not known. */
const timeOffset: Conversion = (fields, directive) => {
  const written = offset(fields, { ...directive, flags: withoutMinus(directive.flags) })
  return directive.flags.includes('-') && fields.zone === 'UTC' ? written.replace('+', '-') : written
}

const combinations = (combined: (format: string) => Conversion): Readonly<Record<string, Conversion>> => ({
  c: combined('%a %b %e %H:%M:%S %Y'),
  D: combined('%m/%d/%y'),
  F: combined('%Y-%m-%d'),
  T: combined('%H:%M:%S'),
  X: combined('%H:%M:%S'),
  R: combined('%H:%M'),
  r: combined('%I:%M:%S %p'),
  v: combined('%e-%^b-%4Y'),
  x: combined('%m/%d/%y'),
})

const TIME_CONVERSIONS: Readonly<Record<string, Conversion>> = {
  Y: (fields, directive) =>
    directive.flags === '' && directive.width === 0
      ? yearText(fields.year)
      : number((it) => it.year, fields.year < 0 ? 5 : 4)(fields, directive),
  C: number((fields) => Math.floor(fields.year / 100), 2),
  y: number((fields) => ((fields.year % 100) + 100) % 100, 2),
  m: number((fields) => fields.month, 2),
  B: text((fields) => MONTHS[fields.month - 1] ?? ''),
  b: text((fields) => (MONTHS[fields.month - 1] ?? '').slice(0, 3)),
  h: text((fields) => (MONTHS[fields.month - 1] ?? '').slice(0, 3)),
  d: number((fields) => fields.day, 2),
  e: number((fields) => fields.day, 2, ' '),
  j: number(yearDay, 3),
  H: number((fields) => fields.hour, 2),
  k: number((fields) => fields.hour, 2, ' '),
  I: number(hour12, 2),
  l: number(hour12, 2, ' '),
  P: text((fields) => (fields.hour < 12 ? 'am' : 'pm')),
  p: text((fields) => (fields.hour < 12 ? 'AM' : 'PM'), lower),
  M: number((fields) => fields.minute, 2),
  S: number((fields) => fields.second, 2),
  L: fraction(3),
  N: fraction(9),
  z: timeOffset,
  Z: text((fields) => fields.zone ?? '', lower),
  A: text((fields) => WEEKDAYS[weekday(fields.days)] ?? ''),
  a: text((fields) => (WEEKDAYS[weekday(fields.days)] ?? '').slice(0, 3)),
  u: number((fields) => weekday(fields.days) || 7, 1),
  w: number((fields) => weekday(fields.days), 1),
  G: number((fields) => isoWeek(fields.year, fields.month, fields.day).year, 4),
  g: number((fields) => isoWeek(fields.year, fields.month, fields.day).year % 100, 2),
  V: number((fields) => isoWeek(fields.year, fields.month, fields.day).week, 2),
  U: number((fields) => weekOfYear(fields, 0), 2),
  W: number((fields) => weekOfYear(fields, 1), 2),
  s: number((fields) => fields.seconds, 1),
  n: text(() => '\n'),
  t: text(() => '\t'),
  '%': text(() => '%'),
  ...combinations(timeCombined),
}

/** Date's own strftime, which is another implementation: it knows %Q and %+, and %-z. */
const DATE_CONVERSIONS: Readonly<Record<string, Conversion>> = {
  ...TIME_CONVERSIONS,
  ...combinations(dateCombined),
  Q: number((fields) => fields.seconds * 1000, 1),
  z: offset,
  '+': dateCombined('%a %b %e %H:%M:%S %Z %Y'),
}

const DIRECTIVE = /%([-0^#_]*)(\d*)(:{0,3})(?:([EO])(?=[A-Za-z+]))?([A-Za-z%+])/g

const E_MODIFIED = 'cCxXyY'
const O_MODIFIED = 'deHkIlmMSuUVwWy'

const formatWith = (fields: TimeFields, format: string, conversions: Readonly<Record<string, Conversion>>): string =>
  format.replace(
    DIRECTIVE,
    (whole, flags: string, width: string, colons: string, modifier: string | undefined, name: string) => {
      const conversion = Object.hasOwn(conversions, name) ? conversions[name] : undefined
      if (!conversion || (colons !== '' && name !== 'z')) return whole
      if (modifier !== undefined && !(modifier === 'E' ? E_MODIFIED : O_MODIFIED).includes(name)) return whole
      // A width beyond reason is a slip or an attack on memory.
      return conversion(fields, { flags, width: Math.min(Number(width), 1024), colons: colons.length })
    },
  )

const formatFields = (fields: TimeFields, format: string): string => formatWith(fields, format, TIME_CONVERSIONS)

/** Whether Time#strftime raises: for a format that ends in the middle of a directive. */
export const isInvalidFormat = (format: string): boolean => format.replace(DIRECTIVE, '').endsWith('%')

/** Time#strftime and Date#strftime. */
export const strftime = (moment: TimeValue | DateValue, format: string): string =>
  isDate(moment) ? formatWith(dateFields(moment), format, DATE_CONVERSIONS) : formatFields(timeFields(moment), format)
