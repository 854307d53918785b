import { float, type Value } from '../../src/util/value.ts'

// JSON as the values of a template. JSON has no dates, times and whole floats: an object with `$type` stands for one.

const dateFrom = (text: string): Value => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { kind: 'date', year, month, day }
}

/** A YAML timestamp, with its own offset. */
const timeFrom = (text: string): Value => {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(text)
  if (!match) throw new Error(`no timestamp: ${text}`)
  const zone = match[4] ?? 'Z'
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.replace(/\D/g, '').padEnd(4, '0')
  const offset = zone === 'Z' ? 0 : sign * (Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4)) * 60)
  return {
    kind: 'time',
    seconds: Date.parse(`${match[1]}T${match[2]}Z`) / 1000 - offset,
    nanos: Number((match[3] ?? '').padEnd(9, '0').slice(0, 9)),
    offset,
    zone: zone === 'Z' ? 'UTC' : null,
  }
}

export const fromJson = (json: unknown): Value => {
  if (Array.isArray(json)) return json.map(fromJson)
  if (typeof json !== 'object' || json === null) return json as Value
  const { $type: type, value } = json as { $type?: string; value?: unknown }
  if (type === 'date') return dateFrom(String(value))
  if (type === 'time') return timeFrom(String(value))
  if (type === 'float') return float(Number(value))
  return new Map(Object.entries(json).map(([key, item]) => [key, fromJson(item)]))
}
