// The package document: what the book is, which files it has, and in which order they are read.
import { escapeXml } from './xml.ts'

export interface Metadata {
  readonly identifier: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly rightToLeft: boolean
  readonly authors: readonly string[]
  readonly publisher: string | undefined
  readonly description: string | undefined
  readonly rights: string | undefined
  /** Of publication: a year, a month or a day. */
  readonly date: string | undefined
  /** '2024-01-02T03:04:05Z'. */
  readonly modified: string
}

export interface Item {
  readonly id: string
  readonly href: string
  readonly mediaType: string
  readonly properties: readonly string[]
  /** Read in the order in which the items come. */
  readonly spine: boolean
}

export interface Accessibility {
  readonly pictures: boolean
  /** Every picture has words in its place, or is marked as mere decoration. */
  readonly described: boolean
  readonly math: boolean
  /** Something may move. */
  readonly moving: boolean
}

const meta = (property: string, value: string): string => `<meta property="${property}">${escapeXml(value)}</meta>`

const accessibility = (book: Accessibility): string[] => [
  meta('schema:accessMode', 'textual'),
  ...(book.pictures ? [meta('schema:accessMode', 'visual')] : []),
  meta('schema:accessModeSufficient', book.described ? 'textual' : 'textual,visual'),
  meta('schema:accessibilityFeature', 'tableOfContents'),
  meta('schema:accessibilityFeature', 'structuralNavigation'),
  meta('schema:accessibilityFeature', 'readingOrder'),
  meta('schema:accessibilityFeature', 'displayTransformability'),
  ...(book.pictures && book.described ? [meta('schema:accessibilityFeature', 'alternativeText')] : []),
  ...(book.math ? [meta('schema:accessibilityFeature', 'MathML')] : []),
  meta('schema:accessibilityHazard', book.moving ? 'unknown' : 'none'),
  meta(
    'schema:accessibilitySummary',
    book.described
      ? 'Everything can be read as text, with headings and links to move by.'
      : 'The text has headings and links to move by; some pictures have no description.',
  ),
]

const element = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`<${name}>${escapeXml(value)}</${name}>`]

const itemLine = ({ id, href, mediaType, properties }: Item): string => {
  const extra = properties.length === 0 ? '' : ` properties="${properties.join(' ')}"`
  return `<item id="${id}" href="${escapeXml(href)}" media-type="${mediaType}"${extra}/>`
}

export const writePackage = (metadata: Metadata, items: readonly Item[], access: Accessibility): string => {
  const lines = [
    `<dc:identifier id="book-id">${escapeXml(metadata.identifier)}</dc:identifier>`,
    ...element('dc:title', metadata.title),
    ...element('dc:language', metadata.language),
    ...metadata.authors.flatMap((author) => element('dc:creator', author)),
    ...element('dc:publisher', metadata.publisher),
    ...element('dc:description', metadata.description),
    ...element('dc:rights', metadata.rights),
    ...element('dc:date', metadata.date),
    meta('dcterms:modified', metadata.modified),
    ...accessibility(access),
  ]
  const direction = metadata.rightToLeft ? ' page-progression-direction="rtl"' : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${metadata.language}"${metadata.rightToLeft ? ' dir="rtl"' : ''}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${lines.join('\n')}
</metadata>
<manifest>
${items.map(itemLine).join('\n')}
</manifest>
<spine${direction}>
${items
  .filter(({ spine }) => spine)
  .map(({ id }) => `<itemref idref="${id}"/>`)
  .join('\n')}
</spine>
</package>
`
}
