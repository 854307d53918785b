// Documents: the members of collections, posts and drafts among them. Counterpart: Jekyll::Document.
import { statSync } from 'node:fs'
import { deepMerge } from '../model/hash.ts'
import { documentUrl, permalinkOf, withPermalinkSuffix } from '../model/permalink.ts'
import type { Page } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { localTime, parseLocalTime } from '../util/local-time.ts'
import { baseName, extensionOf } from '../util/path.ts'
import { capitalize, splitWords } from '../util/ruby-text.ts'
import { unescapePath } from '../util/url.ts'
import { notUtf8 } from '../util/utf8.ts'
import { type Hash, isArray, isDate, isHash, isTime, isTruthy, type TimeValue, type Value } from '../util/value.ts'
import { parseYaml } from '../yaml/index.ts'
import { extractExcerpt } from './excerpt.ts'
import { frontMatterHash, splitFrontMatter } from './front-matter.ts'
import { isRead, outputExtensionOf } from './pages.ts'
import { type Reading, reportFrontMatter } from './reading.ts'
import { readSource } from './source-file.ts'

/** What a document must know of its collection. */
export interface CollectionPlace {
  readonly label: string
  readonly metadata: Hash
  /** '_posts', '_label'. */
  readonly relativeDirectory: string
}

const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/
const DATELESS_NAME = /^(.*)(\.[^.]+)$/

export const isPostName = (name: string): boolean => DATED_NAME.test(name)
export const isDraftName = (name: string): boolean => DATELESS_NAME.test(name)

type Data = Map<Value, Value>

const mergeCategories = (data: Hash, other: Hash): Hash => {
  const theirs = other.get('categories')
  if (theirs === null || theirs === undefined) return other
  const list = typeof theirs === 'string' ? splitWords(theirs) : theirs
  const ours = data.get('categories')
  if (!isArray(ours)) return new Map(other).set('categories', list)
  if (!isArray(list)) throw new UserError('`categories` is neither a list nor a text')
  return new Map(other).set('categories', [...new Set([...ours, ...list])])
}

const mergeDate = (data: Data, reading: Reading, relativePath: string, source: string): void => {
  if (!data.has('date')) return
  const value = data.get('date')
  if (isTime(value)) {
    data.set('date', localTime(value, reading.config.timezone))
    return
  }
  const time = parseLocalTime(textOf(value), reading.config.timezone)
  if (!time) {
    throw new UserError(
      `Invalid date '${textOf(value)}': Document '${relativePath}' does not have a valid date in the ${source}.`,
      {
        place: { path: relativePath, line: 1 },
        advice: 'Write dates as 2024-03-01 or 2024-03-01 14:30:00 +0100.',
      },
    )
  }
  data.set('date', time)
}

class FatalDate extends Error {}

/** Collects a document's data in Jekyll's order, for the order shows when a template walks through it. */
const createDataBuilder = (reading: Reading, relativePath: string) => {
  let data: Data = new Map()
  const merge = (other: Hash, source = 'YAML front matter'): void => {
    data = deepMerge(data, mergeCategories(data, other))
    try {
      mergeDate(data, reading, relativePath, source)
    } catch (error) {
      throw error instanceof UserError ? Object.assign(new FatalDate(), { cause: error }) : error
    }
  }
  return { merge, get: () => data }
}

const superFolders = (relativePath: string, specialDir: string): string[] => {
  if (relativePath.startsWith(specialDir)) return []
  const at = relativePath.indexOf(specialDir)
  const before = at < 0 ? relativePath : relativePath.slice(0, at)
  const name = baseName(relativePath)
  return before.split('/').filter((part) => part !== '' && part !== specialDir && part !== name)
}

const singularOrPlural = (data: Hash, singular: string, plural: string): Value[] => {
  let value: Value = data.get(singular)
  if (!isTruthy(value)) {
    const many = data.get(plural)
    value = typeof many === 'string' ? splitWords(many) : isArray(many) ? many : null
  }
  return [value].flat(10).filter((item) => item !== null && item !== undefined) as Value[]
}

const asArray = (value: Value): readonly Value[] =>
  value === null || value === undefined ? [] : isArray(value) ? value : [value]

const titleize = (slug: string): string => slug.split('-').map(capitalize).join(' ').replace(/ +$/, '')

interface Names {
  readonly date: string | undefined
  readonly slug: string
  readonly ext: string | undefined
}

const namesOf = (relativePath: string): Names => {
  const name = baseName(relativePath)
  const dated = DATED_NAME.exec(name)
  if (dated) return { date: dated[1], slug: (dated[2] ?? '').replace(/\.*$/, ''), ext: dated[3] }
  const plain = DATELESS_NAME.exec(name)
  const slug = plain ? (plain[1] ?? '') : name
  return { date: undefined, slug: slug.replace(/\.*$/, ''), ext: plain?.[2] }
}

type Builder = ReturnType<typeof createDataBuilder>

const orElse = (builder: Builder, key: string, value: Value): void => {
  if (!isTruthy(builder.get().get(key))) builder.get().set(key, value)
}

const populate = (builder: Builder, reading: Reading, relativePath: string): void => {
  const names = namesOf(relativePath)
  if (names.date !== undefined) {
    const date = builder.get().get('date')
    if (!isTruthy(date) || (isTime(date) && date.seconds === reading.time.seconds)) {
      builder.merge(new Map([['date', names.date]]), 'filename')
    }
  }
  orElse(builder, 'title', titleize(names.slug))
  orElse(builder, 'slug', names.slug)
  orElse(builder, 'ext', names.ext ?? null)
  const data = builder.get()
  const categories = [...asArray(data.get('categories')), ...singularOrPlural(data, 'category', 'categories')].map(
    textOf,
  )
  builder.merge(new Map([['categories', [...new Set(categories)]]]))
  builder.merge(new Map([['tags', singularOrPlural(builder.get(), 'tag', 'tags')]]))
}

interface Parts {
  readonly data: Data
  readonly content: string
  readonly line: number
  readonly excerpt: string | undefined
  /** Did the reading stop before the text? */
  readonly textless?: boolean
}

const readExcerpt = (reading: Reading, data: Data, content: string, relativePath: string): string | undefined => {
  const own = data.get('excerpt_separator')
  const separator = isTruthy(own) ? textOf(own) : reading.config.excerptSeparator
  if (separator === '' || isTruthy(data.get('excerpt'))) return undefined
  const excerpt = extractExcerpt(content, separator, relativePath)
  reading.warnings.push(...excerpt.warnings)
  data.set('excerpt', null)
  return excerpt.text
}

const readTextDocument = (
  reading: Reading,
  text: string,
  relativePath: string,
  place: CollectionPlace,
  draft: boolean,
): Parts => {
  const builder = createDataBuilder(reading, relativePath)
  builder.get().set('draft', draft)
  builder.merge(new Map([['categories', superFolders(relativePath, draft ? '_drafts' : place.relativeDirectory)]]))
  const parts = splitFrontMatter(text, relativePath)
  let textless = true
  try {
    const defaults = reading.defaults.all(relativePath, place.label)
    if (defaults.size > 0) builder.merge(defaults, 'front matter defaults')
    textless = false
    if (parts.error) throw parts.error
    builder.merge(frontMatterHash(parts, relativePath))
    populate(builder, reading, relativePath)
    const excerpt = readExcerpt(reading, builder.get(), parts.content, relativePath)
    return { data: builder.get(), content: parts.content, line: parts.line, excerpt }
  } catch (error) {
    if (error instanceof FatalDate) throw error.cause
    if (!(error instanceof UserError)) throw error
    reportFrontMatter(reading, error)
    const content = textless ? '' : parts.content
    return { data: builder.get(), content, line: parts.line, excerpt: undefined, textless }
  }
}

const readYamlDocument = (text: string, relativePath: string): Parts => {
  const value = parseYaml(text, { path: relativePath })
  // quirk(jekyll): nil and false are no data at all.
  if (isTruthy(value) && !isHash(value))
    throw new UserError(`A document in YAML is a hash, and ${relativePath} holds ${inspect(value)}`, {
      place: { path: relativePath, line: 1 },
      advice: 'Give it keys with values, or let its name begin with an underscore.',
    })
  return { data: new Map(isHash(value) ? value : []), content: '', line: 1, excerpt: undefined }
}

const modifiedTime = (path: string, timezone: string | undefined): TimeValue => {
  const { mtimeMs } = statSync(path)
  const seconds = Math.floor(mtimeMs / 1000)
  return localTime(
    { kind: 'time', seconds, nanos: Math.floor((mtimeMs - seconds * 1000) * 1e6), offset: 0, zone: null },
    timezone,
  )
}

const templateOf = (place: CollectionPlace, style: string): string => {
  const { metadata, label } = place
  const own = metadata.get('permalink')
  if (metadata.has('permalink') && !isTruthy(own))
    throw new UserError(`The collection ${label} has a permalink without a value`, {
      place: { path: '_config.yml' },
      advice: 'Give `permalink` a template, or leave it out.',
    })
  return own === null || own === undefined ? withPermalinkSuffix('/:collection/:path', style) : textOf(own)
}

/** Where a document with `url` is written, relative to the destination. */
export const documentOutputPath = (url: string, outputExtension: string): string => {
  const path = unescapePath(url).replace(/^\/+/, '')
  if (url.endsWith('/')) return `${path}index.html`
  return path.endsWith(outputExtension) ? path : path + outputExtension
}

// Jekyll works out a URL when it is first asked for: what is not written may have one that cannot be.
const urlWhereFound = (locate: () => string): string => {
  try {
    return locate()
  } catch (error) {
    if (error instanceof UserError) return ''
    throw error
  }
}

/** A document made of parts that are already known. */
export const createDocument = (
  reading: Reading,
  source: { path: string; relativePath: string; place: CollectionPlace; draft: boolean },
  parts: Parts,
): Page => {
  const { path, relativePath, place, draft } = source
  const { data } = parts
  const extension = extensionOf(path)
  const name = baseName(path)
  const dateless = !isTruthy(data.get('date'))
  const output = isTruthy(place.metadata.get('output'))
  const asksForDate = output && !reading.config.future
  // What counts as a draft here is what the document says of itself, in any collection.
  const unfinished = draft || isTruthy(data.get('draft'))
  // Jekyll asks whether it is a draft on the way to the date, and a document in YAML knows that from then on.
  if (dateless && asksForDate && !isTruthy(data.get('draft'))) data.set('draft', draft)
  if (dateless) data.set('date', unfinished ? modifiedTime(path, reading.config.timezone) : reading.time)
  const date = data.get('date')
  const time = isTime(date) ? date : reading.time
  const permalink = permalinkOf(data.get('permalink'), relativePath)
  const outputExtension = outputExtensionOf(reading, extension, permalink)
  const cleanedPath = relativePath
    .slice(0, relativePath.length - extension.length)
    .replace(place.relativeDirectory, '')
    .replace(/\.*$/, '')
  const basename = name.slice(0, name.length - extension.length)
  const categories = asArray(data.get('categories'))
  if (isDate(date) && asksForDate)
    throw new UserError(`The date of ${relativePath} has no time`, {
      place: { path: relativePath, line: 1 },
      advice: 'A document in YAML needs a whole time: 2024-03-01 14:30:00 +0100.',
    })
  const hidden = !reading.config.future && time.seconds > reading.time.seconds
  const published = isTruthy(data.has('published') ? data.get('published') : true) || reading.config.unpublished
  const write = output && published && !hidden
  let isDated = false
  const locate = (): string =>
    documentUrl(permalink ?? templateOf(place, reading.config.permalink), {
      relativePath,
      collection: place.label,
      cleanedPath,
      basename,
      slug: data.get('slug'),
      categories,
      get date() {
        isDated = true
        return isTime(date) || isDate(date) ? date : undefined
      },
      outputExtension,
    })
  const url = write ? locate() : urlWhereFound(locate)
  // Only whoever asks whether a document lies in the future has its date filled in before the sorting.
  const undatedUntilNow = dateless && (place.label !== 'posts' || reading.config.future)
  return {
    kind: 'document',
    collection: place.label,
    path,
    relativePath,
    dir: '',
    name,
    basename,
    extension,
    data,
    defaults: new Map(),
    content: parts.content,
    line: parts.line,
    excerpt: parts.excerpt,
    date: time,
    draft,
    undated: undatedUntilNow ? (isDated ? 'as read' : 'throughout') : undefined,
    url,
    outputExtension,
    outputPath: documentOutputPath(url, outputExtension),
    write,
  }
}

/**
 * The document in a file, or undefined where it is not text, or a post whose text was not reached.
 * @throws UserError for an impossible date, and for front matter that cannot be read where strict_front_matter is on.
 */
export const readDocument = (
  reading: Reading,
  path: string,
  relativePath: string,
  place: CollectionPlace,
): Page | undefined => {
  const { text, valid } = readSource(path, reading.config.encoding)
  if (!valid && place.label !== 'posts' && isRead(reading, extensionOf(path), text)) throw notUtf8(relativePath)
  if (!valid) reportFrontMatter(reading, notUtf8(relativePath))
  if (!valid && place.label === 'posts') return undefined
  const draft = place.label === 'posts' && !relativePath.includes(place.relativeDirectory)
  const yaml = ['.yml', '.yaml'].includes(extensionOf(path))
  const parts = yaml
    ? readYamlDocument(text, relativePath)
    : readTextDocument(reading, text, relativePath, place, draft)
  if (parts.textless && place.label === 'posts') return undefined
  return createDocument(reading, { path, relativePath, place, draft }, parts)
}
