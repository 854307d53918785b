// Times in a site's own zone, by the zone's name. Counterpart: Jekyll's Utils.parse_date and Time#localtime.
import { currentTime, toLocalTime } from './time.ts'
import { parseTime } from './time-parse.ts'
import { findZone } from './timezone.ts'
import type { TimeValue } from './value.ts'

/** The same instant with the zone's offset; undefined names the process's own zone. */
export const localTime = (time: TimeValue, timezone: string | undefined): TimeValue =>
  toLocalTime(time, findZone(timezone))

/** What Ruby's Time.parse reads in a text, as local time; undefined where that is no time. */
export const parseLocalTime = (text: string, timezone: string | undefined): TimeValue | undefined => {
  const zone = findZone(timezone)
  const time = parseTime(text, currentTime(zone), zone)
  return time === undefined ? undefined : toLocalTime(time, zone)
}

export const nowTime = (timezone: string | undefined): TimeValue => currentTime(findZone(timezone))
