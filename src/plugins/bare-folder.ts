// A folder of Markdown files alone becomes a readable book: no configuration, no layouts, no front matter needed.
import type { Page, Site, StaticFile } from '../model/site.ts'
import { lazy } from '../util/lazy.ts'
import { type Hash, hashOf } from '../util/value.ts'
import type { GeneratorContext, Plugin } from './plugin.ts'

const NAME = 'book'

const isMarkdownFile = (file: StaticFile): boolean => /^\.(?:md|markdown|mkd|mkdn|mkdown)$/i.test(file.extension)
const isFront = (file: StaticFile): boolean => /^(?:index|readme)$/i.test(file.basename)

/** Is this a folder of Markdown files and pictures, and nothing that speaks Jekyll? */
export const isBareFolder = (site: Site): boolean =>
  site.config.files.length === 0 &&
  site.config.theme === undefined &&
  site.layouts.size === 0 &&
  site.pages.length === 0 &&
  [...site.collections.values()].every(({ docs }) => docs.length === 0) &&
  site.data.size === 0 &&
  site.staticFiles.some(isMarkdownFile)

/** Is this a folder without configuration and layouts whose pages name a book? They are chapters for the shipped theme. */
export const isBookFolder = (site: Site): boolean =>
  site.config.files.length === 0 &&
  site.config.theme === undefined &&
  site.layouts.size === 0 &&
  site.pages.some((page) => page.data.has('book'))

const fileOrder = lazy(() => new Intl.Collator('en', { numeric: true }))

// A heading's text without its closing marks and its attributes. Ends are looked for from the back: a long line must not take long.
const plainHeading = (written: string): string => {
  let text = written.trimEnd()
  const open = text.endsWith('}') ? text.indexOf('{', text.lastIndexOf('}', text.length - 2) + 1) : -1
  if (open > 0) text = text.slice(0, open).trimEnd()
  let end = text.length
  while (end > 1 && text[end - 1] === '#') end--
  return text.slice(0, end).trimEnd().replace(/[*_`]/g, '')
}

const headingOf = (text: string): string | undefined => {
  const written = /^#{1,6}[ \t]+(\S.*)/m.exec(text)?.[1]
  return written === undefined ? undefined : plainHeading(written)
}

const titleFromName = (name: string): string => {
  const words =
    name
      .replace(/^\d+[-_. ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  return words.charAt(0).toUpperCase() + words.slice(1)
}

// The layout shows the title itself, so a heading that only repeats it would stand twice.
const withoutTitle = (text: string, title: string | undefined): string => {
  const match = /^\s*#[ \t]+(\S.*)\r?(?:\n|$)/.exec(text)
  return match && title !== undefined && plainHeading(match[1] ?? '') === title ? text.slice(match[0].length) : text
}

const chapterOf = (context: GeneratorContext, file: StaticFile, number: number): Page => {
  const page = context.pageFromFile(file)
  const heading = headingOf(page.content)
  const data: Hash = hashOf({
    layout: 'custom',
    title: heading ?? titleFromName(file.basename),
    book: NAME,
    chapter: number,
  })
  return context.withData(page, data, `{% raw %}${withoutTitle(page.content, heading)}{% endraw %}`)
}

const contentsOf = (context: GeneratorContext, front: StaticFile | undefined, folder: string): Page => {
  const page = front ? context.pageFromFile(front) : context.createPage('index.md', new Map(), '')
  const heading = headingOf(page.content)
  const data = hashOf({ layout: 'book', title: heading ?? titleFromName(folder), book: NAME, permalink: '/' })
  return context.withData(page, data, `{% raw %}${withoutTitle(page.content, heading)}{% endraw %}`)
}

/** Turns the Markdown files into the chapters of one book, in file order. */
export const bareFolder = (folderName: string): Plugin => ({
  name: 'bare-folder',
  generate: (site, context) => {
    const files = site.staticFiles.filter(isMarkdownFile)
    const front = files
      .filter((file) => isFront(file) && !file.relativePath.slice(1).includes('/'))
      .sort((a, b) => fileOrder().compare(a.name, b.name))[0]
    const rest = files
      .filter((file) => file !== front)
      .toSorted((a, b) => fileOrder().compare(a.relativePath, b.relativePath))
    const chapters = rest.map((file, i) => chapterOf(context, file, i + 1))
    const pages = [contentsOf(context, front, folderName), ...chapters]
    return {
      ...site,
      pages: [...site.pages, ...pages],
      staticFiles: site.staticFiles.filter((file) => !files.includes(file)),
    }
  },
})
