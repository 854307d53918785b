// The Sass converter over sass-embedded, loaded only where a site has Sass. Counterpart: jekyll-sass-converter.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CompileResult, Exception, Logger, StringOptions } from 'sass-embedded'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Output } from '../model/output.ts'
import { UserError } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { insideOf } from '../util/path.ts'
import { isArray, isTruthy } from '../util/value.ts'
import type { ConvertedFile, Converter } from './converters.ts'
import { compileLeniently, isException, strictnessOf } from './sass-lenient.ts'
import { gatherRemarks } from './sass-remarks.ts'

type Sass = typeof import('sass-embedded')

const loadSass = (): Sass => createRequire(import.meta.url)('sass-embedded') as Sass

interface SassSettings {
  readonly style: 'compressed' | 'expanded'
  readonly sourceMaps: boolean
  readonly loadPaths: readonly string[]
  /** Where LibSass looked for what was in no load path: the site's own folder. */
  readonly root?: string
  readonly quietDeps: boolean
  readonly verbose: boolean
}

const sassSettings = (config: Config): SassSettings => {
  const sass = hashAt(config.data, 'sass') ?? new Map()
  const sassDir = insideOf(config.source, textOf(sass.get('sass_dir') ?? '_sass'))
  const more = sass.get('load_paths')
  const listed = (isArray(more) ? more : []).map((folder) => path.resolve(config.source, textOf(folder)))
  const inSource = config.safe ? listed.filter((folder) => folder.startsWith(config.source)) : listed
  const maps = sass.get('sourcemap')
  return {
    style: textOf(sass.get('style') ?? 'expanded').replace(/^:/, '') === 'compressed' ? 'compressed' : 'expanded',
    sourceMaps:
      maps === 'never' || maps === false ? false : maps === 'development' ? config.environment === 'development' : true,
    loadPaths: [sassDir, ...inSource, ...(config.theme?.sass ? [config.theme.sass] : [])].filter((folder) =>
      existsSync(folder),
    ),
    root: config.source,
    quietDeps: isTruthy(sass.get('quiet_deps')),
    verbose: isTruthy(sass.get('verbose')),
  }
}

interface SassProblem {
  readonly message: string
  readonly sassMessage?: string
  readonly span?: {
    readonly url?: URL
    readonly start: { readonly line: number; readonly column: number }
    readonly context?: string
  }
}

const nameOf = (sheet: string, root: string | undefined): string =>
  root !== undefined && sheet.startsWith(`${root}/`) ? sheet.slice(root.length + 1) : sheet

const asUserError = (problem: SassProblem, file: ConvertedFile | undefined, root: string | undefined): UserError => {
  const { span } = problem
  const elsewhere = span?.url && fileURLToPath(span.url) !== file?.path
  const line = span === undefined ? undefined : span.start.line + (elsewhere ? 1 : (file?.line ?? 1))
  return new UserError(`Sass: ${problem.sassMessage ?? problem.message.split('\n')[0]}`, {
    place: {
      path: elsewhere && span?.url ? nameOf(fileURLToPath(span.url), root) : (file?.relativePath ?? '(scssify)'),
      line,
      column: span === undefined ? undefined : span.start.column + 1,
    },
    excerpt: span?.context?.split('\n')[0],
    advice: 'Mend the style sheet; variables and mixins come from the files that it imports.',
  })
}

/** Sass's own errors as users' mistakes; anything else as it is. */
const asSassError = (error: unknown, file: ConvertedFile | undefined, root: string | undefined): unknown =>
  error instanceof Error && 'sassMessage' in error ? asUserError(error as unknown as SassProblem, file, root) : error

export interface SassConverter extends Converter {
  readonly writesMaps: boolean
  /** Source maps of what has been converted since the last call. */
  takeMaps(): readonly Output[]
  compile(text: string, syntax: 'scss' | 'indented'): string
  /** Has the compiler's process begin: it takes a while until it is ready for the first style sheet. */
  start(): void
  /** Ends the compiler's process. */
  dispose(): void
}

/** Sources by their way from the style sheet's own folder, never this machine's paths. */
const sourceMap = (result: CompileResult, file: ConvertedFile): string => {
  const map = result.sourceMap as unknown as {
    version: number
    sources: string[]
    names: string[]
    mappings: string
    sourcesContent?: string[]
  }
  const folder = path.dirname(file.path)
  const sources = map.sources.map((source) =>
    source.startsWith('file:') ? path.relative(folder, fileURLToPath(source)) : path.basename(file.path),
  )
  const name = `${path.basename(file.path, path.extname(file.path))}.css`
  return JSON.stringify({
    version: map.version,
    sourceRoot: '',
    sources,
    names: map.names,
    mappings: map.mappings,
    sourcesContent: map.sourcesContent,
    file: name,
  })
}

/** The converter with a site's own settings. */
export const createSassConverter = (config: Config): SassConverter => createSass(sassSettings(config))

/** The converter without a site: no load paths. */
export const createPlainSass = (): SassConverter =>
  createSass({ style: 'expanded', sourceMaps: false, loadPaths: [], quietDeps: false, verbose: false })

const SILENT: Logger = { warn: () => {}, debug: () => {} }

const warnOfMending = (logger: Logger | undefined, what: string, { span }: Exception): void =>
  logger?.warn?.(`taken as LibSass took it: ${what}`, { deprecation: false, span })

const createSass = (settings: SassSettings): SassConverter => {
  // Mutable: maps wait here until the page they belong to is written.
  let maps: Output[] = []
  let compiler: ReturnType<Sass['initCompiler']> | undefined
  const started = (): ReturnType<Sass['initCompiler']> => {
    compiler ??= loadSass().initCompiler()
    return compiler
  }
  const run = (text: string, options: StringOptions<'sync'>): CompileResult => {
    try {
      return started().compileString(text, options)
    } catch (error) {
      const { url, loadPaths = [], ...rest } = options as StringOptions<'sync'> & { readonly url?: URL }
      const file = url && fileURLToPath(url)
      const what = strictnessOf(error, text, file)
      if (what === undefined || !isException(error)) throw error
      const folders = settings.root === undefined ? [...loadPaths] : [...loadPaths, settings.root]
      const sheet = { text, syntax: options.syntax ?? 'scss', file, folders }
      const mended = compileLeniently(sheet, (copy, importer) =>
        started().compileString(copy, { ...rest, importers: [importer], ...(url ? { url, importer } : {}) }),
      )
      if (mended === undefined) throw error
      warnOfMending(options.logger, what, error)
      return mended
    }
  }
  const optionsFor = (syntax: 'scss' | 'indented', logger: Logger): StringOptions<'sync'> => ({
    syntax,
    style: settings.style,
    loadPaths: [...settings.loadPaths],
    quietDeps: settings.quietDeps,
    verbose: settings.verbose,
    charset: settings.style !== 'compressed',
    logger,
  })
  return {
    name: 'sass',
    priority: 0,
    writesMaps: settings.sourceMaps,
    matches: (extension) => /^\.s[ac]ss$/i.test(extension),
    outputExtension: () => '.css',
    convert: (text, file) => {
      const remarks = gatherRemarks(file.relativePath, file.line ?? 1, settings.verbose)
      const syntax = /\.sass$/i.test(file.path) ? 'indented' : 'scss'
      try {
        const result = run(text, {
          ...optionsFor(syntax, remarks.logger),
          url: pathToFileURL(file.path),
          sourceMap: settings.sourceMaps,
          sourceMapIncludeSources: true,
        } as StringOptions<'sync'>)
        const warnings = remarks.warnings()
        if (!settings.sourceMaps) return { text: result.css, warnings }
        const name = `${path.basename(file.path, path.extname(file.path))}.css.map`
        maps.push({ path: name, body: sourceMap(result, file) })
        const gap = settings.style === 'compressed' ? '' : '\n\n'
        return { text: `${result.css}${gap}/*# sourceMappingURL=${encodeURI(name)} */`, warnings }
      } catch (error) {
        throw asSassError(error, file, settings.root)
      }
    },
    compile: (text, syntax) => {
      try {
        return run(text, optionsFor(syntax, SILENT)).css
      } catch (error) {
        throw asSassError(error, undefined, settings.root)
      }
    },
    start: () => {
      started()
    },
    dispose: () => {
      compiler?.dispose()
      compiler = undefined
    },
    takeMaps: () => {
      const taken = maps
      maps = []
      return taken
    },
  }
}
