// The book's contents as e-readers show them: parts, chapters and their headings, and the places that a reader's menu leads to.
import type { Heading } from './chapter.ts'
import { escapeXml } from './xml.ts'

export interface ContentsEntry {
  readonly title: string
  readonly part: string | undefined
  readonly file: string
  readonly headings: readonly Heading[]
}

// Deeper than this a list of contents is no help.
const DEEPEST = 3

const list = (items: readonly string[]): string => (items.length === 0 ? '' : `\n<ol>\n${items.join('\n')}\n</ol>`)

const headingItems = (headings: readonly Heading[], file: string): string[] => {
  const items: string[] = []
  for (let at = 0; at < headings.length; ) {
    const heading = headings[at]
    if (!heading) break
    let end = at + 1
    while ((headings[end]?.level ?? 0) > heading.level) end++
    const inner = list(headingItems(headings.slice(at + 1, end), file))
    items.push(`<li><a href="${file}#${heading.id}">${escapeXml(heading.text)}</a>${inner}</li>`)
    at = end
  }
  return items
}

const entryItem = ({ title, file, headings }: ContentsEntry): string => {
  const shown = headings.filter(({ level }) => level <= DEEPEST)
  return `<li><a href="${file}">${escapeXml(title)}</a>${list(headingItems(shown, file))}</li>`
}

const partItems = (entries: readonly ContentsEntry[]): string[] => {
  const groups: { part: string | undefined; items: string[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last && last.part === entry.part) last.items.push(entryItem(entry))
    else groups.push({ part: entry.part, items: [entryItem(entry)] })
  }
  return groups.flatMap(({ part, items }) =>
    part === undefined ? items : [`<li><span>${escapeXml(part)}</span>${list(items)}</li>`],
  )
}

export interface Landmark {
  readonly type: string
  readonly file: string
  readonly title: string
}

export const writeContents = (
  title: string,
  entries: readonly ContentsEntry[],
  landmarks: readonly Landmark[],
): string => {
  const places = landmarks.map(
    (place) => `<li><a epub:type="${place.type}" href="${place.file}">${escapeXml(place.title)}</a></li>`,
  )
  return `<nav epub:type="toc" role="doc-toc" id="toc">
<h1>${escapeXml(title)}</h1>${list(partItems(entries))}
</nav>
<nav epub:type="landmarks" hidden="hidden">${list(places)}
</nav>`
}
