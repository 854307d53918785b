import { collectIdText } from '../core/id-text.ts'
import { Element, getAttribute } from '../element.ts'
import { wholeWord } from '../text.ts'
import { generateId } from './ids.ts'
import { blockHtml, inner, type Render } from './state.ts'
import { addTocEntry, looksTheSame } from './toc.ts'

const NO_TOC = wholeWord('no_toc')

export const header: Render = (element, indent, state) => {
  const { options } = state
  const written = element.meta?.level ?? 1
  let { attrs } = element
  if (options.auto_ids && getAttribute(attrs, 'id') === undefined) {
    attrs = [...(attrs ?? []), ['id', generateId(element.meta?.rawText ?? '', state)]]
  }
  const id = getAttribute(attrs, 'id')
  if (id !== undefined && id !== '' && options.header_links) {
    const anchor = new Element('a', '', element.line)
    anchor.attrs = [['href', `#${id}`]]
    element.children = [anchor, ...element.children]
  }
  const level = Math.max(Math.min(written + options.header_offset, 6), 1)
  const html = inner(element, indent, state)
  if (
    id !== undefined &&
    options.toc_levels.includes(written) &&
    !NO_TOC.test(getAttribute(element.attrs, 'class') ?? '')
  )
    addTocEntry(state, { level: written, id, content: looksTheSame(element) ? html : element.children })
  state.headings?.push({ level, id: id ?? '', text: collectIdText(element, true), html, line: element.line })
  return blockHtml(`h${level}`, attrs, html, indent)
}
