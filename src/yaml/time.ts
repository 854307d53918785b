// Dates and times in YAML: `2024-01-02` is a Date; `2024-01-02 03:04:05 +0200` a Time that keeps its own offset. What only looks like
// one (the 45th of a 13th month) stays text.
import { isRubyDate } from '../util/calendar.ts'
import type { DateValue, TimeValue } from '../util/value.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})\n?$/
// Ruby's \s is ASCII's alone.
const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t-\r]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d*))?[ \t-\r]*(Z|[-+]\d{1,2}(?::?\d{2})?)?\n?$/

const DAY = 86400

/** Seconds east of Greenwich; 0 for more than a day, which Ruby ignores with a warning. */
const parseOffset = (text: string | undefined): number => {
  if (text === undefined || text === 'Z') return 0
  const match = /^([-+])(\d{1,2}):?(\d{2})?$/.exec(text)
  if (!match) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60
  if (seconds > DAY) return 0
  return match[1] === '-' ? -seconds : seconds
}

/** The Date or Time that a plain scalar spells, or undefined. */
export const parseYamlTime = (text: string): DateValue | TimeValue | undefined => {
  const date = DATE.exec(text)
  if (date) {
    const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])]
    return isRubyDate(year, month, day) ? { kind: 'date', year, month, day } : undefined
  }
  const time = TIME.exec(text)
  if (!time) return undefined
  const [year, month, day, hour, minute, second] = time.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (!isRubyDate(year, month, day) || hour > 24 || minute > 59 || second > 60) return undefined
  if (hour === 24 && (minute > 0 || second > 0)) return undefined
  const offset = parseOffset(time[8])
  if (Math.abs(offset) === DAY) return undefined
  const moment = new Date(0)
  // quirk(Ruby): a day that only the Julian calendar has becomes the next one.
  moment.setUTCFullYear(year, month - 1, day)
  moment.setUTCHours(hour, minute, Math.min(second, 59))
  const nanos = Number((time[7] ?? '').slice(0, 9).padEnd(9, '0'))
  return { kind: 'time', seconds: Math.round(moment.getTime() / 1000) - offset, nanos, offset, zone: null }
}
