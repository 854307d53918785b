import { stringToInteger } from './number.ts'

// Ruby's Date._parse: finds a date and a time in almost any text, by trying notations in a fixed order. Every notation that matches is
// blanked out of the text before the next is tried.

/** What was found; a part that the text does not give is undefined. */
export interface DateParts {
  year?: number
  month?: number
  day?: number
  yearDay?: number
  hour?: number
  minute?: number
  second?: number
  /** Nanoseconds. */
  nanos?: number
  zone?: string
}

interface Found extends DateParts {
  /** False where the year was written out in full, so that 24 would not mean 2024. */
  complete?: boolean
  beforeChrist?: boolean
}

type Notation = readonly [pattern: RegExp, take: (found: Found, match: RegExpExecArray) => void]

const MONTH_NAMES = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const ERA = '(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))?'
const LONGEST = 128

const monthNumber = (name: string | undefined): string =>
  String(MONTH_NAMES.split('|').indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
const whole = (digits: string | undefined): number => Number(stringToInteger(digits ?? ''))
const fraction = (digits: string): number => Number(digits.padEnd(9, '0').slice(0, 9))

type Triple = readonly [string | undefined, string | undefined, string | undefined]

const looksLikeYear = (text: string | undefined): boolean =>
  text !== undefined && (text.startsWith("'") || text.length > 2)

/** Which of three numbers is the year, the month, the day: the long one and the one with an apostrophe is the year. */
const orderParts = (triple: Triple): Triple => {
  let [year, month, day] = triple
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [day, year, month]
  if (year === undefined && looksLikeYear(day)) [year, day] = [day, undefined]
  const trailing = year === undefined ? null : /(\d+)(.+)?/.exec(year)
  if (trailing?.[2]) [year, day] = [day, trailing[1]]
  if (looksLikeYear(month)) [year, month, day] = [month, day, year]
  if (looksLikeYear(day)) [year, day] = [day, year]
  return [year, month, day]
}

const takeDate = (found: Found, triple: Triple, beforeChrist = false): void => {
  const [year, month, day] = orderParts(triple)
  const match = year === undefined ? null : /([-+])?(\d+)/.exec(year)
  if (match) {
    found.year = whole(match[0])
    if (match[1] || match[2]!.length > 2) found.complete = false
    if (beforeChrist) found.beforeChrist = true
  }
  if (month !== undefined) found.month = whole(/\d+/.exec(month)?.[0])
  if (day !== undefined) found.day = whole(/\d+/.exec(day)?.[0])
}

const isBeforeChrist = (era: string | undefined): boolean => /^b/i.test(era ?? '')

const ERA_STARTS: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 }

const CLOCK = /^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i

const takeClock = (found: Found, match: RegExpExecArray): void => {
  const clock = CLOCK.exec(match[1]!)
  if (!clock) return
  const half = clock[5]?.toLowerCase()
  const hour = whole(clock[1])
  found.hour = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  if (clock[2] !== undefined) found.minute = whole(clock[2])
  if (clock[3] !== undefined) found.second = whole(clock[3])
  if (clock[4]) found.nanos = fraction(clock[4])
  if (match[2] !== undefined) found.zone = match[2]
}

// 20240102T030405: digits without separators, told apart by their number.
type Slots = readonly (readonly [keyof DateParts, number])[]
const RUNS: Readonly<Record<number, Slots>> = {
  2: [['day', 2]],
  3: [['yearDay', 3]],
  4: [['month', 2], ['day', 2]],
  5: [['year', 2], ['yearDay', 3]],
  6: [['year', 2], ['month', 2], ['day', 2]],
  7: [['year', 4], ['yearDay', 3]],
  8: [['year', 4], ['month', 2], ['day', 2]],
  10: [['year', 4], ['month', 2], ['day', 2], ['hour', 2]],
  12: [['year', 4], ['month', 2], ['day', 2], ['hour', 2], ['minute', 2]],
  14: [['year', 4], ['month', 2], ['day', 2], ['hour', 2], ['minute', 2], ['second', 2]],
} // biome-ignore format: a table

const setPart = (found: Found, key: keyof DateParts, value: number): void => {
  if (key !== 'zone') found[key] = value
}

const takeSlots = (found: Found, digits: string, slots: Slots): void => {
  let at = 0
  for (const [key, width] of slots) {
    setPart(found, key, Number(digits.slice(at, at + width)))
    at += width
  }
}

/** Before a fraction the digits end with seconds: read them from the right. */
const takeFromRight = (found: Found, digits: string): void => {
  let rest = digits
  const keys: readonly (keyof DateParts)[] = ['second', 'minute', 'hour', 'day', 'month', 'year']
  for (const key of keys) {
    if (rest === '') return
    const width = key === 'year' ? 4 : 2
    setPart(found, key, Number(rest.slice(-width)))
    rest = rest.slice(0, -width)
  }
}

const takeDigits = (found: Found, match: RegExpExecArray): void => {
  const [, sign = '', digits = '', clock, decimals, zone] = match
  const slots = RUNS[digits.length]
  if (!slots) return
  if (clock === undefined && decimals !== undefined) takeFromRight(found, digits)
  else {
    takeSlots(found, digits, slots)
    if (found.year !== undefined && sign === '-') found.year = -found.year
    if (digits.length > 6 || (sign !== '' && found.year !== undefined)) found.complete = false
  }
  if (clock !== undefined && decimals !== undefined) takeFromRight(found, clock)
  else if (clock !== undefined) takeSlots(found, clock, [['hour', 2], ['minute', 2], ['second', 2]].slice(0, Math.ceil(clock.length / 2)) as unknown as Slots) // biome-ignore format: a pipeline
  if (decimals !== undefined) found.nanos = fraction(decimals)
  if (zone !== undefined) found.zone = zone.startsWith('[') ? zone.slice(1, -1).split(':')[0]! : zone
}

const TIME: Notation = [
  /(\d+\s*(?:(?::\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|h(?:\s*\d+m?(?:\s*\d+s?)?)?)(?:\s*[ap](?:m\b|\.m\.))?|[ap](?:m\b|\.m\.)))(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[\p{Alphabetic}.\s]+(?:standard|daylight)\stime\b|\p{Alphabetic}+(?:\sdst)?\b))?/iu,
  takeClock,
]

// The dates, in the order in which Ruby tries them; the first that matches ends the search.
const DATES: readonly Notation[] = [
  [
    new RegExp(
      `('?\\d+)[^-\\d\\s]*\\s*(${MONTH_NAMES})[^-\\d\\s']*(?:\\s*${ERA}\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`,
      'i',
    ),
    (found, [, day, month, era, year]) => takeDate(found, [year, monthNumber(month), day], isBeforeChrist(era)),
  ],
  [
    new RegExp(`\\b(${MONTH_NAMES})[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${ERA}\\s*('?-?\\d+))?`, 'i'),
    (found, [, month, day, era, year]) => takeDate(found, [year, monthNumber(month), day], isBeforeChrist(era)),
  ],
  [/('?[-+]?\d+)-(\d+)-('?-?\d+)/, (found, [, year, month, day]) => takeDate(found, [year, month, day])],
  [
    /\b([mtshr])(\d+)\.(\d+)\.(\d+)/i,
    (found, [, era, year, month, day]) => {
      found.year = whole(year) + (ERA_STARTS[(era ?? '').toLowerCase()] ?? 0)
      found.month = whole(month)
      found.day = whole(day)
      found.complete = false
    },
  ],
  [
    new RegExp(`('?-?\\d+)-(${MONTH_NAMES})[^-/.]*-('?-?\\d+)`, 'i'),
    (found, [, day, month, year]) => takeDate(found, [year, monthNumber(month), day]),
  ],
  [
    new RegExp(`\\b(${MONTH_NAMES})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`, 'i'),
    (found, [, month, day, year]) => takeDate(found, [year, monthNumber(month), day]),
  ],
  [/('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/, (found, [, year, month, day]) => takeDate(found, [year, month, day])],
  [/('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/, (found, [, year, month, day]) => takeDate(found, [year, month, day])],
  [/\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b/i, () => {}],
  [/-w-(\d)\b/i, () => {}],
  [
    /--(\d{2})?-(\d{2})\b/,
    (found, [, month, day]) => {
      if (month !== undefined) found.month = whole(month)
      found.day = whole(day)
    },
  ],
  [
    /--(\d{2})(\d{2})?\b/,
    (found, [, month, day]) => {
      found.month = whole(month)
      if (day !== undefined) found.day = whole(day)
    },
  ],
  [
    /(?<![,.])\b(\d{2}|\d{4})-(\d{3})\b/,
    (found, [, year, day]) => {
      found.year = whole(year)
      found.yearDay = whole(day)
    },
  ],
  [
    /(?<!\d)\b-(\d{3})\b/,
    (found, [, day]) => {
      found.yearDay = whole(day)
    },
  ],
  [
    /'(\d+)\b/,
    (found, [, year]) => {
      found.year = whole(year)
    },
  ],
  [
    new RegExp(`\\b(${MONTH_NAMES})\\S*`, 'i'),
    (found, [, month]) => {
      found.month = Number(monthNumber(month))
    },
  ],
  [
    /(\d+)(?:st|nd|rd|th)\b/i,
    (found, [, day]) => {
      found.day = whole(day)
    },
  ],
  [/([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])?/i, takeDigits],
]

const WEEKDAY: RegExp = /\b(sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i
const BEFORE_CHRIST = /\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)/i

const blank = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`

/** A number alone, beside a time or a day, is the day or the hour. */
const takeFragment = (found: Found, text: string): void => {
  const match = /^\s*(\d{1,2})\s*$/.exec(text)
  if (!match) return
  const number = Number(match[1])
  if (found.hour !== undefined && found.day === undefined && number >= 1 && number <= 31) found.day = number
  else if (found.day !== undefined && found.hour === undefined && number <= 24) found.hour = number
}

/** Date._parse. Undefined for a text that is too long to be a date. */
export const parseDateParts = (source: string): DateParts | undefined => {
  if (source.length > LONGEST) return undefined
  let text = source.replace(/[^-+',./:@\p{Alphabetic}\p{M}\p{Nd}[\]]+/gu, ' ')
  const found: Found = {}
  const tryOne = ([pattern, take]: Notation): boolean => {
    const match = pattern.exec(text)
    if (!match) return false
    take(found, match)
    text = blank(text, match)
    return true
  }
  tryOne([WEEKDAY, () => {}])
  tryOne(TIME)
  DATES.some(tryOne)
  tryOne([BEFORE_CHRIST, (it) => void (it.beforeChrist = true)])
  takeFragment(found, text)
  if (found.year !== undefined && found.beforeChrist) found.year = 1 - found.year
  else if (found.year !== undefined && found.complete !== false && found.year >= 0 && found.year <= 99)
    found.year += found.year >= 69 ? 1900 : 2000
  return found
}
