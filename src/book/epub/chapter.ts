// One chapter as an e-reader's document.
import type { Destination, FindDestination } from '../addresses.ts'
import {
  attributeOf,
  changeNodes,
  createElement,
  createText,
  type Element,
  elementsOf,
  hasClass,
  headingLevel,
  isElement,
  MATHML,
  type Node,
  type Parent,
  rename,
  SVG,
  setAttribute,
  textOf,
} from '../html-tree.ts'
import { changeReferences } from '../references.ts'
import { nestHeadings, type Section } from '../sections.ts'
import { fitContent } from './content-model.ts'
import type { Pictures } from './pictures.ts'
import { escapeXml, writeXml } from './xml.ts'

export interface Heading {
  readonly level: number
  readonly id: string
  readonly text: string
}

export interface ChapterText {
  readonly body: string
  readonly headings: readonly Heading[]
  /** What the package document says of it: 'mathml', 'svg'. */
  readonly properties: readonly string[]
}

export interface ChapterContext {
  readonly find: FindDestination
  readonly sections: readonly (Section | undefined)[]
  /** By section number: the file's name, and each id of the text under the name that XML allows it. */
  readonly files: readonly string[]
  readonly ids: readonly (ReadonlyMap<string, string> | undefined)[]
  readonly pictures: Pictures
  /** The site's address without its baseurl, for links to pages that are not in the book. */
  readonly site: string | undefined
  warn(section: Section, message: string): void
}

/** Names that XML takes for ids, one for each of the author's. */
export const xmlIds = (ids: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  const tried = new Map<string, number>()
  return new Map(
    [...ids].map((id) => {
      const plain = id.replace(/[^\w.-]/gu, (character) =>
        /[ :]/.test(character) ? '_' : `u${character.codePointAt(0)?.toString(16)}`,
      )
      const base = /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`
      let name = base
      let next = tried.get(base) ?? 2
      while (taken.has(name)) name = `${base}-${next++}`
      tried.set(base, next)
      taken.add(name)
      return [id, name]
    }),
  )
}

const WEB = /^(?:https?|mailto|tel):/i

// Java's readers are stricter than browsers about what stands in an address.
const strictAddress = (address: string): string | undefined =>
  WEB.test(address)
    ? address.replace(/[^\x21-\x7e]|["<>\\^`{|}]|\[|\]/gu, (character) => encodeURIComponent(character))
    : undefined

const linkTo = (destination: Destination, section: Section, context: ChapterContext): string | undefined => {
  if (destination.kind === 'web') return strictAddress(destination.address)
  if (destination.kind === 'site')
    return context.site === undefined ? undefined : strictAddress(context.site + destination.address)
  if (destination.kind === 'none') return undefined
  const file = context.files[destination.section]
  const id =
    destination.fragment === undefined ? undefined : context.ids[destination.section]?.get(destination.fragment)
  if (file === undefined) return undefined
  return (destination.section === section.number && id !== undefined ? '' : file) + (id === undefined ? '' : `#${id}`)
}

/** A picture's words, or a link to it where it is elsewhere on the web. */
const insteadOfPicture = (image: Element, web: string | undefined): Node[] => {
  const alt = (attributeOf(image, 'alt') ?? '').trim()
  if (web !== undefined) return [createElement('a', { href: web }, [createText(alt === '' ? web : alt)])]
  return alt === '' ? [] : [createText(alt)]
}

const isInside = (node: Node, name: string): boolean => {
  for (let at: Parent | null = node.parentNode; at && 'tagName' in at; at = at.parentNode)
    if (at.tagName === name) return true
  return false
}

const replaceImage = (image: Element, section: Section, context: ChapterContext): Node[] => {
  const address = attributeOf(image, 'src') ?? ''
  const data = address.startsWith('data:')
  const destination = data ? undefined : context.find(address, section.url)
  if (destination?.kind === 'web') {
    context.warn(section, `The picture ${address} is not part of the site: the EPUB has a link in its place`)
    const linked = isInside(image, 'a') || strictAddress(destination.address) === undefined
    return insteadOfPicture(image, linked ? undefined : destination.address)
  }
  const path = data ? address : destination?.kind === 'site' ? destination.path : undefined
  const picture = path === undefined ? 'there is no such file' : context.pictures.add(path)
  if (typeof picture !== 'string') return [image]
  context.warn(section, `The picture ${data ? 'in a data: address' : address} is not in the EPUB: ${picture}`)
  return insteadOfPicture(image, undefined)
}

// What plays or embeds stays outside: its own words for such a case, and the way to it.
const replaceMedia = (element: Element): Node[] => {
  const source = [element, ...elementsOf(element)]
    .map((one) => attributeOf(one, 'src') ?? attributeOf(one, 'data'))
    .find((address) => address !== undefined && address !== '')
  const words = element.childNodes.filter(
    (child) => !isElement(child) || !/^(?:source|track|param)$/.test(child.tagName),
  )
  if (words.some((word) => textOf(word).trim() !== '')) return words
  if (source === undefined) return []
  const label = attributeOf(element, 'title') ?? attributeOf(element, 'aria-label') ?? source
  return isInside(element, 'a') ? [createText(label)] : [createElement('a', { href: source }, [createText(label)])]
}

const mathOf = (element: Element): Element | undefined =>
  [...elementsOf(element)].find(({ tagName, namespaceURI }) => tagName === 'math' && namespaceURI === MATHML)

const replaceNode = (node: Node, section: Section, context: ChapterContext): readonly Node[] => {
  if (!isElement(node)) return [node]
  if (attributeOf(node, 'hidden') !== undefined) return []
  switch (node.tagName) {
    case 'img':
      return replaceImage(node, section, context)
    case 'audio':
    case 'video':
    case 'iframe':
    case 'embed':
    case 'object':
      return replaceMedia(node)
    case 'input':
      return attributeOf(node, 'type') === 'checkbox'
        ? [createText(attributeOf(node, 'checked') === undefined ? '☐ ' : '☑ ')]
        : []
    case 'script':
      return [createElement('code', { class: 'math' }, [createText(textOf(node))])]
    case 'pre': {
      // Line numbers stand in a table within the preformatted text: the code alone will do.
      const code = [...elementsOf(node)].find(
        (one) => one.tagName === 'td' && (hasClass(one, 'rouge-code') || hasClass(one, 'code')),
      )
      return code ? code.childNodes : [node]
    }
    default:
      return hasClass(node, 'katex') ? [mathOf(node) ?? node] : [node]
  }
}

// A note's own role has gone out of use: an item of a list of notes is what it is by its place.
const markFootnotes = (tree: Parent): void => {
  const mark = (element: Element, type: string, role: string): void => {
    setAttribute(element, 'epub:type', type)
    setAttribute(element, 'role', role)
  }
  for (const element of elementsOf(tree)) {
    const role = attributeOf(element, 'role')
    if (element.tagName === 'a' && (role === 'doc-noteref' || hasClass(element, 'footnote')))
      mark(element, 'noteref', 'doc-noteref')
    else if (element.tagName === 'a' && (role === 'doc-backlink' || hasClass(element, 'reversefootnote')))
      mark(element, 'backlink', 'doc-backlink')
    else if (role === 'doc-endnotes' || (element.tagName === 'div' && hasClass(element, 'footnotes'))) {
      rename(element, 'section')
      mark(element, 'endnotes', 'doc-endnotes')
      for (const item of elementsOf(element))
        if (item.tagName === 'li' && attributeOf(item, 'id') !== undefined) setAttribute(item, 'epub:type', 'endnote')
    }
  }
}

const listHeadings = (tree: Parent, ids: ReadonlyMap<string, string>): Heading[] => {
  const taken = new Set(ids.values())
  let made = 0
  return [...elementsOf(tree)].flatMap((element): Heading[] => {
    const level = headingLevel(element)
    const text = level === undefined ? '' : textOf(element).replace(/\s+/g, ' ').trim()
    if (level === undefined || text === '' || hasClass(element, 'no_toc')) return []
    let id = attributeOf(element, 'id')
    if (id === undefined) {
      do id = `heading-${++made}`
      while (taken.has(id))
      setAttribute(element, 'id', id)
    }
    return [{ level, id, text }]
  })
}

/** The text of a section below a title of level 1; its tree is used up. */
export const writeText = (section: Section, context: ChapterContext): ChapterText => {
  const { tree } = section
  const ids = context.ids[section.number] ?? new Map<string, string>()
  changeNodes(tree, (node) => replaceNode(node, section, context))
  changeReferences(tree, {
    id: (id) => ids.get(id),
    link: (href) => (href === '' ? undefined : linkTo(context.find(href, section.url), section, context)),
    resource: (address) => {
      const destination = address.startsWith('data:') ? undefined : context.find(address, section.url)
      const path = destination ? (destination.kind === 'site' ? destination.path : undefined) : address
      const picture = path === undefined ? undefined : context.pictures.add(path)
      return picture === undefined || typeof picture === 'string' ? undefined : picture.name
    },
  })
  markFootnotes(tree)
  nestHeadings(tree, 2)
  fitContent(tree)
  const headings = listHeadings(tree, ids)
  const namespaces = new Set([...elementsOf(tree)].map(({ namespaceURI }) => namespaceURI))
  return {
    body: tree.childNodes
      .map((node) => writeXml(node))
      .join('')
      .trim(),
    headings,
    properties: [...(namespaces.has(MATHML) ? ['mathml'] : []), ...(namespaces.has(SVG) ? ['svg'] : [])],
  }
}

export interface DocumentParts {
  readonly title: string
  readonly language: string
  readonly rightToLeft: boolean
  readonly styles: readonly string[]
  /** The part of the book: 'frontmatter', 'bodymatter'; undefined for the contents. */
  readonly type: string | undefined
  readonly body: string
}

/** A whole XHTML document around a text. */
export const writeDocument = ({ title, language, rightToLeft, styles, type, body }: DocumentParts): string => {
  const direction = rightToLeft ? ' dir="rtl"' : ''
  const links = styles.map((style) => `<link rel="stylesheet" type="text/css" href="${escapeXml(style)}"/>`)
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"${direction}>
<head>
<meta charset="utf-8"/>
<title>${escapeXml(title)}</title>
${links.join('\n')}
</head>
<body${type === undefined ? '' : ` epub:type="${type}"`}>
${body}
</body>
</html>
`
}
