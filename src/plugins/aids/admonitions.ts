// `octavo: admonitions`: GitHub's alerts and marked paragraphs and quotations become titled boxes.
//
//   > [!NOTE]           {: .note }          {: .note-title }
//   > Text              Text                > Title
//                                           >
//                                           > Text
import type { PageTransform } from '../../render/index.ts'
import { escapeHtml } from '../../util/html.ts'
import { featureSettings } from '../feature-settings.ts'
import type { PluginFactory } from '../plugin.ts'
import { type AdmonitionKind, type AdmonitionKinds, admonitionKinds, createTitles } from './admonition-kinds.ts'
import {
  applyEdits,
  classesOf,
  type Edit,
  type ElementSpan,
  elementsIn,
  firstChild,
  innerOf,
  isClosed,
  startTagOf,
  writeAttributes,
} from './elements.ts'

const MARKER = /^\s*\[!([a-zA-Z][\w-]*)\][ \t]*/
const LINE_END = /(?:<br\s*\/?>)?\n|$/
const TITLE = '-title'

/** What begins an admonition, and what of its text is left. */
interface Head {
  readonly kind: AdmonitionKind
  /** As HTML; undefined for the kind's own. */
  readonly title?: string | undefined
  /** The paragraph that the head was taken from. */
  readonly from?: ElementSpan | undefined
  readonly edits: readonly Edit[]
}

const removal = (html: string, element: ElementSpan): Edit => {
  const blank = /^\s*/.exec(html.slice(element.end))?.[0].length ?? 0
  return { start: element.start, end: element.end + blank, text: '' }
}

/** `[!NOTE]` at the beginning of a quotation, with what stands behind it in its line for a title. */
const alertHead = (html: string, quote: ElementSpan, kinds: AdmonitionKinds): Head | undefined => {
  const first = firstChild(html, quote)
  if (first?.name !== 'p' || !isClosed(first)) return undefined
  const text = innerOf(html, first)
  const marker = MARKER.exec(text)
  const kind = kinds.get(marker?.[1]?.toLowerCase() ?? '')
  if (!marker || !kind) return undefined
  const behind = text.slice(marker[0].length)
  const line = LINE_END.exec(behind)
  const lineEnd = line?.index ?? behind.length
  const titleEnd = first.inner + marker[0].length + lineEnd
  const isCut = first.children.some(({ start, end }) => start < titleEnd && end > titleEnd)
  const title = isCut ? '' : behind.slice(0, lineEnd).trim()
  const used = marker[0].length + (isCut ? 0 : lineEnd + (line?.[0].length ?? 0))
  const edit =
    text.slice(used).trim() === '' ? removal(html, first) : { start: first.inner, end: first.inner + used, text: '' }
  return { kind, title: title === '' ? undefined : title, from: first, edits: [edit] }
}

const classHead = (html: string, element: ElementSpan, kinds: AdmonitionKinds): Head | undefined => {
  for (const name of classesOf(startTagOf(html, element))) {
    const kind = kinds.get(name)
    if (kind) return { kind, edits: [] }
    const titled = name.endsWith(TITLE) ? kinds.get(name.slice(0, -TITLE.length)) : undefined
    const first = firstChild(html, element)
    if (titled && first?.name === 'p' && isClosed(first))
      return { kind: titled, title: innerOf(html, first), from: first, edits: [removal(html, first)] }
  }
  return undefined
}

const headOf = (html: string, element: ElementSpan, kinds: AdmonitionKinds): Head | undefined =>
  (element.name === 'blockquote' ? alertHead(html, element, kinds) : undefined) ?? classHead(html, element, kinds)

const startTag = (html: string, element: ElementSpan, kind: AdmonitionKind): string => {
  const tag = startTagOf(html, element)
  const own = classesOf(tag).filter((name) => name !== kind.name && name !== kind.name + TITLE)
  const rest = tag.attributes.filter(([name]) => name !== 'class')
  const role: readonly (readonly [string, string])[] = rest.some(([name]) => name === 'role') ? [] : [['role', 'note']]
  return `<div${writeAttributes([['class', ['admonition', kind.className, ...own].join(' ')], ...role, ...rest])}>`
}

const editsFor = (
  html: string,
  element: ElementSpan,
  head: Head,
  titleOf: (kind: AdmonitionKind) => string | undefined,
): readonly Edit[] => {
  const plain = titleOf(head.kind)
  const title = head.title ?? (plain === undefined ? undefined : escapeHtml(plain))
  const isText = element.name === 'p'
  const start = startTag(html, element, head.kind)
  const shown = title === undefined ? '' : `\n<p class="admonition-title">${title}</p>`
  return [
    { start: element.start, end: element.inner, text: `${start}${shown}${isText ? '\n<p>' : ''}` },
    ...head.edits,
    { start: element.innerEnd, end: element.end, text: isText ? '</p>\n</div>' : '</div>' },
  ]
}

const mayHold = (kinds: AdmonitionKinds): RegExp => new RegExp(`\\[!|class="[^"]*(?:${[...kinds.keys()].join('|')})`)

/** The HTML with its admonitions; every other byte as it was. */
export const writeAdmonitions = (
  html: string,
  kinds: AdmonitionKinds,
  titleOf: (kind: AdmonitionKind) => string | undefined,
): string => {
  const used = new Set<ElementSpan>()
  const edits = elementsIn(html).flatMap((element) => {
    if (element.inCode || !isClosed(element) || (element.name !== 'p' && element.name !== 'blockquote')) return []
    const head = used.has(element) ? undefined : headOf(html, element, kinds)
    if (head?.from) used.add(head.from)
    return head ? editsFor(html, element, head, titleOf) : []
  })
  return applyEdits(html, edits)
}

export const admonitions: PluginFactory = (config) => {
  const kinds = admonitionKinds(featureSettings(config, 'admonitions') ?? new Map())
  const pattern = mayHold(kinds)
  const titleOf = createTitles(config)
  const change: PageTransform = (page, html, site) =>
    pattern.test(html) ? writeAdmonitions(html, kinds, (kind) => titleOf(kind, page, site)) : html
  return {
    name: 'admonitions',
    parallel: true,
    afterConvert: change,
    afterConvertExcerpt: change,
  }
}
