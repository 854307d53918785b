// The list of footnotes, at the end of the document or where {:footnotes} was, with links back to their marks.

import type { Footnote } from '../document.ts'
import { addChild, Element, leaf } from '../element.ts'
import { entity } from '../entities.ts'
import { flatten, HUGE_PIECE, LONG_PIECE } from '../text.ts'
import { container, listItem } from './blocks.ts'
import { escapeText } from './escape.ts'
import { indentedHtml, type RenderState, renderEntity } from './state.ts'

// The paragraph that the links go to: the last one of the item, or with `inline` the last one in whatever is last.
const findParagraph = (item: Element, isInline: boolean): Element | undefined => {
  if (item.children[item.children.length - 1]?.type !== 'p' && !isInline) return undefined
  let parent = item
  for (;;) {
    const last = parent.children[parent.children.length - 1]
    if (last === undefined || last.type === 'p' || last.type === 'header') return last
    parent = last
  }
}

// What is left of a footnote's blocks.
const RENDERED = leaf('footnote_text', '', 0)

const rawElement = (html: string): Element => new Element('raw', html)

const START = '<a href="#fnref:'
const MIDDLE = '" class="reversefootnote" role="doc-backlink">'
const END = '</a>'

// The links back to all marks but the first, behind the link to that. Each is made of few pieces: there may be very many.
const addRepeats = (paragraph: Element, first: string, repeats: number, parts: readonly string[]): void => {
  const [start = '', middle = '', end = ''] = parts
  let links = first
  let chunk = ''
  for (let index = 1; index <= repeats; index++) {
    links += start + index + middle + (index + 1) + end
    if (links.length < LONG_PIECE) continue
    chunk += flatten(links)
    links = ''
    if (chunk.length < HUGE_PIECE) continue
    addChild(paragraph, rawElement(flatten(chunk)))
    chunk = ''
  }
  addChild(paragraph, rawElement(chunk + links))
}

const addBacklinks = (state: RenderState, item: Element, { name, repeats }: Footnote): void => {
  const { options } = state
  let paragraph = findParagraph(item, options.footnote_backlink_inline)
  const isOwn = paragraph === undefined
  if (paragraph === undefined) {
    paragraph = new Element('p')
    addChild(item, paragraph)
  }
  if (options.footnote_backlink === '') return
  const text = escapeText(options.footnote_backlink)
  const space = renderEntity(entity('nbsp'), undefined, state)
  const first = `${isOwn ? '' : space}${START}${name}${MIDDLE}${text}${END}`
  if (repeats === 0) addChild(paragraph, rawElement(first))
  else {
    const parts = [`${space}${START}${name}:`, `${MIDDLE}${text}<sup>`, `</sup>${END}`]
    addRepeats(paragraph, first, repeats, parts.map(flatten))
  }
}

/** '' where there are no footnotes. More may turn up while their texts are rendered. */
export const renderFootnotes = (state: RenderState): string => {
  const { footnotes, options } = state
  const list = new Element('ol')
  if (options.footnote_nr !== 1) list.attrs = [['start', String(options.footnote_nr)]]
  let piece = ''
  const endPiece = (): void => {
    if (piece !== '') addChild(list, rawElement(flatten(piece)))
    piece = ''
  }
  for (let index = 0; index < footnotes.length; index++) {
    const footnote = footnotes[index]!
    const item = new Element('li', '', footnote.content.line)
    item.attrs = [['id', `fn:${footnote.name}`]]
    state.settleFootnote?.(footnote)
    item.children = footnote.content.children
    addBacklinks(state, item, footnote)
    const html = listItem(item, 4, state)
    if (state.settleFootnote !== undefined) footnote.content = RENDERED
    if (html.length > HUGE_PIECE) {
      // A footnote with very many links back is made of long pieces already.
      endPiece()
      addChild(list, rawElement(html))
      continue
    }
    piece += html
    if (piece.length > LONG_PIECE) endPiece()
  }
  endPiece()
  if (list.children.length === 0) return ''
  const attrs: [string, string][] = [
    ['class', 'footnotes'],
    ['role', 'doc-endnotes'],
  ]
  return indentedHtml('div', attrs, container(list, 2, state), 0)
}
