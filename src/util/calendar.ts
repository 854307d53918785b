// Calendars as plain arithmetic: the Gregorian one, which Ruby's Time has for all times, and that of its Date, which is Julian before the
// reform of 1582. Days count from 1970-01-01.

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day number of a date; a day beyond the month's end runs over into the next. */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export const civilFromDays = (days: number): CivilDate => {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  }
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 31)

export const isCivilDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

// The first day of the Gregorian calendar in Italy, 1582-10-15, which followed on the 4th.
const REFORM = -141_427

const daysFromJulian = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return shifted * 365 + Math.floor(shifted / 4) + dayOfYear - 719470
}

/** The day number of a Date of Ruby's. */
export const daysFromDate = (year: number, month: number, day: number): number => {
  const days = daysFromCivil(year, month, day)
  return days < REFORM ? daysFromJulian(year, month, day) : days
}

/** Has Ruby's Date such a day? */
export const isRubyDate = (year: number, month: number, day: number): boolean => {
  if (daysFromCivil(year, month, day) >= REFORM) return isCivilDate(year, month, day)
  // Each fourth year is a leap year in the Julian calendar, as 2000 is in the Gregorian one.
  return isCivilDate(year % 4 === 0 ? 2000 : 2001, month, day) && daysFromJulian(year, month, day) < REFORM
}

/** 0 is Sunday. */
export const weekday = (days: number): number => (((days + 4) % 7) + 7) % 7

/** 1 on New Year's Day. */
export const dayOfYear = (year: number, month: number, day: number): number =>
  daysFromCivil(year, month, day) - daysFromCivil(year, 1, 1) + 1

/** ISO 8601's week and the year that it belongs to. */
export const isoWeek = (year: number, month: number, day: number): { readonly year: number; readonly week: number } => {
  const days = daysFromCivil(year, month, day)
  const thursday = days + 3 - ((weekday(days) + 6) % 7)
  const weekYear = civilFromDays(thursday).year
  return { year: weekYear, week: Math.floor((thursday - daysFromCivil(weekYear, 1, 1)) / 7) + 1 }
}
