// Code blocks and code spans, with the highlighter's HTML or without. Counterpart of convert_codeblock, convert_codespan and of the Rouge
// adapter.

import {
  type Attributes,
  copyAttributes,
  type Element,
  getAttribute,
  removeAttribute,
  setAttribute,
} from '../element.ts'
import type { Highlight, HighlightOptions } from '../options.ts'
import { chomp, lstrip, strip } from '../text.ts'
import { escapeAll, renderAttributes } from './escape.ts'
import { ROUGE_LANGUAGES } from './rouge-languages.ts'
import { type Render, type RenderState, spaces, spanHtml } from './state.ts'

const LANGUAGE = /(?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])language-([^ \t\n\v\f\r]+)/u

const codeLanguage = (attrs: Attributes): string | undefined => LANGUAGE.exec(getAttribute(attrs, 'class') ?? '')?.[1]

// The language out of the class, which goes if nothing else is in it.
const takeLanguage = (attrs: Attributes): string | undefined => {
  const language = codeLanguage(attrs)
  if (language === undefined) return undefined
  const rest = strip((getAttribute(attrs, 'class') ?? '').replace(LANGUAGE, ''))
  if (rest === '') removeAttribute(attrs, 'class')
  else setAttribute(attrs, 'class', rest)
  return language
}

const text = (value: unknown): string | undefined =>
  value === null || value === undefined || value === false ? undefined : String(value)

const isPlain = (language: string): boolean => /^(plaintext|text)(\?|$)/.test(language)

const highlightCode = (
  code: string,
  language: string | undefined,
  place: 'block' | 'span',
  state: RenderState,
): string | undefined => {
  if (state.options.syntax_highlighter !== 'rouge') return undefined
  const options = state.highlightOptions[place]
  const wanted = language ?? text(options['default_lang'])
  const guesses = Boolean(options['guess_lang'])
  if (options['disable'] || (wanted === undefined && !guesses)) return undefined
  if (wanted !== undefined && isPlain(wanted) && !guesses) return undefined
  return state.highlight(code, wanted, place, options)
}

const addHighlighterClass = (attrs: Attributes, language: string | undefined, state: RenderState): void => {
  const name = lstrip(`${getAttribute(attrs, 'class') ?? ''} highlighter-${state.options.syntax_highlighter}`)
  const own = `language-${language}`
  // quirk(kramdown): only a language at the very start is replaced; another class first, and it is there twice.
  const withOwn = LANGUAGE.exec(name)?.index === 0 ? name.replace(LANGUAGE, () => own) : `${own} ${name}`
  setAttribute(attrs, 'class', language === undefined ? name : withOwn)
}

const SHOWN_SPACES = /(^[ \t]+)|([ \t]+$)|([ \t]+)/gm

const showSpaces = (code: string): string =>
  code.replace(SHOWN_SPACES, (run: string, left?: string, right?: string) => {
    const side = left !== undefined ? '-l' : right !== undefined ? '-r' : ''
    return [...run]
      .map((char) =>
        char === '\t' ? `<span class="ws-tab${side}">\t</span>` : `<span class="ws-space${side}">&#8901;</span>`,
      )
      .join('')
  })

export const codeblock: Render = (element, indent, state) => {
  const attrs = copyAttributes(element.attrs)
  const language = takeLanguage(attrs)
  const highlighted = highlightCode(element.content, element.meta?.language ?? language, 'block', state)
  if (highlighted !== undefined) {
    addHighlighterClass(attrs, language ?? text(state.highlightOptions.block['default_lang']), state)
    return `${spaces(indent)}<div${renderAttributes(attrs)}>${highlighted}${spaces(indent)}</div>\n`
  }
  const code = chomp(escapeAll(element.content))
  const shown = /(?<!\w)show-whitespaces(?!\w)/.test(getAttribute(element.attrs, 'class') ?? '')
    ? showSpaces(code)
    : code
  const codeAttrs: Attributes = language === undefined ? [] : [['class', `language-${language}`]]
  return `${spaces(indent)}<pre${renderAttributes(attrs)}><code${renderAttributes(codeAttrs)}>${shown}\n</code></pre>\n`
}

// Most code in text has no attributes of its own, and all of that has the same.
const plainAttributes = (isHighlighted: boolean, state: RenderState): string => {
  if (!isHighlighted) return ''
  if (state.codeAttributes === undefined) {
    const attrs: Attributes = []
    addHighlighterClass(attrs, text(state.highlightOptions.span['default_lang']), state)
    state.codeAttributes = renderAttributes(attrs)
  }
  return state.codeAttributes
}

export const codespan: Render = (element: Element, _indent, state) => {
  if (element.attrs === null) {
    const highlighted = highlightCode(element.content, undefined, 'span', state)
    return `<code${plainAttributes(highlighted !== undefined, state)}>${highlighted ?? escapeAll(element.content)}</code>`
  }
  const attrs = copyAttributes(element.attrs)
  const language = codeLanguage(attrs)
  const highlighted = highlightCode(element.content, language, 'span', state)
  if (highlighted !== undefined)
    addHighlighterClass(attrs, language ?? text(state.highlightOptions.span['default_lang']), state)
  return spanHtml('code', attrs, highlighted ?? escapeAll(element.content))
}

const isKnown = (language: string | undefined): boolean => {
  if (language === undefined) return true
  const options = language.indexOf('?')
  const name = options < 0 ? language : language.slice(0, options)
  return name === '' || name === 'guess' || ROUGE_LANGUAGES.has(name)
}

/** Rouge's markup without a highlighter: the code is one token. */
export const highlightPlainly: Highlight = (code, language, place, options: HighlightOptions) => {
  if (!isKnown(language)) return undefined
  const escaped = escapeAll(code)
  if (place === 'span' || options['wrap'] === false) return escaped
  const name = text(options['css_class']) ?? 'highlight'
  return `<div class="highlight"><pre class="${name}"><code>${escaped}</code></pre></div>`
}

/** The options for blocks and for spans: the common ones, with those for the place over them. */
export const placeOptions = (options: HighlightOptions): RenderState['highlightOptions'] => {
  const { span, block, ...common } = options
  const own = (value: unknown): HighlightOptions =>
    typeof value === 'object' && value !== null ? (value as HighlightOptions) : {}
  return { block: { ...common, ...own(block) }, span: { ...common, ...own(span), wrap: false } }
}
