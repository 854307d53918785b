// The Markdown converter: the dialect with the site's kramdown options and its highlighter. Counterpart: Converters::Markdown.
import { createHighlighter, type Highlighter, type HighlighterOptions } from '../highlight/index.ts'
import {
  type CommonMarkOptions,
  createCommonMark,
  createMarkdown,
  GFM_EXTENSIONS,
  type Markdown,
} from '../markdown/index.ts'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import { UserError, type Warning } from '../util/error.ts'
import { type Hash, isArray, isFloatValue, isHash, isTruthy, type Value } from '../util/value.ts'
import { type Converter, isMarkdown } from './converters.ts'

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

const names = (value: Value | undefined): string[] | undefined => (isArray(value) ? value.map(String) : undefined)

// `commonmark:` in _config.yml; GitHub's flavour has its extensions without being told.
const commonMarkSettings = (config: Config, isGfm: boolean): Pick<CommonMarkOptions, 'options' | 'extensions'> => {
  const own = hashAt(config.data, 'commonmark')
  return {
    options: names(own?.get('options')) ?? (isGfm ? ['UNSAFE'] : []),
    extensions: names(own?.get('extensions')) ?? (isGfm ? GFM_EXTENSIONS : []),
  }
}

/** The site's Markdown processor. @throws UserError where `markdown` names one that there is not. */
export const createSiteMarkdown = (config: Config): Markdown => {
  const processor = config.markdown.toLowerCase()
  const commonMark = ['commonmark', 'commonmarkghpages', 'gfm'].includes(processor)
  if (processor !== 'kramdown' && !commonMark) {
    throw new UserError(`Invalid Markdown processor given: ${config.markdown}`, {
      place: { path: '_config.yml' },
      advice: 'Use `markdown: kramdown` or `markdown: CommonMark`.',
    })
  }
  const name = highlighterName(config)
  const opts = highlighterOptions(config.kramdown)
  const highlighter: Highlighter | undefined = name === 'rouge' ? createHighlighter(opts) : undefined
  const highlight = (code: string, language: string | undefined, place: 'block' | 'span'): string | undefined =>
    highlighter?.kramdown(code, language, place)
  if (commonMark) return createCommonMark({ ...commonMarkSettings(config, processor === 'gfm'), highlight })
  return createMarkdown({
    ...(plain(config.kramdown) as Record<string, unknown>),
    syntax_highlighter: name ?? null,
    syntax_highlighter_opts: opts,
    highlight,
  } as unknown as Parameters<typeof createMarkdown>[0])
}

const NO_WARNINGS: readonly Warning[] = []

export const createMarkdownConverter = (config: Config, markdown: () => Markdown): Converter => {
  const showWarnings = isTruthy(config.kramdown.get('show_warnings'))
  return {
    name: 'markdown',
    priority: 0,
    matches: (extension) => isMarkdown(config, extension),
    outputExtension: () => '.html',
    convert: (text, file) => {
      const { html, warnings } = markdown().renderDocument(text)
      if (!showWarnings) return { text: html, warnings: NO_WARNINGS }
      return {
        text: html,
        warnings: warnings.map((warning) => ({
          ...warning,
          message: `Kramdown warning: ${warning.message}`,
          place: { path: file.relativePath, line: (warning.place?.line ?? 1) + file.line - 1 },
        })),
      }
    },
  }
}
