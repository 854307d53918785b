// The chapters of a book as the forms that put them together need them: parsed, without what belongs to a page alone, their headings
// moved to where they nest.
import {
  attributeOf,
  changeNodes,
  childrenOf,
  type Element,
  elementsOf,
  hasClass,
  headingLevel,
  isElement,
  isText,
  type Node,
  type Parent,
  parseHtml,
  rename,
  replaceChildren,
  setAttribute,
  textOf,
} from './html-tree.ts'
import { takeIds } from './references.ts'

/** A page of the book: its contents page has number 0, chapters count from 1. */
export interface SectionSource {
  readonly number: number
  /** As templates show it: may hold markup and references. */
  readonly title: string
  readonly part: string | undefined
  readonly description: string | undefined
  readonly language: string | undefined
  readonly url: string
  /** The source file, for warnings. */
  readonly path: string
  /** The converted text, without layouts. */
  readonly content: string
}

export interface Section extends SectionSource {
  readonly plainTitle: string
  /** Owned by whoever read the section; changed in place. */
  readonly tree: Parent
  /** The ids in `tree` as the author knows them, the title's among them. */
  readonly ids: ReadonlySet<string>
  /** What the author wrote as the text's own title: `# The chapter's title`, no longer in `tree`. */
  readonly heading: Element | undefined
}

const isSpace = (node: Node): boolean => node.nodeName === '#comment' || (isText(node) && node.value.trim() === '')

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const plainText = (markup: string): string => squeeze(/[&<]/.test(markup) ? textOf(parseHtml(markup)) : markup)

// Ways through the site and programs for the screen; an author's own things of that kind have the class `no-print`.
const belongsToPage = (element: Element): boolean => {
  if (element.tagName === 'script') return !(attributeOf(element, 'type') ?? '').startsWith('math/')
  return element.tagName === 'nav' || hasClass(element, 'nav-buttons') || hasClass(element, 'no-print')
}

// A title in front matter has straight quotes where the text's own has curly ones.
const comparable = (text: string): string => squeeze(text).replace(/[“”„]/g, '"').replace(/[‘’‚]/g, "'")

const takeHeading = (tree: Parent, title: string): Element | undefined => {
  const first = tree.childNodes.find((node) => !isSpace(node))
  if (!first || !isElement(first) || headingLevel(first) !== 1 || comparable(textOf(first)) !== comparable(title))
    return undefined
  replaceChildren(
    tree,
    tree.childNodes.filter((node) => node !== first),
  )
  return first
}

export const readSection = (source: SectionSource): Section => {
  const tree = parseHtml(source.content)
  changeNodes(tree, (node) => (isElement(node) && belongsToPage(node) ? [] : [node]))
  const ids = takeIds(tree)
  const plainTitle = plainText(source.title)
  return { ...source, tree, ids, plainTitle, heading: takeHeading(tree, plainTitle) }
}

/** Whether the text holds anything to read or to look at. */
export const isBlank = (tree: Parent): boolean =>
  childrenOf(tree).every((node) => isSpace(node)) ||
  (textOf(tree).trim() === '' &&
    ![...elementsOf(tree)].some(({ tagName }) => /^(?:img|svg|math|video|table|hr)$/.test(tagName)))

/** Moves all headings so that the highest one has the level `top`, those that HTML has no name for by `aria-level`. */
export const nestHeadings = (tree: Parent, top: number): void => {
  const headings = [...elementsOf(tree)].filter((element) => headingLevel(element) !== undefined)
  const highest = headings.reduce((least, heading) => Math.min(least, headingLevel(heading) ?? 6), 6)
  for (const heading of headings) {
    const level = (headingLevel(heading) ?? 6) + top - highest
    rename(heading, `h${Math.min(level, 6)}`)
    if (level > 6) setAttribute(heading, 'aria-level', String(level))
  }
}
