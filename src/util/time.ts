import { civilFromDays, daysFromCivil, daysFromDate } from './calendar.ts'
import type { Zone } from './timezone.ts'
import type { DateValue, TimeValue } from './value.ts'

// Making and taking apart Ruby's Time and Date.

export interface TimeFields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanos: number
  readonly offset: number
  /** Abbreviation; null prints as nothing. */
  readonly zone: string | null
  /** Days since 1970-01-01 on the local calendar. */
  readonly days: number
  /** Seconds since 1970-01-01 00:00:00 UTC. */
  readonly seconds: number
}

export const timeFields = (time: TimeValue): TimeFields => {
  const local = time.seconds + time.offset
  const days = Math.floor(local / 86400)
  const rest = local - days * 86400
  return {
    ...civilFromDays(days),
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    nanos: time.nanos,
    offset: time.offset,
    zone: time.zone,
    days,
    seconds: time.seconds,
  }
}

/** A Date is its midnight at +00:00. */
export const dateFields = (date: DateValue): TimeFields => {
  const days = daysFromDate(date.year, date.month, date.day)
  const { year, month, day } = date
  return { year, month, day, hour: 0, minute: 0, second: 0, nanos: 0, offset: 0, zone: '+00:00', days, seconds: days * 86400 } // biome-ignore format: one value
}

export const makeTime = (seconds: number, nanos: number, offset: number, zone: string | null): TimeValue => ({
  kind: 'time',
  seconds,
  nanos,
  offset,
  zone,
})

/** Time.at: that moment in the zone. */
export const timeAt = (seconds: number, nanos: number, zone: Zone): TimeValue => {
  const moment = zone.at(seconds)
  return { ...makeTime(seconds, nanos, moment.offset, moment.abbreviation), local: true }
}

export const currentTime = (zone: Zone): TimeValue => {
  const now = Date.now()
  return timeAt(Math.floor(now / 1000), (now % 1000) * 1e6, zone)
}

/** Time#localtime. */
export const toLocalTime = (time: TimeValue, zone: Zone): TimeValue => timeAt(time.seconds, time.nanos, zone)

/** Date#to_time: midnight in the zone. */
export const dateToTime = (date: DateValue, zone: Zone): TimeValue =>
  timeAt(zone.fromLocal(daysFromCivil(date.year, date.month, date.day) * 86400), 0, zone)

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** Years have four digits at least; negative ones a sign. */
export const yearText = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0')

export const dateText = (date: { year: number; month: number; day: number }): string =>
  `${yearText(date.year)}-${two(date.month)}-${two(date.day)}`

/** `+0900`, or `+09:00` with a colon; seconds are left out, as in %z. */
export const offsetText = (offset: number, colon = ''): string => {
  const minutes = Math.floor(Math.abs(offset) / 60)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`
}

const clockText = (fields: TimeFields): string => `${two(fields.hour)}:${two(fields.minute)}:${two(fields.second)}`
const isUtc = (time: TimeValue): boolean => time.zone === 'UTC' && !time.local

/** Time#to_s: `2024-01-02 03:04:05 +0100`, with UTC by name. */
export const timeText = (time: TimeValue): string => {
  const fields = timeFields(time)
  return `${dateText(fields)} ${clockText(fields)} ${isUtc(time) ? 'UTC' : offsetText(time.offset)}`
}

const fractionText = (nanos: number): string =>
  nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`

/** Time#inspect: like to_s, with the fraction of the second. */
export const inspectTime = (time: TimeValue): string => {
  const fields = timeFields(time)
  const zone = isUtc(time) ? 'UTC' : offsetText(time.offset)
  return `${dateText(fields)} ${clockText(fields)}${fractionText(time.nanos)} ${zone}`
}

/** Date#inspect, with the astronomical day number. */
export const inspectDate = (date: DateValue): string => {
  const julianDay = daysFromDate(date.year, date.month, date.day) + 2440588
  return `#<Date: ${dateText(date)} ((${julianDay}j,0s,0n),+0s,2299161j)>`
}

/** Time#xmlschema: `2024-01-02T03:04:05+01:00`, with Z for UTC. */
export const timeXmlSchema = (time: TimeValue): string => {
  const fields = timeFields(time)
  return `${dateText(fields)}T${clockText(fields)}${isUtc(time) ? 'Z' : offsetText(time.offset, ':')}`
}

/** -1, 0 or 1, whatever the offsets. */
export const compareTimes = (a: TimeValue, b: TimeValue): number =>
  Math.sign(a.seconds - b.seconds) || Math.sign(a.nanos - b.nanos)

export const compareDates = (a: DateValue, b: DateValue): number =>
  Math.sign(a.year - b.year) || Math.sign(a.month - b.month) || Math.sign(a.day - b.day)
