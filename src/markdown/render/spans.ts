// How the elements of text are output.

import type { Footnote } from '../document.ts'
import { copyAttributes, setAttribute } from '../element.ts'
import { entity } from '../entities.ts'
import { flatten } from '../text.ts'
import { escapeText, renderAttributes } from './escape.ts'
import { inner, type Render, type RenderState, renderEntity, spanHtml } from './state.ts'

const CJK_BREAK =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

export const text: Render = (element, _indent, { options }) => {
  const escaped = escapeText(element.content)
  return options.remove_line_breaks_for_cjk ? escaped.replace(CJK_BREAK, '$1') : escaped
}

/** em, strong: their type is their name. */
export const named: Render = (element, indent, state) =>
  spanHtml(element.type, element.attrs, inner(element, indent, state))

export const lineBreak: Render = () => '<br />'

export const image: Render = (element) => `<img${renderAttributes(element.attrs)} />`

const MARK = [
  '<sup id="fnref:',
  '"><a href="#fn:',
  '" class="footnote" rel="footnote" role="doc-noteref">',
  '</a></sup>',
] as const

const markLabel = (number: number, { options: { footnote_link_text: form } }: RenderState): string =>
  form === '%s' ? String(number) : form.replaceAll('%%', '%').replace('%s', String(number))

// One more mark of a footnote. Of many in a row, each is made of few pieces.
const repeatedMark = (found: Footnote, state: RenderState): string => {
  found.repeats++
  const { name } = found
  let { lastMark } = state
  if (lastMark?.footnote !== found) {
    lastMark = { footnote: found, before: '', after: '' }
    state.lastMark = lastMark
  } else if (lastMark.before === '') {
    const label = markLabel(state.options.footnote_nr + found.index, state)
    lastMark.before = flatten(`${MARK[0]}${name}:`)
    lastMark.after = flatten(MARK[1] + name + MARK[2] + label + MARK[3])
  }
  if (lastMark.before !== '') return lastMark.before + found.repeats + lastMark.after
  const label = markLabel(state.options.footnote_nr + found.index, state)
  return `${MARK[0]}${name}:${found.repeats}${MARK[1]}${name}${MARK[2]}${label}${MARK[3]}`
}

/** A footnote's mark. A second one to the same footnote has an id of its own. */
export const footnote: Render = (element, _indent, state) => {
  const { options, footnotes } = state
  const found = element.meta?.footnote
  if (found !== undefined && footnotes[found.index] === found) return repeatedMark(found, state)
  const name = options.footnote_prefix + (element.meta?.name ?? '')
  const label = markLabel(found === undefined ? 0 : options.footnote_nr + footnotes.length, state)
  if (found !== undefined) {
    found.name = name
    found.index = footnotes.length
    found.repeats = 0
    footnotes.push(found)
  }
  return MARK[0] + name + MARK[1] + name + MARK[2] + label + MARK[3]
}

export const entityElement: Render = (element, _indent, state) =>
  element.meta?.entity === undefined ? '' : renderEntity(element.meta.entity, element.meta.original, state)

const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  mdash: ['mdash'],
  ndash: ['ndash'],
  hellip: ['hellip'],
  laquo_space: ['laquo', 'nbsp'],
  raquo_space: ['nbsp', 'raquo'],
  laquo: ['laquo'],
  raquo: ['raquo'],
}

export const typographicSymbol: Render = (element, _indent, state) => {
  const own = state.options.typographic_symbols[element.content]
  if (own !== undefined) return escapeText(own)
  return (SYMBOLS[element.content] ?? []).map((name) => renderEntity(entity(name), undefined, state)).join('')
}

const QUOTES = ['lsquo', 'rsquo', 'ldquo', 'rdquo']

export const smartQuote: Render = (element, _indent, state) =>
  renderEntity(entity(state.options.smart_quotes[QUOTES.indexOf(element.content)] ?? element.content), undefined, state)

const SPACES = /[ \t\n\v\f\r\p{Z}]+/gu

export const abbreviation: Render = (element, _indent, { document }) => {
  const { abbreviations } = document
  const found = abbreviations.get(element.content) ?? abbreviations.get(element.content.replace(SPACES, ' '))
  const attrs = copyAttributes(found?.marker.attrs ?? null)
  if (found !== undefined && found.title !== '') setAttribute(attrs, 'title', found.title)
  return spanHtml('abbr', attrs, element.content)
}
