// The Markdown converter: the dialect with the site's kramdown options and its highlighter. Counterpart: Converters::Markdown.
import { createHighlighter, type Highlighter, type HighlighterOptions } from '../highlight/index.ts'
import { createCommonMark, createMarkdown, GFM_EXTENSIONS, type Highlight, type Markdown } from '../markdown/index.ts'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import { UserError } from '../util/error.ts'
import { type Hash, isArray, isFloatValue, isHash, isTruthy, type Value } from '../util/value.ts'
import { type Converter, isMarkdown } from './converters.ts'
import { createMath } from './math.ts'

const plain = (value: Value): unknown => {
  if (isHash(value)) return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]))
  if (isArray(value)) return value.map(plain)
  return isFloatValue(value) ? value.value : value
}

const highlighterName = (config: Config): string | undefined => {
  const own = config.kramdown.get('syntax_highlighter')
  if (own !== undefined && own !== null) return own === false ? undefined : String(own)
  return config.highlighter
}

const highlighterOptions = (kramdown: Hash): HighlighterOptions => {
  const own = plain(hashAt(kramdown, 'syntax_highlighter_opts') ?? new Map()) as Record<string, unknown>
  return {
    ...own,
    default_lang: own['default_lang'] ?? 'plaintext',
    guess_lang: isTruthy(kramdown.get('guess_lang')),
  } as HighlighterOptions
}

const textList = (value: Value): string[] =>
  (isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,]+/) : []).map(String)

const createSiteCommonMark = (config: Config, highlight: Highlight): Markdown => {
  const settings = hashAt(config.data, 'commonmark') ?? new Map()
  const gfm = config.markdown.toLowerCase() !== 'commonmark'
  return createCommonMark({
    options: [...(gfm ? ['UNSAFE'] : []), ...textList(settings.get('options'))],
    extensions: [...(gfm ? GFM_EXTENSIONS : []), ...textList(settings.get('extensions'))],
    highlight,
  })
}

// A feature of Octavo's own: what it is set to, or undefined where it is off.
const featureOf = (config: Config, key: string): Value => {
  const value = hashAt(config.data, 'octavo')?.get(key)
  const isOn = isHash(value) ? value.get('enabled') !== false : isTruthy(value)
  return isOn ? value : undefined
}

// `octavo: math` is the engine with settings of its own, and wins over kramdown's.
const mathOptions = (config: Config): Record<string, unknown> => {
  const own = featureOf(config, 'math')
  if (own === undefined) return { math: createMath({ strict: false }) }
  const settings = isHash(own) ? Object.entries(plain(own) as object).filter(([key]) => key !== 'enabled') : []
  const given = plain(hashAt(config.kramdown, 'math_engine_opts') ?? new Map()) as object
  return {
    math_engine: 'katex',
    math_engine_opts: { ...given, ...Object.fromEntries(settings) },
    math: createMath({ strict: true }),
  }
}

/** The site's Markdown processor. @throws UserError where `markdown` names one that there is not. */
export const createSiteMarkdown = (config: Config, more: Readonly<Record<string, unknown>> = {}): Markdown => {
  const processor = config.markdown.toLowerCase()
  const commonMark = ['commonmark', 'commonmarkghpages', 'gfm'].includes(processor)
  if (processor !== 'kramdown' && !commonMark) {
    throw new UserError(`Invalid Markdown processor given: ${config.markdown}`, {
      place: { path: '_config.yml' },
      advice: 'Use `markdown: kramdown` or `markdown: CommonMark`.',
    })
  }
  const options = plain(config.kramdown) as Record<string, unknown>
  const name = highlighterName(config)
  const opts = highlighterOptions(config.kramdown)
  const highlighter: Highlighter | undefined = name === 'rouge' ? createHighlighter(opts) : undefined
  const highlight = (code: string, language: string | undefined, place: 'block' | 'span'): string | undefined =>
    highlighter?.kramdown(code, language, place)
  if (commonMark) return createSiteCommonMark(config, highlight)
  return createKramdown({
    ...options,
    syntax_highlighter: name ?? null,
    syntax_highlighter_opts: opts,
    highlight,
    ...mathOptions(config),
    fence_attributes: featureOf(config, 'code_fences') !== undefined,
    ...more,
  })
}

/** What `smartify` takes: quotes and dashes alone, by the site's kramdown options, whatever its Markdown is. */
export const createSmartyPants = (config: Config): Markdown =>
  createKramdown({ ...(plain(config.kramdown) as Record<string, unknown>), input: 'SmartyPants' })

const createKramdown = (options: Readonly<Record<string, unknown>>): Markdown => {
  try {
    return createMarkdown(options as unknown as Parameters<typeof createMarkdown>[0])
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    throw new UserError(`kramdown: ${error.message}`, {
      place: { path: '_config.yml' },
      advice: 'Check the settings under `kramdown`.',
    })
  }
}

/** `ascii` makes the processor for texts that count as ASCII. */
export const createMarkdownConverter = (config: Config, markdown: () => Markdown, ascii: () => Markdown): Converter => {
  const showWarnings = isTruthy(config.kramdown.get('show_warnings'))
  return {
    name: 'markdown',
    priority: 0,
    anywhere: true,
    matches: (extension) => isMarkdown(config, extension),
    outputExtension: () => '.html',
    convert: (text, file) => {
      const { html, warnings } = (file.ascii ? ascii() : markdown()).renderDocument(text)
      // kramdown's own remarks, which have no topic, are for those who ask for them.
      const shown = showWarnings ? warnings : warnings.filter(({ topic }) => topic !== undefined)
      return {
        text: html,
        warnings: shown.map((warning) => ({
          ...warning,
          message: warning.topic === undefined ? `Kramdown warning: ${warning.message}` : warning.message,
          place: { path: file.relativePath, line: (warning.place?.line ?? 1) + file.line - 1 },
        })),
      }
    },
  }
}
