// Ruby in a site: it does not run here, so what it defines is missing, and this says where that is used.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../model/config.ts'
import { RUBY_REMARK } from '../plugins/index.ts'
import type { Warning } from '../util/error.ts'

interface RubyFile {
  readonly path: string
  readonly tags: readonly string[]
  readonly filters: readonly string[]
}

const namesIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
]

const REGISTERED = /register_filter[ (]+(?:\w+::)*(\w+)/g
const METHOD = /^\s*def\s+([a-z]\w*)(?![\w.])/gm

/** What stands in the modules of that name, each up to the `end` that is indented as its `module` is. */
const bodiesOf = (text: string, module: string): string =>
  [...text.matchAll(new RegExp(`^([ \\t]*)module\\s+(?:\\w+::)*${module}\\b([\\s\\S]*?)^\\1end\\b`, 'gm'))]
    .map((match) => match[2] ?? '')
    .join('\n')

/** Filters are the methods of the modules that are registered. */
const filtersIn = (text: string): string[] =>
  namesIn(
    namesIn(text, REGISTERED)
      .map((module) => bodiesOf(text, module))
      .join('\n'),
    METHOD,
  )

const readRubyFile = (config: Config, file: string): RubyFile => {
  const text = readFileSync(file, 'utf8')
  return {
    path: path.relative(config.source, file),
    tags: namesIn(text, /register_tag[ (]+["':](\w+)/g),
    filters: filtersIn(text),
  }
}

const rubyFilesOf = (config: Config): RubyFile[] =>
  config.pluginsDirs
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.rb'))
        .sort()
        .map((file) => readRubyFile(config, path.join(folder, file))),
    )

interface Text {
  readonly path: string
  readonly content: string
}

const SKIPPED = /^(?:node_modules|vendor|_site)$|^\./
const READ = /\.(?:md|markdown|mkdn?|mkdown|html?|xml|xhtml|json|txt|liquid|s?css|sass|js|svg|ya?ml)$/i
const LARGEST = 1_000_000

/** Every file of the source that Liquid may be in, be it a page, a layout or an include. */
const textsOf = ({ source, destination }: Config): Text[] => {
  const texts: Text[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!SKIPPED.test(entry.name) && file !== destination) walk(file)
      } else if (entry.isFile() && READ.test(entry.name) && statSync(file).size <= LARGEST)
        texts.push({ path: path.relative(source, file), content: readFileSync(file, 'utf8') })
    }
  }
  walk(source)
  return texts
}

const MOST_PLACES = 5

const placesOf = (texts: readonly Text[], pattern: RegExp): string => {
  const found = [...new Set(texts.filter(({ content }) => pattern.test(content)).map((text) => text.path))]
  const more = found.length > MOST_PLACES ? ` and ${found.length - MOST_PLACES} more` : ''
  return found.length === 0 ? '' : `${found.slice(0, MOST_PLACES).join(', ')}${more}`
}

const describeUses = (file: RubyFile, texts: readonly Text[]): string[] => [
  ...file.tags.map((name) => [`the tag '${name}'`, placesOf(texts, new RegExp(`\\{%-?\\s*${name}\\b`))] as const),
  ...file.filters.map(
    (name) => [`the filter '${name}'`, placesOf(texts, new RegExp(`\\|\\s*${name}\\b`))] as const,
  ),
].map(([what, where]) => (where === '' ? `${what}, which is not used` : `${what}, used in ${where}`)) // biome-ignore format: a list

/** A warning for each Ruby file among a site's plugins. */
export const checkRuby = (config: Config): Warning[] => {
  const files = rubyFilesOf(config)
  if (files.length === 0) return []
  const texts = textsOf(config)
  return files.map((file) => {
    const uses = describeUses(file, texts)
    return {
      message: `${RUBY_REMARK}${uses.length === 0 ? '' : `; this one defines ${uses.join('; ')}`}`,
      place: { path: file.path },
      advice: 'Write what you need of it as a JavaScript module in the same folder.',
    }
  })
}
