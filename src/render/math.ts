// Formulas by KaTeX while the site is built. Counterpart: kramdown-math-katex, for `kramdown: {math_engine: katex}`; `octavo: math` gives
// the same without inline styles, which a strict Content-Security-Policy forbids: each declaration becomes a class whose name says it, so
// that the style sheet can be told from the finished pages alone.
import { createRequire } from 'node:module'
import path from 'node:path'
import type { KatexOptions } from 'katex'
import type { MathRenderer, MathResult } from '../markdown/index.ts'
import { escapeHtml } from '../util/html.ts'
import { writeLetters } from './math-letters.ts'

interface Katex {
  renderToString(formula: string, options: KatexOptions): string
}

export interface MathSettings {
  /** Styles as classes, and a formula that cannot be read as code. */
  readonly strict: boolean
}

const require = createRequire(import.meta.url)
let loaded: Katex | undefined

// KaTeX takes a while to load, and few documents have formulas.
const katex = (): Katex => (loaded ??= require('katex') as Katex)

/** Where KaTeX keeps its style sheet and its fonts. */
export const katexFolder = (): string => path.dirname(require.resolve('katex'))

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const optionsFor = (given: Readonly<Record<string, unknown>>, display: boolean): KatexOptions => {
  const options = Object.fromEntries(Object.entries(given).map(([name, value]) => [camelCase(name), value]))
  const macros = typeof options['macros'] === 'object' ? { ...options['macros'] } : {}
  // A formula's own definitions must not reach the next one.
  return { displayMode: display, errorColor: '#b04632', strict: 'ignore', ...options, macros, globalGroup: false }
}

const DECLARATION = /^[a-z-]+:[-#\w.%,()+ ]+$/

/** 'height:1em;top:0' as classes: 'k-height:1em k-top:0'. */
const classesFor = (style: string): string =>
  style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => DECLARATION.test(declaration))
    .map((declaration) => `k-${declaration.replaceAll(' ', '_')}`)
    .join(' ')

const addClasses = (tag: string, classes: string): string =>
  / class="/.test(tag)
    ? tag.replace(/ class="([^"]*)"/, (_, own: string) => ` class="${[own.trim(), classes].filter(Boolean).join(' ')}"`)
    : tag.replace(/^<[^\s/>]+/, (name) => `${name} class="${classes}"`)

/** KaTeX's HTML with its inline styles as classes. */
const withoutStyles = (html: string): string =>
  html.replace(/<[a-zA-Z][^>]* style="[^>]*>/g, (tag) => {
    const style = / style="([^"]*)"/.exec(tag)
    return style ? addClasses(tag.replace(style[0], ''), classesFor(style[1] ?? '')) : tag
  })

const RULE = /\bk-([a-z-]+):([-#\w.%,()+]+)/g

/** The rules for the classes in finished pages, in order of their names; undefined where no page has a formula in HTML. */
export const mathRules = (pages: Iterable<string>): string | undefined => {
  const names = new Set<string>()
  let isUsed = false
  for (const html of pages) {
    if (!html.includes('class="katex-html"')) continue
    isUsed = true
    for (const [name] of html.matchAll(RULE)) names.add(name)
  }
  if (!isUsed) return undefined
  return [...names]
    .sort()
    .map((name) => {
      const declaration = name.slice('k-'.length).replaceAll('_', ' ')
      return `.${name.replace(/[^\w-]/g, '\\$&')}{${declaration}}\n`
    })
    .join('')
}

type Attributes = Parameters<MathRenderer>[2]

const written = (attributes: Attributes): string =>
  attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')

// quirk(kramdown-math-katex): they go into the first tag as they are, a second class too.
const insertAttributes = (html: string, attributes: Attributes): string =>
  html.replace(/[\s>]/, (end) => written(attributes) + end)

const mergeAttributes = (html: string, attributes: Attributes): string => {
  const own = attributes.find(([name]) => name === 'class')?.[1]
  const rest = insertAttributes(html, attributes.filter(([name]) => name !== 'class')) // biome-ignore format: one pipeline
  return own === undefined ? rest : rest.replace(/^<[^>]*>/, (tag) => addClasses(tag, escapeHtml(own)))
}

// KaTeX underlines the place in its message.
const problemOf = (error: unknown, formula: string): string => {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll('\u0332', '')
  const shown = formula.length > 60 ? `${formula.slice(0, 60)}…` : formula
  return /call stack/i.test(message)
    ? `The formula nests too deeply: ${shown}`
    : `${message} (in the formula: ${shown})`
}

const asCode = (formula: string, display: boolean, attributes: Attributes): string => {
  const code = `<code class="math-error">${escapeHtml(formula)}</code>`
  return display ? mergeAttributes(`<pre>${code}</pre>`, attributes) : mergeAttributes(code, attributes)
}

const failed = (formula: string, options: KatexOptions, problem: string): MathResult => {
  try {
    return { html: katex().renderToString(formula, { ...options, throwOnError: false }), problem }
  } catch {
    return { html: undefined, problem } // not a slip in the formula, but more than KaTeX can bear
  }
}

/** The engine `katex` for the Markdown converter. */
export const createMath =
  ({ strict }: MathSettings): MathRenderer =>
  (formula, place, attributes, given) => {
    const display = place === 'block'
    const options = optionsFor(given, display)
    try {
      const html = katex().renderToString(formula, { ...options, throwOnError: true })
      return {
        html: strict
          ? mergeAttributes(writeLetters(withoutStyles(html)), attributes)
          : insertAttributes(html, attributes),
      }
    } catch (error) {
      const problem = problemOf(error, formula)
      if (strict) return { html: asCode(formula, display, attributes), problem }
      const { html } = failed(formula, options, problem)
      return { html: html === undefined ? undefined : insertAttributes(html, attributes), problem }
    }
  }
