// How the elements of text are output.

import { copyAttributes, setAttribute } from '../element.ts'
import { entity } from '../entities.ts'
import { escapeText, renderAttributes } from './escape.ts'
import { inner, type Render, renderEntity, spanHtml } from './state.ts'

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

/** A footnote's mark. A second one to the same footnote has an id of its own. */
export const footnote: Render = (element, _indent, state) => {
  const { options, footnotes } = state
  const name = options.footnote_prefix + (element.meta?.name ?? '')
  const definition = element.meta?.footnote
  let use = definition?.use
  let repeat = ''
  // One of another rendering does not count.
  if (use !== undefined && footnotes[use.index] === use) repeat = `:${++use.repeats}`
  else if (definition !== undefined) {
    use = { name, definition: definition.content, index: footnotes.length, repeats: 0 }
    definition.use = use
    footnotes.push(use)
  }
  const number = use === undefined ? 0 : options.footnote_nr + use.index
  const { footnote_link_text: form } = options
  const label = form === '%s' ? String(number) : form.replaceAll('%%', '%').replace('%s', String(number))
  return `<sup id="fnref:${name}${repeat}"><a href="#fn:${name}" class="footnote" rel="footnote" role="doc-noteref">${label}</a></sup>`
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
