// Puts the dialect into a markdown-it instance: our rules in its rulers, our tree in its tokens, our renderer in its place.

import MarkdownItConstructor, { type MarkdownIt } from 'markdown-it'
import type { Warning } from '../util/error.ts'
import { renderByBlock } from './by-block.ts'
import { documentOf, type Env, setDocument } from './core/document.ts'
import { allWarnings, createDocument, type Heading } from './document.ts'
import { BLOCK_RULES, CORE_RULES, type Dialect, INLINE_RULES } from './grammar.ts'
import { declareStarts } from './inline/rules.ts'
import { JEKYLL_DEFAULTS, type MarkdownOptions, type Options, resolveOptions } from './options.ts'
import { highlightPlainly } from './render/code.ts'
import { renderDocument } from './render/render.ts'

export interface RenderedDocument {
  readonly html: string
  readonly warnings: readonly Warning[]
  readonly headings: readonly Heading[]
}

export interface Markdown {
  render(text: string): string
  renderDocument(text: string): RenderedDocument
}

type Ruler = MarkdownIt['core']['ruler'] | MarkdownIt['block']['ruler'] | MarkdownIt['inline']['ruler']

// markdown-it's types know its own states; our rules get ours. This is the one place where the two meet.
const fill = (ruler: Ruler, rules: readonly (readonly [name: string, rule: unknown])[]): void => {
  ruler.__rules__.length = 0
  ruler.__cache__ = null
  for (const [name, rule] of rules) (ruler.push as (name: string, rule: unknown) => void).call(ruler, name, rule)
}

const dialectsOf = (input: string): readonly Dialect[] => {
  if (input === 'smartypants') return ['smarty']
  return ['all', input === 'gfm' ? 'gfm' : 'kramdown']
}

const installRules = (md: MarkdownIt, input: string, options: Options): void => {
  const isGfm = input === 'gfm'
  const dialects = dialectsOf(input)
  const removed = new Set<string>()
  if (isGfm && options.hard_wrap) removed.add('line_break')
  if (isGfm && options.gfm_quirks.includes('no_auto_typographic')) removed.add('typographic_syms')
  const spans = INLINE_RULES.filter(([dialect, { name }]) => dialects.includes(dialect) && !removed.has(name))
  for (const [, entry] of spans) declareStarts(entry)
  fill(md.core.ruler, CORE_RULES)
  fill(
    md.block.ruler,
    BLOCK_RULES.filter(([, dialect]) => dialects.includes(dialect)).map(([name, , rule]) => [name, rule]),
  )
  fill(
    md.inline.ruler,
    spans.map(([, { name, rule }]) => [name, rule]),
  )
}

// Whether nobody has added passes or render rules to ours.
const hasOwnPasses = ({ core, renderer }: MarkdownIt): boolean => {
  const passes: readonly unknown[] = core.ruler.getRules('')
  for (const _type in renderer.rules) return false
  return passes.length === CORE_RULES.length && CORE_RULES.every(([, rule], index) => rule === passes[index])
}

/** A markdown-it instance that speaks the dialect: its `parse` gives kramdown's tree, its `render` the HTML. */
export const createKramdown = (given: Partial<MarkdownOptions>): { md: MarkdownIt; markdown: Markdown } => {
  const options = resolveOptions({ ...JEKYLL_DEFAULTS, ...given })
  const input = (given.input ?? JEKYLL_DEFAULTS.input ?? 'GFM').toLowerCase()
  const isGfm = input === 'gfm'
  const highlight = given.highlight ?? highlightPlainly
  const md = new MarkdownItConstructor({ html: true })
  installRules(md, input, options)
  for (const type of Object.keys(md.renderer.rules)) delete md.renderer.rules[type]
  const start = (env: Env): Env => {
    setDocument(env, createDocument(options, isGfm, given.fence_attributes === true))
    return env
  }
  const parse = md.parse.bind(md)
  md.parse = (text, env) => parse(text, start(env))
  const engines = { highlight, math: given.math }
  md.renderer.render = (_tokens, _options, env = {}) => renderDocument(md, documentOf(env), engines, env)
  const renderText = (text: string, env: Env): string =>
    hasOwnPasses(md) ? renderByBlock(md, env, engines, text) : md.render(text, env)
  const render = (text: string): string => {
    const env = start({})
    const document = documentOf(env)
    document.wantsHeadings = false
    document.wantsWarnings = false
    return renderText(text, env)
  }
  const renderWhole = (text: string): RenderedDocument => {
    const env = start({})
    const html = renderText(text, env)
    const document = documentOf(env)
    return { html, warnings: allWarnings(document), headings: document.headings }
  }
  return { md, markdown: { render, renderDocument: renderWhole } }
}
