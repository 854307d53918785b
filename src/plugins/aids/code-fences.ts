// `octavo: code_fences`: marked lines and titles on code blocks, from the line that opens a fence or from an attribute list.
//
//   ```js mark_lines="2 4-5" title="file.js"      {: mark_lines="1 3" title="file.js" }
//
// The Markdown converter makes attributes of both; here they become what a reader sees.
import type { Page } from '../../model/site.ts'
import { escapeHtml } from '../../util/html.ts'
import { attributeOf, type TagToken } from '../html-fragment.ts'
import type { PluginFactory } from '../plugin.ts'
import {
  applyEdits,
  classesOf,
  type Edit,
  type ElementSpan,
  elementsIn,
  innerOf,
  isClosed,
  startTagOf,
  writeAttributes,
} from './elements.ts'
import { parseLineNumbers } from './line-numbers.ts'
import { titled } from './titled-code.ts'

const TAG = /<(\/?)[a-z][^>]*>/gi

/** The spans that are open behind a line of highlighted code that began with `open`. */
const openAfter = (line: string, open: readonly string[]): readonly string[] => {
  const now = [...open]
  for (const [tag, closes] of line.matchAll(TAG)) {
    if (closes === '') now.push(tag)
    else now.pop()
  }
  return now
}

/** Highlighted code with some of its lines in `span.hll`; spans that go over several lines are cut. */
export const markCode = (html: string, marked: ReadonlySet<number>): string => {
  const lines = html.split('\n')
  const ends = lines.at(-1) === ''
  if (ends) lines.pop()
  let open: readonly string[] = []
  const written = lines.map((line, index) => {
    const before = open
    open = openAfter(line, before)
    const end = ends || index < lines.length - 1 ? '\n' : ''
    if (!marked.has(index + 1)) return line + end
    const close = (count: number): string => '</span>'.repeat(count)
    return `${close(before.length)}<span class="hll">${before.join('')}${line}${end}${close(open.length)}</span>${open.join('')}`
  })
  return written.join('')
}

const codeOf = (html: string, block: ElementSpan): ElementSpan | undefined => {
  const inner: ElementSpan[] = [...block.children]
  for (let element = inner.shift(); element; element = inner.shift()) {
    if (element.name === 'code') {
      // Beside line numbers the code itself stands in a table.
      const cell = /<td class="rouge-code"/.test(innerOf(html, element))
      return cell ? undefined : element
    }
    inner.push(...element.children)
  }
  return undefined
}

const isBlock = (element: ElementSpan, tag: TagToken): boolean =>
  element.name === 'pre' || (element.name === 'div' && classesOf(tag).some((name) => name.startsWith('highlighter-')))

const editsFor = (html: string, element: ElementSpan): readonly Edit[] => {
  if (element.inCode || !isClosed(element) || (element.name !== 'pre' && element.name !== 'div')) return []
  const tag = startTagOf(html, element)
  const lines = attributeOf(tag, 'mark_lines')
  const title = attributeOf(tag, 'title')
  const code = (lines ?? title) === undefined || !isBlock(element, tag) ? undefined : codeOf(html, element)
  if (!code) return []
  const rest = tag.attributes.filter(([name]) => name !== 'mark_lines' && name !== 'title')
  const [before, behind] = title === undefined ? ['', ''] : titled(escapeHtml(title), '\0').split('\0')
  const marked = new Set(parseLineNumbers(lines ?? ''))
  return [
    { start: element.start, end: element.inner, text: `${before}<${element.name}${writeAttributes(rest)}>` },
    ...(marked.size > 0
      ? [{ start: code.inner, end: code.innerEnd, text: markCode(innerOf(html, code), marked) }]
      : []),
    { start: element.innerEnd, end: element.end, text: `</${element.name}>${behind}` },
  ]
}

const change = (_: Page, html: string): string =>
  /<(?:div|pre)[^<>]* (?:mark_lines|title)=/.test(html)
    ? applyEdits(
        html,
        elementsIn(html).flatMap((element) => editsFor(html, element)),
      )
    : html

export const codeFences: PluginFactory = () => ({
  name: 'code_fences',
  parallel: true,
  afterConvert: change,
  afterConvertExcerpt: change,
})
