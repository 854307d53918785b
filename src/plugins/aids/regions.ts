// `octavo: regions`: {% code_region src/example.ts region="name" %} shows a part of a source file, by a marked region or by lines.
//
//   // #region name            # ANCHOR: name
//   ...                        ...
//   // #endregion              # ANCHOR_END: name
import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { TagDefinition, TagScope } from '../../liquid/index.ts'
import type { Config } from '../../model/config.ts'
import { type Place, UserError } from '../../util/error.ts'
import { escapeHtml } from '../../util/html.ts'
import { textOf } from '../../util/inspect.ts'
import { baseName, extensionOf } from '../../util/path.ts'
import { suggest } from '../../util/suggest.ts'
import type { PluginFactory } from '../plugin.ts'
import { parseLineNumbers } from './line-numbers.ts'
import { cutLines, cutRegion, dedent, isMarkerLine, regionNames } from './region-text.ts'
import { titled } from './titled-code.ts'

const FORM =
  '{% code_region src/example.ts region="name" lines="10-20" lang="ts" title="Title" mark_lines="1 3" linenos=true %}'
const PARAMETERS: ReadonlySet<string> = new Set(['region', 'lines', 'lang', 'title', 'mark_lines', 'linenos'])
const PARAMETER = /\s*([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"']+)/y
const FILE = /^\s*("[^"]*"|'[^']*'|[^\s"'=]+)(?=\s|$)/
// Files larger than this are not written by hand.
const MOST_BYTES = 4_000_000

interface Markup {
  readonly file: string
  readonly parameters: ReadonlyMap<string, string>
}

const isQuoted = (text: string): boolean => /^["']/.test(text)

const parseMarkup = (markup: string, place: Place): Markup => {
  const file = FILE.exec(markup)
  const parameters = new Map<string, string>()
  let at = file?.[0].length ?? 0
  for (;;) {
    PARAMETER.lastIndex = at
    const match = PARAMETER.exec(markup)
    if (!match) break
    const [, name = '', value = ''] = match
    if (!PARAMETERS.has(name))
      throw new UserError(`'code_region' has no parameter '${name}'`, {
        place,
        advice: suggest(name, [...PARAMETERS]) ?? `Write ${FORM}.`,
      })
    parameters.set(name, value)
    at = PARAMETER.lastIndex
  }
  if (!file || markup.slice(at).trim() !== '')
    throw new UserError("Syntax error in tag 'code_region'", { place, advice: `Write ${FORM}.` })
  return { file: file[1] ?? '', parameters }
}

/** A quoted text as it stands; anything else is a variable's value. */
const textFor = (scope: TagScope, written: string): string =>
  isQuoted(written) ? written.slice(1, -1) : textOf(scope.evaluate(written))

// A bare path is taken as it stands, unless there is a variable of that name.
const fileOf = (scope: TagScope, written: string): string => {
  if (isQuoted(written)) return written.slice(1, -1)
  const value = /^[A-Za-z_][\w.-]*$/.test(written) ? scope.evaluate(written) : null
  return typeof value === 'string' ? value : written
}

const refuse = (file: string, why: string, place: Place): UserError =>
  new UserError(`The file '${file}' ${why}`, {
    place,
    advice: 'Give its path from the top of the site, such as src/example.ts.',
  })

/** The text of a file below the site's source, links followed. */
const readSource = (source: string, name: string, place: Place): string => {
  const file = path.resolve(source, name.replace(/^\/+/, ''))
  if (!file.startsWith(source + path.sep)) throw refuse(name, 'is outside the site', place)
  let real: string
  try {
    real = realpathSync(file)
  } catch {
    throw refuse(name, 'is not there', place)
  }
  if (!real.startsWith(realpathSync(source) + path.sep)) throw refuse(name, 'is outside the site', place)
  const facts = statSync(real)
  if (!facts.isFile()) throw refuse(name, 'is no file', place)
  if (facts.size > MOST_BYTES) throw refuse(name, 'is too large to be shown', place)
  return readFileSync(real, 'utf8').replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') // biome-ignore format: one pipeline
}

interface Cut {
  readonly file: string
  readonly text: string
  readonly place: Place
}

const cutNamed = ({ file, text, place }: Cut, name: string): readonly string[] => {
  const lines = cutRegion(text.split('\n'), name)
  if (lines === 'open')
    throw new UserError(`The region '${name}' of '${file}' has no end`, {
      place,
      advice: 'End it with `#endregion` or `ANCHOR_END`.',
    })
  if (lines) return lines
  const names = regionNames(text.split('\n'))
  throw new UserError(`'${file}' has no region '${name}'`, {
    place,
    advice:
      suggest(name, names) ??
      (names.length > 0 ? `It has: ${names.slice(0, 10).join(', ')}.` : 'It has no regions at all.'),
  })
}

const cutNumbered = ({ file, place }: Cut, all: readonly string[], range: string): readonly string[] => {
  const lines = cutLines(all, range)
  if (Array.isArray(lines)) return lines
  const why = lines === 'syntax' ? 'is no range of lines' : `is not in '${file}', which has ${all.length} lines`
  throw new UserError(`lines="${range}" ${why}`, {
    place,
    advice: 'Write lines="10-20", lines="10-", lines="-20" or lines="7".',
  })
}

const linesOf = (text: string): string[] => {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

const cutOut = (cut: Cut, region: string | undefined, range: string | undefined): string => {
  const named = region === undefined ? linesOf(cut.text) : cutNamed(cut, region)
  const lines = range === undefined ? named : cutNumbered(cut, named, range)
  return dedent(lines.filter((line) => !isMarkerLine(line))).join('\n')
}

const write = (scope: TagScope, code: string, name: string, parameters: ReadonlyMap<string, string>): string => {
  const given = (key: string): string | undefined => {
    const written = parameters.get(key)
    return written === undefined ? undefined : textFor(scope, written)
  }
  const language = (given('lang') ?? (extensionOf(name).slice(1) || 'plaintext')).toLowerCase()
  const inside =
    scope.site?.highlight?.(`${code}\n`, language, {
      lineNumbers: given('linenos') === 'true' ? 'table' : undefined,
      markLines: parseLineNumbers(given('mark_lines') ?? ''),
    }) ?? escapeHtml(code)
  const block = `<figure class="highlight"><pre><code class="language-${escapeHtml(language.replaceAll('+', '-'))}" data-lang="${escapeHtml(language)}">${inside.replace(/\n$/, '')}</code></pre></figure>`
  const title = given('title')
  const prefix = textOf(scope.variable('highlighter_prefix'))
  return `${prefix}${title === undefined ? block : titled(escapeHtml(title), block)}${textOf(scope.variable('highlighter_suffix'))}`
}

const regionTag = (config: Config): TagDefinition => ({
  compile: (markup, place) => {
    const { file, parameters } = parseMarkup(markup, place)
    return (scope) => {
      const name = fileOf(scope, file)
      const text = readSource(config.source, name, place)
      scope.noteFile(path.posix.normalize(name.replace(/^\/+/, '')))
      const [region, range] = ['region', 'lines'].map((key) => parameters.get(key))
      const code = cutOut(
        { file: name, text, place },
        region === undefined ? undefined : textFor(scope, region),
        range === undefined ? undefined : textFor(scope, range),
      )
      return write(scope, code, baseName(name), parameters)
    }
  },
})

export const regions: PluginFactory = (config) => ({
  name: 'regions',
  parallel: true,
  tags: { code_region: regionTag(config) },
})
