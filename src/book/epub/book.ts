// A book as an EPUB: its chapters' documents, contents, pictures and styles in one archive. The same book gives the same bytes.
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Warning } from '../../util/error.ts'
import { createAddresses, type SiteAddress } from '../addresses.ts'
import { attributeOf, elementsOf } from '../html-tree.ts'
import { isBlank, readSection, type Section, type SectionSource } from '../sections.ts'
import { type ChapterContext, type ChapterText, writeDocument, writeText, xmlIds } from './chapter.ts'
import { type ContentsEntry, type Landmark, writeContents } from './contents.ts'
import { type Item, type Metadata, writePackage } from './package.ts'
import { createPictures, type Picture, type Pictures, type ReadFile } from './pictures.ts'
import { STYLE } from './style.ts'
import { escapeXml } from './xml.ts'

export interface EpubBook {
  readonly metadata: Metadata
  /** The contents page's text, where the book has one. */
  readonly front: SectionSource | undefined
  readonly chapters: readonly SectionSource[]
  /** The cover's path in the site. */
  readonly cover: string | undefined
  /** A style sheet of the site's own, after ours. */
  readonly style: string | undefined
  readonly labels: EpubLabels
}

export interface EpubLabels {
  readonly contents: string
  readonly cover: string
  readonly start: string
}

export interface EpubContext extends SiteAddress {
  readonly read: ReadFile
  warn(warning: Warning): void
}

interface Part extends Item {
  readonly text: string
}

const COVER = 'cover.xhtml'
const TITLE = 'title.xhtml'
const NAV = 'contents.xhtml'
const XHTML = 'application/xhtml+xml'
// Archives have no time zones: a fixed day in the local calendar is the same bytes everywhere.
const ARCHIVE_TIME = new Date(1980, 0, 1)

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`

const chapterFile = (number: number, total: number): string =>
  `chapter-${String(number).padStart(Math.max(2, String(total).length), '0')}.xhtml`

const titleBody = (metadata: Metadata, introduction: string): string => {
  const line = (name: string, text: string | undefined): string[] =>
    text === undefined || text === '' ? [] : [`<p class="${name}">${escapeXml(text)}</p>`]
  return [
    '<section class="title-page" epub:type="titlepage">',
    `<h1>${escapeXml(metadata.title)}</h1>`,
    ...line('author', metadata.authors.join(', ')),
    ...line('description', metadata.description),
    ...line('publisher', metadata.publisher),
    ...(introduction === '' ? [] : [`<div class="introduction">\n${introduction}\n</div>`]),
    '</section>',
  ].join('\n')
}

const chapterBody = (section: Section, text: ChapterText, part: string | undefined): string => {
  const id = section.heading && attributeOf(section.heading, 'id')
  const own = id === undefined ? undefined : xmlIds(section.ids).get(id)
  return [
    '<section epub:type="chapter">',
    ...(part === undefined ? [] : [`<p class="part">${escapeXml(part)}</p>`]),
    `<h1${own === undefined ? '' : ` id="${own}"`}>${escapeXml(section.plainTitle)}</h1>`,
    ...(section.description ? [`<p class="description">${escapeXml(section.description)}</p>`] : []),
    text.body,
    '</section>',
  ].join('\n')
}

const coverBody = (picture: Picture, label: string): string =>
  `<section class="cover" epub:type="cover"><img src="${escapeXml(picture.name)}" alt="${escapeXml(label)}"/></section>`

const documentPart = (href: string, text: string, properties: readonly string[] = []): Part => ({
  id: href.replace('.xhtml', ''),
  href,
  mediaType: XHTML,
  properties,
  spine: true,
  text,
})

const undescribed = (sections: readonly (Section | undefined)[]): boolean =>
  sections.some(
    (section) =>
      section !== undefined &&
      [...elementsOf(section.tree)].some(
        (element) => element.tagName === 'img' && attributeOf(element, 'alt') === undefined,
      ),
  )

const addressOf = (site: SiteAddress): string | undefined => (site.url ? site.url.replace(/\/+$/, '') : undefined)

/** The sections with everything that a chapter's links may need to know of the others. */
const prepare = (book: EpubBook, epub: EpubContext) => {
  const front = book.front && readSection(book.front)
  const chapters = book.chapters.map(readSection)
  const sections = [front, ...chapters]
  const pictures = createPictures(epub.read)
  const context: ChapterContext = {
    sections,
    find: createAddresses(
      epub,
      sections.map((section) => section?.url),
    ),
    files: [TITLE, ...chapters.map(({ number }) => chapterFile(number, chapters.length))],
    ids: sections.map((section) => section && xmlIds(section.ids)),
    pictures,
    site: addressOf(epub),
    warn: (section, message) => epub.warn({ message, place: { path: section.path } }),
  }
  return { front, chapters, pictures, context, described: !undescribed(sections) }
}

const archive = (files: readonly (readonly [string, string | Uint8Array])[]): Uint8Array => {
  const entries: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0, mtime: ARCHIVE_TIME }] }
  for (const [name, content] of files) {
    const packed = typeof content !== 'string' && !name.endsWith('.svg')
    entries[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { level: packed ? 0 : 6, mtime: ARCHIVE_TIME },
    ]
  }
  return zipSync(entries)
}

type WriteDocument = (type: string | undefined, title: string, body: string, language?: string) => string

/** The documents of the chapters, and what the contents say of them. */
const chapterParts = (chapters: readonly Section[], context: ChapterContext, write: WriteDocument) => {
  const entries: ContentsEntry[] = []
  const parts = chapters.map((section, i): Part => {
    const text = writeText(section, context)
    const href = chapterFile(section.number, chapters.length)
    entries.push({ title: section.plainTitle, part: section.part, file: href, headings: text.headings })
    const part = section.part === chapters[i - 1]?.part ? undefined : section.part
    const body = chapterBody(section, text, part)
    return documentPart(href, write('bodymatter', section.plainTitle, body, section.language), text.properties)
  })
  return { entries, parts }
}

const frontParts = (
  book: EpubBook,
  cover: Picture | undefined,
  introduction: ChapterText | undefined,
  write: WriteDocument,
): Part[] => {
  const { metadata, labels } = book
  const body = titleBody(metadata, introduction?.body ?? '')
  return [
    ...(cover ? [documentPart(COVER, write('frontmatter', labels.cover, coverBody(cover, labels.cover)))] : []),
    documentPart(TITLE, write('frontmatter', metadata.title, body), introduction?.properties),
  ]
}

const landmarksOf = (book: EpubBook, cover: Picture | undefined, first: ContentsEntry | undefined): Landmark[] => [
  ...(cover ? [{ type: 'cover', file: COVER, title: book.labels.cover }] : []),
  { type: 'titlepage', file: TITLE, title: book.metadata.title },
  { type: 'toc', file: `${NAV}#toc`, title: book.labels.contents },
  ...(first ? [{ type: 'bodymatter', file: first.file, title: book.labels.start }] : []),
]

const findCover = (book: EpubBook, pictures: Pictures, epub: EpubContext): Picture | undefined => {
  const cover = book.cover === undefined ? undefined : pictures.add(book.cover)
  if (typeof cover !== 'string') return cover
  epub.warn({ message: `The cover ${book.cover} is not in the EPUB: ${cover}`, place: { path: '_config.yml' } })
  return undefined
}

/** The book's archive. Linear in the length of the book. */
export const createEpub = (book: EpubBook, epub: EpubContext): Uint8Array => {
  const { metadata, labels } = book
  const { front, chapters, pictures, context, described } = prepare(book, epub)
  const styles = ['style.css', ...(book.style === undefined ? [] : ['own.css'])]
  const { rightToLeft } = metadata
  const write: WriteDocument = (type, title, body, language = metadata.language) =>
    writeDocument({ title, language, rightToLeft, styles, type, body })
  const cover = findCover(book, pictures, epub)
  const introduction = front && !isBlank(front.tree) ? writeText(front, context) : undefined
  const { entries, parts: texts } = chapterParts(chapters, context, write)
  const contents = writeContents(labels.contents, entries, landmarksOf(book, cover, entries[0]))
  const parts = [
    ...frontParts(book, cover, introduction, write),
    documentPart(NAV, write(undefined, labels.contents, contents), ['nav']),
    ...texts,
  ]
  return archive(filesOf(book, parts, { pictures: pictures.all(), cover, described }))
}

interface Looks {
  readonly pictures: readonly Picture[]
  readonly cover: Picture | undefined
  readonly described: boolean
}

const filesOf = (book: EpubBook, parts: readonly Part[], looks: Looks): [string, string | Uint8Array][] => {
  const sheet = (id: string, href: string): Item => ({ id, href, mediaType: 'text/css', properties: [], spine: false })
  const items: Item[] = [
    ...parts,
    sheet('style', 'style.css'),
    ...(book.style === undefined ? [] : [sheet('own-style', 'own.css')]),
    ...looks.pictures.map(
      (picture, i): Item => ({
        id: `picture-${i + 1}`,
        href: picture.name,
        mediaType: picture.mediaType,
        properties: picture === looks.cover ? ['cover-image'] : [],
        spine: false,
      }),
    ),
  ]
  const access = {
    pictures: looks.pictures.length > 0 || parts.some(({ properties }) => properties.includes('svg')),
    described: looks.described,
    math: parts.some(({ properties }) => properties.includes('mathml')),
    moving: looks.pictures.some(({ mediaType }) => mediaType === 'image/gif'),
  }
  return [
    ['META-INF/container.xml', CONTAINER],
    ['EPUB/package.opf', writePackage(book.metadata, items, access)],
    ...parts.map(({ href, text }): [string, string] => [`EPUB/${href}`, text]),
    ['EPUB/style.css', STYLE],
    ...(book.style === undefined ? [] : [['EPUB/own.css', book.style] as [string, string]]),
    ...looks.pictures.map(({ name, bytes }): [string, Uint8Array] => [`EPUB/${name}`, bytes]),
  ]
}
