// What an EPUB says of itself, from the settings of the book and the site.
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Book, EpubMetadata } from '../book/index.ts'
import type { Page, Site } from '../model/site.ts'
import type { Warning } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { isArray, isHash, isTruthy, type Value } from '../util/value.ts'
import { ownOrDefault } from './settings.ts'

/** A setting of one book. */
export type BookSettings = (key: string) => Value

const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|ps|sd|syr|ug|ur|yi)(?:-|$)/i
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

const first = (...values: readonly Value[]): Value => values.find(isTruthy) ?? null

const textAt = (value: Value): string | undefined => (isTruthy(value) ? textOf(value) : undefined)

/** Names from `author: A`, `author: {name: A}`, or a list of such. */
const namesOf = (value: Value): string[] => {
  if (!isTruthy(value)) return []
  if (isArray(value)) return value.flatMap(namesOf)
  return isHash(value) ? namesOf(value.get('name') ?? null) : [textOf(value)]
}

const indexValue = (book: Book, key: string): Value => (book.index ? (ownOrDefault(book.index, key) ?? null) : null)

/** The value as a language tag, where it is one. */
export const languageTag = (value: Value): string | undefined => {
  const language = (textAt(value) ?? '').replaceAll('_', '-')
  return LANGUAGE.test(language) ? language : undefined
}

const languageOf = (value: Value, warn: (warning: Warning) => void): string => {
  const language = languageTag(value)
  if (language !== undefined || !isTruthy(value)) return language ?? 'en'
  warn({
    message: `'${textOf(value)}' is no language tag: the EPUB is marked as English`,
    place: { path: '_config.yml' },
    advice: 'Write one such as en, pt-BR or zh-Hans.',
  })
  return 'en'
}

const dateOf = (value: Value, warn: (warning: Warning) => void): string | undefined => {
  const text = textAt(value)
  if (text === undefined) return undefined
  const day = text.slice(0, 10)
  if (DATE.test(day)) return day
  warn({
    message: `The date of the EPUB should be a year, a month or a day, but was: ${inspect(value)}`,
    place: { path: '_config.yml' },
    advice: 'Write it as 2024, 2024-03 or 2024-03-31.',
  })
  return undefined
}

/** The same for the same book of the same site, from build to build. */
const identifierFor = (book: Book, site: Site): string => {
  const { url, baseurl } = site.config
  const hash = createHash('sha256')
    .update([url ?? '', baseurl, book.name, book.title].join('\n'))
    .digest('hex')
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`
}

const modifiedAt = (page: Page): number => {
  try {
    return statSync(page.path).mtimeMs
  } catch {
    return 0 // a page that no file holds
  }
}

// Never the clock: the same book is to give the same bytes.
const modificationTime = (book: Book, site: Site): string => {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const fixed = site.config.time?.seconds ?? (epoch && /^\d{1,11}$/.test(epoch) ? Number(epoch) : undefined)
  const pages = [...(book.index ? [book.index] : []), ...book.chapters.map(({ page }) => page)]
  const milliseconds =
    fixed === undefined ? pages.reduce((last, page) => Math.max(last, modifiedAt(page)), 0) : fixed * 1000
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

export const describeBook = (
  book: Book,
  site: Site,
  settings: BookSettings,
  warn: (warning: Warning) => void,
): EpubMetadata => {
  const { data } = site.config
  const siteValue = (key: string): Value => data.get(key) ?? null
  const language = languageOf(
    first(settings('language') ?? null, settings('lang') ?? null, indexValue(book, 'lang'), siteValue('lang')),
    warn,
  )
  const direction = textAt(first(settings('direction') ?? null, indexValue(book, 'direction'), siteValue('direction')))
  return {
    identifier: textAt(settings('identifier') ?? null) ?? identifierFor(book, site),
    title: textAt(settings('title') ?? null) ?? book.title,
    language,
    rightToLeft: direction === undefined ? RIGHT_TO_LEFT.test(language) : direction === 'rtl',
    authors: namesOf(first(settings('author') ?? null, indexValue(book, 'author'), siteValue('author'))),
    publisher: textAt(settings('publisher') ?? null),
    description: book.description ?? textAt(indexValue(book, 'description')) ?? textAt(settings('description') ?? null),
    rights: textAt(settings('rights') ?? null),
    date: dateOf(settings('date') ?? null, warn),
    modified: modificationTime(book, site),
  }
}
