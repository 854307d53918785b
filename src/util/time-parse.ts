import { dayOfYear, daysFromCivil, daysInMonth } from './calendar.ts'
import { type DateParts, parseDateParts } from './date-parse.ts'
import { makeTime, timeAt, timeFields, toLocalTime } from './time.ts'
import type { Zone } from './timezone.ts'
import type { TimeValue } from './value.ts'

// Ruby's Time.parse: the parts that Date._parse finds, completed from the present moment, in the zone that the text names.

const ZONE_HOURS: Readonly<Record<string, number>> = {
  UTC: 0, Z: 0, UT: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9, K: 10, L: 11, M: 12,
  N: -1, O: -2, P: -3, Q: -4, R: -5, S: -6, T: -7, U: -8, V: -9, W: -10, X: -11, Y: -12,
} // biome-ignore format: a table

const zoneOffset = (name: string, year: number, zone: Zone): number | undefined => {
  const upper = name.toUpperCase()
  const numeric = /^([+-])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/.exec(upper)
  if (numeric) {
    const seconds = (Number(numeric[2]) * 60 + Number(numeric[4])) * 60 + Number(numeric[5] ?? 0)
    return numeric[1] === '-' ? -seconds : seconds
  }
  if (/^[+-]\d\d$/.test(upper)) return Number(upper) * 3600
  if (Object.hasOwn(ZONE_HOURS, upper)) return ZONE_HOURS[upper]! * 3600
  for (const month of [1, 7]) {
    const moment = zone.at(daysFromCivil(year, month, 1) * 86400)
    if (moment.abbreviation.toUpperCase() === upper) return moment.offset
  }
  return undefined
}

const isUtcName = (name: string): boolean => /^(?:-00:00|-0000|-00|UTC|Z|UT)$/i.test(name)

interface Clock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Time.utc accepts 24:00:00 and second 60, and days up to 31 in every month; all else is out of range. */
const clockSeconds = ({ year, month, day, hour, minute, second }: Clock): number | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31 || minute > 59 || second > 60) return undefined
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return undefined
  return daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second
}

/** The parts with what the present gives: everything larger than the largest part that is there. */
const complete = (parts: DateParts, now: TimeValue): Clock => {
  const present = timeFields(now)
  const fromNow = { ...parts }
  const order = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  for (const key of order) {
    if (parts[key] !== undefined) break
    fromNow[key] = present[key]
  }
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fromNow
  return { year, month, day, hour, minute, second }
}

/** Takes an amount from one part of a clock; where it is nothing, the part stays as wrong as it may be. */
const carry = (part: number, amount: number, unit: number): readonly [part: number, carried: number] => {
  if (amount === 0) return [part, 0]
  const rest = part - amount
  const carried = Math.floor(rest / unit)
  return [rest - carried * unit, -carried]
}

/**
 * The clock at UTC, part by part as Ruby moves it: an impossible minute or day stays impossible, and days move over the end of a month by
 * one at most.
 */
const applyOffset = (clock: Clock, offset: number): Clock => {
  const sign = Math.sign(offset)
  const total = Math.abs(offset)
  const [second, minutes] = carry(clock.second, sign * (total % 60), 60)
  const [minute, hours] = carry(clock.minute, sign * (Math.floor(total / 60) % 60) + minutes, 60)
  const [hour, days] = carry(clock.hour, sign * Math.floor(total / 3600) + hours, 24)
  return { ...moveDay(clock, -days), hour, minute, second }
}

const moveDay = ({ year, month, day }: Clock, days: number): Pick<Clock, 'year' | 'month' | 'day'> => {
  const moved = day + days
  if (days > 0 && moved > daysInMonth(year, month))
    return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
  if (days < 0 && moved < 1) {
    const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
    return { ...before, day: daysInMonth(before.year, before.month) }
  }
  return { year, month, day: moved }
}

const fromYearDay = (parts: DateParts, now: TimeValue, zone: Zone): TimeValue | undefined => {
  const { yearDay = 0, ...rest } = parts
  if (yearDay < 1 || yearDay > 366) return undefined
  const year = parts.year ?? timeFields(now).year
  const days = daysFromCivil(year, 1, 1) + yearDay - 1
  const limit = dayOfYear(year, 12, 31)
  if (yearDay > limit) return undefined
  const month = Array.from({ length: 12 }, (_, index) => index + 1).findLast((it) => daysFromCivil(year, it, 1) <= days)
  if (month === undefined) return undefined
  return fromParts({ ...rest, year, month, day: days - daysFromCivil(year, month, 1) + 1 }, now, zone)
}

const fromParts = (parts: DateParts, now: TimeValue, zone: Zone): TimeValue | undefined => {
  if (parts.yearDay !== undefined) return fromYearDay(parts, now, zone)
  const nowYear = timeFields(now).year
  const offset = parts.zone === undefined ? undefined : zoneOffset(parts.zone, parts.year ?? nowYear, zone)
  const base = offset === undefined ? toLocalTime(now, zone) : makeTime(now.seconds, now.nanos, offset, null)
  const clock = complete(parts, base)
  const nanos = parts.nanos ?? 0
  if (offset === undefined) {
    const local = clockSeconds(clock)
    return local === undefined ? undefined : timeAt(zone.fromLocal(local), nanos, zone)
  }
  const seconds = clockSeconds(applyOffset(clock, offset))
  if (seconds === undefined) return undefined
  if (isUtcName(parts.zone!)) return makeTime(seconds, nanos, 0, 'UTC')
  const local = timeAt(seconds, nanos, zone)
  return local.offset === offset ? local : makeTime(seconds, nanos, offset, null)
}

/** Time.parse; undefined where Ruby raises because it finds no date or an impossible one. */
export const parseTime = (text: string, now: TimeValue, zone: Zone): TimeValue | undefined => {
  const parts = parseDateParts(text)
  if (!parts) return undefined
  const { zone: _, ...rest } = parts
  return Object.values(rest).some((part) => typeof part === 'number') ? fromParts(parts, now, zone) : undefined
}
