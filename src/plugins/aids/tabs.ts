// `octavo: tabs`: panels of which a reader sees one at a time, and without JavaScript all of them, one under another with their titles.
//
//   {% tabs os %}              - Linux            Linux
//   {% tab Linux %}                               : Text
//   Text                         Text
//   {% endtab %}               {: .tabs }         {: .tabs }
//   {% endtabs %}

import type { TagDefinition, TagScope } from '../../liquid/index.ts'
import type { Page } from '../../model/site.ts'
import { UserError } from '../../util/error.ts'
import { escapeHtml } from '../../util/html.ts'
import { textOf } from '../../util/inspect.ts'
import { attributeOf, type TagToken } from '../html-fragment.ts'
import type { PluginFactory } from '../plugin.ts'
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

const BLOCKS: ReadonlySet<string> = new Set(
  'address aside blockquote details div dl figure form h1 h2 h3 h4 h5 h6 hr math ol p pre section table ul'.split(' '),
)

const writeTitle = (title: string): string => `<p class="tab-title">${title}</p>`
const PANEL = '<div class="tab-panel">'

// Its own class comes first, so that templates can look for it.
const startTag = (tag: TagToken, className: string): string => {
  const classes = [className, ...classesOf(tag).filter((name) => name !== className)].join(' ')
  const rest = tag.attributes.filter(([name]) => !['class', 'markdown', 'data-tab'].includes(name))
  return `<div${writeAttributes([['class', classes], ...rest])}>`
}

const skipBlanks = (html: string, at: number): number => at + (/^\s*/.exec(html.slice(at))?.[0].length ?? 0)

/** The words that an item begins with, and where its text goes on. */
const itemTitle = (html: string, item: ElementSpan): { title: string; end: number } => {
  const first = firstChild(html, item)
  if (first?.name === 'p') return { title: innerOf(html, first).trim(), end: first.end }
  const end = item.children.find(({ name }) => BLOCKS.has(name))?.start ?? item.innerEnd
  return { title: html.slice(item.inner, end).trim(), end }
}

const itemEdits = (html: string, item: ElementSpan): readonly Edit[] => {
  const { title, end } = itemTitle(html, item)
  return [
    {
      start: item.start,
      end: Math.min(skipBlanks(html, end), item.innerEnd),
      text: `${PANEL}\n${writeTitle(title)}\n`,
    },
    { start: item.innerEnd, end: item.end, text: '</div>' },
  ]
}

// Words that a definition begins with stand in no paragraph of their own.
const wrapWords = (html: string, item: ElementSpan): readonly Edit[] => {
  const end = item.children.find(({ name }) => BLOCKS.has(name))?.start ?? item.innerEnd
  const words = html.slice(item.inner, end).trim()
  return words === '' ? [] : [{ start: item.inner, end, text: `<p>${words}</p>\n` }]
}

const termEdits = (html: string, item: ElementSpan, next: ElementSpan | undefined): readonly Edit[] => {
  const end = next?.name === 'dd' ? '' : '</div>'
  if (item.name === 'dt')
    return [
      { start: item.start, end: item.inner, text: `${PANEL}\n<p class="tab-title">` },
      { start: item.innerEnd, end: item.end, text: `</p>${end}` },
    ]
  return [
    { start: item.start, end: item.inner, text: '' },
    ...wrapWords(html, item),
    { start: item.innerEnd, end: item.end, text: end },
  ]
}

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl'])

const listEdits = (html: string, list: ElementSpan, tag: TagToken): readonly Edit[] => {
  const items = list.children.filter(({ name }) => name === 'li' || name === 'dt' || name === 'dd')
  if (items.length === 0 || !items.every(isClosed) || items[0]?.name === 'dd') return []
  return [
    { start: list.start, end: list.inner, text: startTag(tag, 'tabs') },
    ...items.flatMap((item, i) => (item.name === 'li' ? itemEdits(html, item) : termEdits(html, item, items[i + 1]))),
    { start: list.innerEnd, end: list.end, text: '</div>' },
  ]
}

const editsFor = (html: string, element: ElementSpan): readonly Edit[] => {
  if (element.inCode || !isClosed(element) || (element.name !== 'div' && !LISTS.has(element.name))) return []
  const tag = startTagOf(html, element)
  const classes = classesOf(tag)
  if (LISTS.has(element.name)) return classes.includes('tabs') ? listEdits(html, element, tag) : []
  const title = attributeOf(tag, 'data-tab')
  const isPanel = classes.includes('tab-panel') && title !== undefined
  if (!isPanel && !(classes.includes('tabs') && attributeOf(tag, 'markdown') !== undefined)) return []
  const shown = isPanel ? `\n${writeTitle(escapeHtml(title))}` : ''
  return [{ start: element.start, end: element.inner, text: startTag(tag, isPanel ? 'tab-panel' : 'tabs') + shown }]
}

/** The HTML with its tabs in their final form; every other byte as it was. */
export const writeTabs = (html: string): string =>
  applyEdits(
    html,
    elementsIn(html).flatMap((element) => editsFor(html, element)),
  )

// The name of the tabs that a tab stands in, for its own tag to know.
const CURRENT = 'octavo_tabs'

// In Markdown the text stays what it is, part of its document, and is converted with it; elsewhere it is converted here.
const isInMarkdown = (scope: TagScope): boolean => textOf(scope.variable('highlighter_prefix')) !== ''

const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text

const tabsTag: TagDefinition = {
  block: true,
  compile: (markup) => {
    const name = unquoted(markup.trim())
    return (scope) => {
      const outer = scope.variable(CURRENT)
      scope.setVariable(CURRENT, name)
      const body = scope.body()
      scope.setVariable(CURRENT, outer)
      const attributes: [string, string][] = [
        ['class', 'tabs'],
        ...(name === '' ? [] : [['data-tabs', name] as [string, string]]),
        ...(isInMarkdown(scope) ? [['markdown', '1'] as [string, string]] : []),
      ]
      return `<div${writeAttributes(attributes)}>${body}</div>`
    }
  },
}

const titleIn = (markup: string, name: string): string => {
  const text = markup.trim()
  return unquoted(name !== '' && text.startsWith(`${name} `) ? text.slice(name.length).trim() : text)
}

const tabTag: TagDefinition = {
  block: true,
  compile: (markup, place) => {
    if (markup.trim() === '')
      throw new UserError('A tab has no title', {
        place,
        advice: 'Write {% tab Title %}, or {% tab "A longer title" %}.',
      })
    return (scope) => {
      const title = titleIn(markup, textOf(scope.variable(CURRENT)))
      if (isInMarkdown(scope))
        return `<div${writeAttributes([
          ['class', 'tab-panel'],
          ['data-tab', title],
          ['markdown', '1'],
        ])}>${scope.body()}</div>`
      const body = scope.body()
      return `${PANEL}\n${writeTitle(escapeHtml(title))}\n${scope.site?.markdownify?.(body) ?? body}</div>`
    }
  },
}

const MAY_HOLD = /class="[^"]*tab(?:s|-panel)/

const change = (_: Page, html: string): string => (MAY_HOLD.test(html) ? writeTabs(html) : html)

export const tabs: PluginFactory = () => ({
  name: 'tabs',
  parallel: true,
  tags: { tabs: tabsTag, tab: tabTag },
  afterConvert: change,
  afterConvertExcerpt: change,
})
