import { inspect, textOf } from '../../util/inspect.ts'
import { downcase } from '../../util/ruby-text.ts'
import { isInvalidFormat, strftime } from '../../util/strftime.ts'
import { dateToTime, timeAt, timeFields, timeXmlSchema, toLocalTime } from '../../util/time.ts'
import { parseTime } from '../../util/time-parse.ts'
import { type DateValue, isDate, isInteger, isTime, type TimeValue, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { argumentError, RubyError } from '../errors.ts'
import type { Runtime } from '../runtime.ts'

// Dates: Liquid's own `date`, which keeps the offset of its input, and Jekyll's date_to_*, which turn it into the site's local time.

/** Liquid's Utils.to_date: undefined for what is no date. */
const toDate = (value: Value, { core }: Runtime): TimeValue | DateValue | undefined => {
  if (isTime(value) || isDate(value)) return value
  if (isInteger(value)) return timeAt(Number(value), 0, core.zone)
  if (typeof value !== 'string' || value === '') return undefined
  const text = downcase(value)
  if (text === 'now' || text === 'today') return core.now()
  if (/^\d+$/.test(text)) return timeAt(Number(text), 0, core.zone)
  return parseTime(text, core.now(), core.zone)
}

const format = (moment: TimeValue | DateValue, pattern: string): string => {
  if (isTime(moment) && isInvalidFormat(pattern)) throw argumentError(`invalid format: ${pattern}`)
  return strftime(moment, pattern)
}

const date = (input: Value, [pattern]: readonly Value[], runtime: Runtime): Value => {
  const text = textOf(pattern)
  if (text === '') return input
  const moment = toDate(input, runtime)
  return moment ? format(moment, text) : input
}

export const dateFilters: Readonly<Record<string, Filter>> = { date: { apply: date, arity: [1, 1] } }

const toTime = (input: Value, runtime: Runtime): TimeValue => {
  const moment = toDate(input, runtime)
  if (moment === undefined)
    throw new RubyError(
      'Jekyll::Errors::InvalidDateError',
      `Invalid Date: '${inspect(input)}' is not a valid datetime.`,
    )
  return isDate(moment) ? dateToTime(moment, runtime.core.zone) : toLocalTime(moment, runtime.core.zone)
}

const ordinal = (day: number): string => {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

const toText =
  (month: '%b' | '%B') =>
  (input: Value, [type, style]: readonly Value[], runtime: Runtime): Value => {
    if (textOf(input) === '') return input
    const time = toTime(input, runtime)
    if (type !== 'ordinal') return strftime(time, `%d ${month} %Y`)
    const { day } = timeFields(time)
    return strftime(time, style === 'US' ? `${month} ${day}${ordinal(day)}, %Y` : `${day}${ordinal(day)} ${month} %Y`)
  }

/** Time#xmlschema writes local time with an offset, also where it is UTC's. */
const xmlSchema = (time: TimeValue): string => timeXmlSchema(time).replace(/Z$/, '+00:00')

const inSchema =
  (write: (time: TimeValue) => string) =>
  (input: Value, _: readonly Value[], runtime: Runtime): Value =>
    textOf(input) === '' ? input : write(toTime(input, runtime))

export const jekyllDateFilters: Readonly<Record<string, Filter>> = {
  date_to_string: { apply: toText('%b'), arity: [0, 2] },
  date_to_long_string: { apply: toText('%B'), arity: [0, 2] },
  date_to_xmlschema: { apply: inSchema(xmlSchema), arity: [0, 0] },
  date_to_rfc822: { apply: inSchema((time) => strftime(time, '%a, %d %b %Y %H:%M:%S %z')), arity: [0, 0] },
}
