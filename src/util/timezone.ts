import { readlinkSync } from 'node:fs'
import { daysFromCivil } from './calendar.ts'

// Offsets and abbreviations of IANA time zones, from Intl. Ruby prints the abbreviations of the zone database (CET, JST, -03); Intl knows
// only some of them, so that the common ones are listed here.

const ABBREVIATIONS: readonly (readonly [standard: string, summer: string, zones: string])[] = [
  ['GMT', 'BST', 'Europe/London Europe/Jersey Europe/Guernsey Europe/Isle_of_Man Europe/Belfast GB'],
  ['GMT', 'IST', 'Europe/Dublin Eire'],
  ['WET', 'WEST', 'Europe/Lisbon Atlantic/Canary Atlantic/Madeira Atlantic/Faroe Portugal WET'],
  ['CET', 'CEST', 'Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich Europe/Amsterdam Europe/Brussels Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Prague Europe/Warsaw Europe/Budapest Europe/Belgrade Europe/Zagreb Europe/Ljubljana Europe/Bratislava Europe/Sarajevo Europe/Skopje Europe/Podgorica Europe/Tirane Europe/Andorra Europe/Monaco Europe/Luxembourg Europe/Malta Europe/Vaduz Europe/San_Marino Europe/Vatican Europe/Gibraltar Europe/Busingen Arctic/Longyearbyen Africa/Ceuta Africa/Tunis Africa/Algiers CET MET Poland'],
  ['EET', 'EEST', 'Europe/Athens Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Bucharest Europe/Sofia Europe/Riga Europe/Tallinn Europe/Vilnius Europe/Chisinau Europe/Mariehamn Asia/Nicosia Asia/Beirut Africa/Cairo Africa/Tripoli Europe/Kaliningrad EET'],
  ['MSK', 'MSD', 'Europe/Moscow Europe/Simferopol W-SU'],
  ['IST', 'IDT', 'Asia/Jerusalem Asia/Tel_Aviv Israel'],
  ['IST', 'IST', 'Asia/Kolkata Asia/Calcutta'],
  ['PKT', 'PKST', 'Asia/Karachi'],
  ['JST', 'JDT', 'Asia/Tokyo Japan'],
  ['KST', 'KDT', 'Asia/Seoul Asia/Pyongyang ROK'],
  ['CST', 'CDT', 'Asia/Shanghai Asia/Taipei Asia/Macau Asia/Chongqing PRC ROC'],
  ['HKT', 'HKST', 'Asia/Hong_Kong Hongkong'],
  ['PST', 'PDT', 'Asia/Manila'],
  ['WIB', 'WIB', 'Asia/Jakarta Asia/Pontianak'],
  ['WITA', 'WITA', 'Asia/Makassar'],
  ['WIT', 'WIT', 'Asia/Jayapura'],
  ['AWST', 'AWDT', 'Australia/Perth'],
  ['ACST', 'ACDT', 'Australia/Adelaide Australia/Darwin Australia/Broken_Hill'],
  ['AEST', 'AEDT', 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart Australia/Canberra Australia/Lindeman'],
  ['NZST', 'NZDT', 'Pacific/Auckland NZ Antarctica/McMurdo'],
  ['ChST', 'ChST', 'Pacific/Guam Pacific/Saipan'],
  ['HST', 'HDT', 'Pacific/Honolulu US/Hawaii HST America/Adak'],
  ['SST', 'SDT', 'Pacific/Pago_Pago Pacific/Midway'],
  ['AKST', 'AKDT', 'America/Anchorage America/Juneau America/Sitka America/Nome US/Alaska'],
  ['PST', 'PDT', 'America/Los_Angeles America/Vancouver America/Tijuana US/Pacific PST8PDT'],
  ['MST', 'MDT', 'America/Denver America/Phoenix America/Edmonton America/Boise America/Hermosillo America/Whitehorse US/Mountain US/Arizona MST7MDT MST'],
  ['CST', 'CDT', 'America/Chicago America/Winnipeg America/Mexico_City America/Regina America/Guatemala America/Costa_Rica America/El_Salvador America/Tegucigalpa America/Managua America/Monterrey America/Menominee US/Central CST6CDT'],
  ['EST', 'EDT', 'America/New_York America/Toronto America/Detroit America/Montreal America/Jamaica America/Panama America/Cancun America/Port-au-Prince America/Indianapolis America/Indiana/Indianapolis America/Nassau US/Eastern EST5EDT EST'],
  ['CST', 'CDT', 'America/Havana Cuba'],
  ['AST', 'ADT', 'America/Halifax America/Puerto_Rico America/Santo_Domingo America/Barbados Atlantic/Bermuda America/Moncton Canada/Atlantic'],
  ['NST', 'NDT', 'America/St_Johns Canada/Newfoundland'],
  ['SAST', 'SAST', 'Africa/Johannesburg Africa/Maseru Africa/Mbabane'],
  ['CAT', 'CAT', 'Africa/Maputo Africa/Harare Africa/Lusaka Africa/Kigali Africa/Khartoum Africa/Windhoek Africa/Gaborone'],
  ['EAT', 'EAT', 'Africa/Nairobi Africa/Addis_Ababa Africa/Kampala Africa/Dar_es_Salaam Africa/Mogadishu'],
  ['WAT', 'WAT', 'Africa/Lagos Africa/Kinshasa Africa/Luanda Africa/Douala'],
  ['GMT', 'GMT', 'Africa/Accra Africa/Abidjan Africa/Dakar Atlantic/Reykjavik Iceland GMT Etc/GMT'],
  ['UTC', 'UTC', 'UTC Etc/UTC Etc/UCT Etc/Zulu Etc/Universal UCT Universal Zulu'],
] // biome-ignore format: a table

const abbreviationsOf = (zone: string): readonly [string, string] | undefined => {
  const row = ABBREVIATIONS.find(([, , zones]) => ` ${zones} `.includes(` ${zone} `))
  return row && [row[0], row[1]]
}

/** What a zone says about one moment. */
export interface ZoneMoment {
  /** Seconds east of UTC. */
  readonly offset: number
  readonly abbreviation: string
}

export interface Zone {
  readonly name: string
  at(seconds: number): ZoneMoment
  /** The moment at which the zone's clocks show this time; the earlier of two. `seconds` counts as if the clock were UTC. */
  fromLocal(seconds: number): number
}

const UTC: ZoneMoment = { offset: 0, abbreviation: 'UTC' }

/** The zone database's fallback for zones without letters: `-03`, `+0545`. */
const numericAbbreviation = (offset: number): string => {
  const minutes = Math.abs(Math.trunc(offset / 60))
  const hours = String(Math.trunc(minutes / 60)).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${hours}${minutes % 60 === 0 ? '' : String(minutes % 60).padStart(2, '0')}`
}

const readOffset = (format: Intl.DateTimeFormat, seconds: number): number => {
  const parts: Record<string, number> = {}
  let beforeChrist = false
  for (const { type, value } of format.formatToParts(seconds * 1000)) {
    if (type === 'era') beforeChrist = value.startsWith('B')
    else parts[type] = Number(value)
  }
  const year = parts['year'] ?? 1970
  const days = daysFromCivil(beforeChrist ? 1 - year : year, parts['month'] ?? 1, parts['day'] ?? 1)
  const local = days * 86400 + (parts['hour'] ?? 0) * 3600 + (parts['minute'] ?? 0) * 60 + (parts['second'] ?? 0)
  return local - seconds
}

const makeZone = (name: string): Zone => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name, hourCycle: 'h23', calendar: 'gregory', era: 'short',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }) // biome-ignore format: one option list
  const abbreviations = abbreviationsOf(name)
  // Zones change on the quarter-hour at most: one look-up per quarter-hour that is asked for.
  const offsets = new Map<number, number>()
  const offsetAt = (seconds: number): number => {
    const quarter = Math.floor(seconds / 900)
    let offset = offsets.get(quarter)
    if (offset === undefined) offsets.set(quarter, (offset = readOffset(format, quarter * 900)))
    return offset
  }
  const standardOf = (seconds: number): number => {
    // Whatever the season, a quarter or half a year away it is winter.
    const quarter = 91 * 86400
    return Math.min(...[-2, -1, 0, 1, 2].map((quarters) => offsetAt(seconds + quarters * quarter)))
  }
  const abbreviationAt = (seconds: number, offset: number): string => {
    // Before there were zones: local mean time, to the second.
    if (offset % 900 !== 0) return 'LMT'
    if (!abbreviations) return numericAbbreviation(offset)
    return abbreviations[offset > standardOf(seconds) ? 1 : 0]
  }
  return {
    name,
    at: (seconds) => {
      const offset = offsetAt(seconds)
      return { offset, abbreviation: abbreviationAt(seconds, offset) }
    },
    fromLocal: (local) => {
      const before = offsetAt(local - 86400)
      const after = offsetAt(local + 86400)
      for (const offset of [before, after]) if (offsetAt(local - offset) === offset) return local - offset
      return local - before
    },
  }
}

const utcZone: Zone = { name: 'UTC', at: () => UTC, fromLocal: (seconds) => seconds }
const zones = new Map<string, Zone>([['UTC', utcZone]])

// Where Unix keeps the name of its clocks' zone.
const LOCAL_TIME = '/etc/localtime'

/** The process's own zone. Intl takes its time when it is first asked, and most builds run where clocks show UTC. */
const ownZoneName = (): string => {
  let known = process.env['TZ'] ?? ''
  try {
    if (known === '') known = readlinkSync(LOCAL_TIME)
  } catch {
    // No such link here: Intl knows other ways.
  }
  return /(?:^|\/)UTC$/.test(known) ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The zone of that IANA name; UTC where there is no such zone, as the C library does. Undefined means the process's own. */
export const findZone = (name: string | undefined): Zone => {
  const wanted = name ?? ownZoneName()
  let zone = zones.get(wanted)
  if (zone) return zone
  try {
    zone = abbreviationsOf(wanted)?.[0] === 'UTC' ? utcZone : makeZone(wanted)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    zone = utcZone
  }
  zones.set(wanted, zone)
  return zone
}
