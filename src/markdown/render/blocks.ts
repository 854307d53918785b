// Paragraphs, quotes, lists, rules, HTML: how block elements are output. Counterpart of converter/html.rb.

import { refersTo } from '../block/list.ts'
import { warnRendering } from '../document.ts'
import { copyAttributes, type Element, getAttribute, removeAttribute, setAttribute } from '../element.ts'
import { EMPTY_ELEMENTS } from '../html/names.ts'
import { lstrip } from '../text.ts'
import { escapeAll, renderAttributes } from './escape.ts'
import { plainId } from './ids.ts'
import {
  blockHtml,
  indentedHtml,
  inner,
  innerBlocks,
  type Render,
  type RenderState,
  spaces,
  spanHtml,
} from './state.ts'
import { createToc } from './toc.ts'

export const blank: Render = () => '\n'

export const paragraph: Render = (element, indent, state) => {
  if (element.hidden) return inner(element, indent, state)
  const [image] = element.children
  if (element.children.length === 1 && image?.type === 'img' && refersTo(image.ial, 'standalone'))
    return figure(element, image, indent)
  return blockHtml('p', element.attrs, inner(element, indent, state), indent)
}

const figure = (element: Element, image: Element, indent: number): string => {
  const attrs = copyAttributes(element.attrs)
  const imageAttrs = copyAttributes(image.attrs)
  for (const name of ['class', 'id']) {
    if (getAttribute(attrs, name) !== undefined) continue
    const value = removeAttribute(imageAttrs, name)
    if (value !== undefined) setAttribute(attrs, name, value)
  }
  const space = spaces(indent + 2)
  const caption = getAttribute(imageAttrs, 'alt') ?? ''
  const body = `${space}<img${renderAttributes(imageAttrs)} />\n${space}<figcaption>${caption}</figcaption>\n`
  return indentedHtml('figure', attrs, body, indent)
}

/** Elements whose name is their type, and whose content is on lines of its own. */
export const container: Render = (element, indent, state) =>
  indentedHtml(element.type, element.attrs, innerBlocks(element, indent, state), indent)

export const horizontalRule: Render = (element, indent) => `${spaces(indent)}<hr${renderAttributes(element.attrs)} />\n`

// What no text of an author has in it: a half of a character.
const placeholder = (name: string): string => `\ud800${name}\ud800`

// What is not shown counts all the same: its footnotes are referred to, its headers have ids.
const settleUnseen = ({ children }: Element, { settler }: RenderState): void => {
  if (settler !== undefined) for (const child of children) settler.settle(child)
}

/** A list, or the place for the table of contents or the footnotes. */
export const list: Render = (element, indent, state) => {
  if (state.toc === undefined && refersTo(element.ial, 'toc')) {
    state.toc = createToc(element, placeholder('toc'))
    settleUnseen(element, state)
    return state.toc.place
  }
  if (state.footnotePlace === undefined && refersTo(element.ial, 'footnotes')) {
    state.footnotePlace = placeholder('footnotes')
    settleUnseen(element, state)
    return state.footnotePlace
  }
  return container(element, indent, state)
}

export const listItem: Render = (element, indent, state) => {
  const body = innerBlocks(element, indent, state)
  const [first] = element.children
  const open = `${spaces(indent)}<${element.type}${renderAttributes(element.attrs)}>`
  if (first === undefined || (first.type === 'p' && first.hidden))
    return `${open}${body}${body.endsWith('\n') ? spaces(indent) : ''}</${element.type}>\n`
  return `${open}\n${body}${spaces(indent)}</${element.type}>\n`
}

const AUTO_IDS = /^auto_ids(?:-([\w-]+))?/

export const definitionTerm: Render = (element, indent, state) => {
  let attrs = element.attrs
  if (getAttribute(attrs, 'id') === undefined) {
    const refs = state.stack[state.stack.length - 1]?.ial?.refs ?? []
    const match = refs.map((ref) => AUTO_IDS.exec(ref)).find((found) => found !== null)
    if (match) {
      attrs = copyAttributes(attrs)
      setAttribute(attrs, 'id', lstrip(`${match[1] ?? ''}${plainId(element.meta?.rawText ?? '')}`))
    }
  }
  return blockHtml('dt', attrs, inner(element, indent, state), indent)
}

const isInRawHtml = ({ stack }: RenderState): boolean => {
  const parent = stack[stack.length - 1]
  return parent?.type === 'html_element' && parent.contentModel === 'raw'
}

// Whether the HTML of what is in an element ends with a line feed. To look at it makes one piece of it, for each element that is around.
const endsLine = ({ children }: Element, body: string, { overrides }: RenderState): boolean => {
  const last = children[children.length - 1]
  const isBlockElement = last?.type === 'html_element' && last.category === 'block' && overrides === undefined
  return isBlockElement || body.endsWith('\n')
}

export const htmlElement: Render = (element, indent, state) => {
  const { content: name, attrs, contentModel } = element
  const body = inner(element, indent, state)
  const isEmpty = body === '' && EMPTY_ELEMENTS.has(name)
  if (element.category === 'span')
    return isEmpty ? `<${name}${renderAttributes(attrs)} />` : spanHtml(name, attrs, body)
  const isInline = isInRawHtml(state)
  const open = `${isInline ? '' : spaces(indent)}<${name}${renderAttributes(attrs)}`
  const close = isInline ? '' : '\n'
  if (element.closed && contentModel === 'raw') return `${open} />${close}`
  if (body !== '' && contentModel !== 'block') return `${open}>${body}</${name}>${close}`
  if (body !== '')
    return `${open}>\n${body}${endsLine(element, body, state) ? '' : '\n'}${spaces(indent)}</${name}>${close}`
  return isEmpty ? `${open} />${close}` : `${open}></${name}>${close}`
}

/** Comments and processing instructions of HTML. */
export const xmlMarkup: Render = (element, indent, state) =>
  element.category === 'block' && !isInRawHtml(state) ? `${spaces(indent)}${element.content}\n` : element.content

export const comment: Render = (element, indent) =>
  element.category === 'block' ? `${spaces(indent)}<!-- ${element.content} -->\n` : `<!-- ${element.content} -->`

export const raw: Render = (element) => {
  const formats = element.meta?.formats ?? []
  if (formats.length > 0 && !formats.includes('html')) return ''
  return element.content + (element.category === 'block' ? '\n' : '')
}

const WITHOUT_MATHML: ReadonlySet<string> = new Set(['xmlns', 'display'])

// Counterpart of kramdown-math-katex; undefined where there is nobody to do it.
const renderedMath: (...args: Parameters<Render>) => string | undefined = (element, indent, state) => {
  if (state.options.math_engine !== 'katex' || state.math === undefined) return undefined
  const isBlock = element.category === 'block'
  const attrs = (element.attrs ?? []).filter(([name]) => !WITHOUT_MATHML.has(name))
  const place = isBlock ? 'block' : 'span'
  const { html, problem } = state.math(element.content, place, attrs, state.options.math_engine_opts)
  if (problem !== undefined) warnRendering(state.document, problem, element.line, 'Math Warning:')
  return html === undefined || !isBlock ? html : `${spaces(indent)}${html}\n`
}

/** Math as MathJax finds it, or as an engine draws it; without an engine as it was written. */
export const math: Render = (element, indent, state) => {
  const rendered = renderedMath(element, indent, state)
  if (rendered !== undefined) return rendered
  const { options } = state
  const { attrs, content } = element
  const isBlock = element.category === 'block'
  if (options.math_engine === 'mathjax') {
    const value = escapeAll(content)
    const html = isBlock ? `\\[${value}\\]\n` : `\\(${value}\\)`
    if (attrs === null || attrs.length === 0) return html
    return isBlock ? blockHtml('div', attrs, html, indent) : spanHtml('span', attrs, `$${content}$`)
  }
  const withClass = copyAttributes(attrs)
  setAttribute(withClass, 'class', lstrip(`${getAttribute(attrs, 'class') ?? ''} kdmath`))
  return isBlock
    ? blockHtml('div', withClass, `$$\n${content}\n$$`, indent)
    : spanHtml('span', withClass, `$${content}$`)
}
