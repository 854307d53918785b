import { suggest } from '../../util/suggest.ts'
import type { Value } from '../../util/value.ts'
import type { Source } from '../block.ts'
import { RubyError, type Spot } from '../errors.ts'
import { compileExpression, type Evaluate } from '../evaluate.ts'
import { parseExpression } from '../expression.ts'
import type { Parser, TagBuilder, TagHead } from '../parser.ts'
import { enterInclude } from '../partial.ts'
import { rubyPattern } from '../pattern.ts'
import type { Render, Runtime } from '../runtime.ts'
import type { IncludeSource } from '../types.ts'

// Jekyll's include, include_relative and include_cached: a file name that may hold variables, then `key=value` pairs, which the include
// sees as `include.key`.

const PARAMETER = `([\\w-]+)\\s*=\\s*(?:"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)"|'([^'\\\\]*(?:\\\\.[^'\\\\]*)*)'|([\\w.-]+))`
const PARAMETERS = rubyPattern(PARAMETER, 'g')
const NEXT_PARAMETER = rubyPattern(`${PARAMETER}(?=\\s|$)\\s*`, 'y')
const NAME_CHARACTERS = /^[\w/.\-()+~#@]+$/m
const BAD_SEQUENCE = /[./]{2,}/

/** A file name with `{{ variable }}` in it: everything up to the last one, and what hangs on to that. */
const VARIABLE_NAME = rubyPattern('([^{]*(\\{\\{\\s*[\\w\\-.]+\\s*(\\|.*)?\\}\\}[^\\s{}]*)+)(.*)', 's')

const rubyArgumentError = (message: string): RubyError => new RubyError('ArgumentError', message)

const example = (tag: string): string => `{% ${tag} file.ext param='value' param2='value' %}`

/** Reads the parameters one after the other; what is left over is a mistake. */
const validate = (params: string, tag: string): void => {
  let at = params.length - params.trimStart().length
  while (at < params.length) {
    NEXT_PARAMETER.lastIndex = at
    const match = NEXT_PARAMETER.exec(params)
    if (!match) throw rubyArgumentError(`Invalid syntax for include tag:\n\n${params}\n\nValid syntax:\n\n${example(tag)}\n\n`) // biome-ignore format: one throw
    at += match[0].length
  }
}

interface Markup {
  readonly file: string
  readonly params: string | undefined
}

const splitMarkup = (markup: string): Markup => {
  const text = markup.trim()
  const variable = text.includes('{{') ? VARIABLE_NAME.exec(text) : null
  if (variable) return { file: variable[1]!.trim(), params: variable[4]!.trim() }
  const space = /[ \t\r\n\f\v]+/.exec(text)
  if (!space) return { file: text, params: undefined }
  return { file: text.slice(0, space.index), params: text.slice(space.index + space[0].length) }
}

const compileParams = (params: string): ((runtime: Runtime) => Map<Value, Value>) => {
  const entries = [...params.matchAll(PARAMETERS)].map(([, key, double, single, variable]): [string, Evaluate] => {
    if (variable !== undefined) return [key!, compileExpression(parseExpression(variable))]
    const text = double === undefined ? single!.replaceAll("\\'", "'") : double.replaceAll('\\"', '"')
    return [key!, () => text]
  })
  return (runtime) => new Map<Value, Value>(entries.map(([key, evaluate]) => [key, evaluate(runtime) ?? null]))
}

const checkName = (file: string, tag: string): void => {
  if (!BAD_SEQUENCE.test(file) && NAME_CHARACTERS.test(file)) return
  throw rubyArgumentError(
    `Invalid syntax for include tag. File contains invalid characters or sequences:\n\n  ${file}\n\nValid syntax:\n\n  ${example(tag)}\n\n`,
  )
}

type Finder = (file: string, runtime: Runtime) => IncludeSource

const notFound = (file: string, dirs: readonly string[], names: Iterable<string>): RubyError => {
  const list = `[${dirs.map((dir) => `"${dir}"`).join(', ')}]`
  const error = new RubyError(
    'IOError',
    `Could not locate the included file '${file}' in any of ${list}. Ensure it exists in one of those directories and, if it is a symlink, does not point outside your site source.`,
  )
  error.advice = suggest(file, names)
  return error
}

const findInclude: Finder = (file, { site }) => {
  const found = site?.findInclude?.(file)
  if (found) return found
  throw notFound(file, site?.includeDirs?.() ?? ['_includes'], site?.includeNames?.() ?? [])
}

const findRelative: Finder = (file, { site, context }) => {
  const dir = context.page?.dir ?? ''
  const found = site?.findRelative?.(dir, file)
  if (found) return found
  throw notFound(file, [dir === '' ? '.' : dir], [])
}

const fileName = (file: string, parser: Parser): ((runtime: Runtime) => string) => {
  if (!VARIABLE_NAME.test(file)) return () => file
  const template = parser.core.fragment(file)
  return (runtime) => template.render(runtime)
}

/** An include tag, ready to be rendered again and again. */
export interface PreparedInclude {
  find(runtime: Runtime): IncludeSource
  /** The values of its parameters; undefined where it has none. */
  readonly params: ((runtime: Runtime) => Map<Value, Value>) | undefined
  readonly spot: Spot
  readonly source: Source
}

const prepare = (head: TagHead, parser: Parser, find: Finder): PreparedInclude => {
  const { file, params } = splitMarkup(head.markup)
  if (params !== undefined) validate(params, head.name)
  const name = fileName(file, parser)
  return {
    find: (runtime) => {
      const wanted = name(runtime)
      checkName(wanted, head.name)
      return find(wanted, runtime)
    },
    params: params === undefined ? undefined : compileParams(params),
    spot: { line: head.line, offset: head.offset },
    source: parser.source,
  }
}

export const prepareInclude = (head: TagHead, parser: Parser): PreparedInclude => prepare(head, parser, findInclude)

/** Renders an include with its parameters as `include`. */
export const renderInclude = (
  { spot, source }: PreparedInclude,
  found: IncludeSource,
  params: Map<Value, Value> | undefined,
  runtime: Runtime,
): string => {
  const scope = params && new Map<Value, Value>([['include', params]])
  return enterInclude({ runtime, found, scope, spot, source }, (render) => render(runtime))
}

const including =
  (find: Finder): TagBuilder =>
  (head, parser) => {
    const prepared = prepare(head, parser, find)
    const render: Render = (runtime) => {
      const found = prepared.find(runtime)
      return renderInclude(prepared, found, prepared.params?.(runtime), runtime)
    }
    return { render, kind: 'tag', blank: false }
  }

export const jekyllInclude = including(findInclude)
export const includeRelative = including(findRelative)
