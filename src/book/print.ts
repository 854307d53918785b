// A whole book as one text: the print page. Every chapter's ids get a prefix of its own, and links between chapters lead within the page.
// Linear in the length of the book.
import { escapeHtml } from '../util/html.ts'
import { createAddresses, type FindDestination, type SiteAddress } from './addresses.ts'
import { attributeOf, elementsOf, type Parent, setAttribute, writeHtml } from './html-tree.ts'
import { changeReferences } from './references.ts'
import { isBlank, nestHeadings, readSection, type Section, type SectionSource } from './sections.ts'

export interface PrintedBook {
  /** The contents page's text, where the book has one. */
  readonly front: SectionSource | undefined
  readonly chapters: readonly SectionSource[]
}

export interface PrintOptions extends SiteAddress {
  /** What stands over the list of chapters. */
  readonly contentsLabel: string
}

const anchorOf = (section: number): string => (section === 0 ? 'book' : `chapter-${section}`)

interface Context {
  readonly find: FindDestination
  /** By number; the contents page first. */
  readonly sections: readonly (Section | undefined)[]
}

const fragmentOf = (target: Section, fragment: string | undefined): string => {
  const anchor = anchorOf(target.number)
  return fragment !== undefined && target.ids.has(fragment) ? `${anchor}-${fragment}` : anchor
}

const linkFrom = (section: Section, context: Context, href: string): string => {
  if (href === '') return href
  const destination = context.find(href, section.url)
  if (destination.kind === 'site') return destination.address
  const target = destination.kind === 'section' ? context.sections[destination.section] : undefined
  if (destination.kind !== 'section' || !target) return href
  return `#${encodeURI(fragmentOf(target, destination.fragment))}`
}

const resourceFrom = (section: Section, context: Context, address: string): string => {
  const destination = context.find(address, section.url)
  return destination.kind === 'site' ? destination.address : address
}

// Nothing may stay folded, and every picture must be there when the page is printed.
const unfold = (tree: Parent): void => {
  for (const element of elementsOf(tree)) {
    if (element.tagName === 'details') setAttribute(element, 'open', '')
    if (attributeOf(element, 'loading') === 'lazy') setAttribute(element, 'loading', undefined)
  }
}

const writeText = (section: Section, context: Context, level: number): string => {
  const anchor = anchorOf(section.number)
  const prefixed = (id: string): string | undefined => (section.ids.has(id) ? `${anchor}-${id}` : undefined)
  changeReferences(section.tree, {
    id: prefixed,
    link: (href) => linkFrom(section, context, href),
    resource: (address) => resourceFrom(section, context, address),
  })
  nestHeadings(section.tree, level)
  unfold(section.tree)
  return writeHtml(section.tree)
}

const writeHeading = (section: Section, level: number): string => {
  const own = section.heading && attributeOf(section.heading, 'id')
  const id = own === undefined ? '' : ` id="${escapeHtml(`${anchorOf(section.number)}-${own}`)}"`
  const description = section.description ? `\n<p class="page-description">${escapeHtml(section.description)}</p>` : ''
  return `<h${level}${id}>${escapeHtml(section.plainTitle)}</h${level}>${description}`
}

const writeChapter = (section: Section, context: Context, level: number): string => {
  const language = section.language === undefined ? '' : ` lang="${escapeHtml(section.language)}"`
  const text = writeText(section, context, level + 1)
  return `<section class="print-chapter" id="${anchorOf(section.number)}"${language}>\n${writeHeading(section, level)}\n${text}\n</section>`
}

/** Runs of chapters of one part, those without a part among them. */
const groupByPart = (sections: readonly Section[]): { part: string | undefined; sections: Section[] }[] => {
  const groups: { part: string | undefined; sections: Section[] }[] = []
  for (const section of sections) {
    const last = groups.at(-1)
    if (last && last.part === section.part) last.sections.push(section)
    else groups.push({ part: section.part, sections: [section] })
  }
  return groups
}

const writeContents = (chapters: readonly Section[], label: string): string => {
  const entry = (section: Section): string =>
    `<li><a href="#${anchorOf(section.number)}">${escapeHtml(section.plainTitle)}</a></li>`
  const groups = groupByPart(chapters).map(({ part, sections }) => {
    const entries = sections.map(entry).join('\n')
    return part === undefined
      ? entries
      : `<li class="print-part-name">${escapeHtml(part)}\n<ol start="${sections[0]?.number ?? 1}">\n${entries}\n</ol></li>`
  })
  return `<nav class="print-contents" aria-label="${escapeHtml(label)}">\n<h2>${escapeHtml(label)}</h2>\n<ol>\n${groups.join('\n')}\n</ol>\n</nav>`
}

/** The book's text under a title of level 1: what the contents page says, the list of chapters, and the chapters. */
export const printBook = (book: PrintedBook, options: PrintOptions): string => {
  const front = book.front && readSection(book.front)
  const chapters = book.chapters.map(readSection)
  const sections = [front, ...chapters]
  const context = {
    sections,
    find: createAddresses(
      options,
      sections.map((section) => section?.url),
    ),
  }
  const parts = groupByPart(chapters).map(({ part, sections: members }) => {
    const level = part === undefined ? 2 : 3
    const texts = members.map((section) => writeChapter(section, context, level)).join('\n')
    return part === undefined
      ? texts
      : `<section class="print-part">\n<h2>${escapeHtml(part)}</h2>\n${texts}\n</section>`
  })
  const introduction = front && !isBlank(front.tree) ? writeText(front, context, 2) : ''
  return [
    `<div class="print-front" id="${anchorOf(0)}">\n${introduction}\n</div>`,
    writeContents(chapters, options.contentsLabel),
    ...parts,
    '',
  ].join('\n')
}
