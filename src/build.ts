// The story of a build, a screen long: configuration, site, generators, books, rendering, writing.

import path from 'node:path'
import { type Books, collectBooks } from './book/index.ts'
import { prepareCacheFolder } from './cache/index.ts'
import { type LoadOptions, loadConfig } from './config/index.ts'
import type { Profile } from './liquid/index.ts'
import type { Config } from './model/config.ts'
import type { Output } from './model/output.ts'
import { type Page, renderOrder, type Site } from './model/site.ts'
import {
  bareFolder,
  extensionsOf,
  findTheme,
  type HookRunner,
  isBareFolder,
  isBookFolder,
  loadPlugins,
  mayRunInParallel,
  type Plugin,
  runGenerators,
} from './plugins/index.ts'
import { createReading, lineOfKey, type Reading, readSite } from './read/index.ts'
import { convertedExtension, isSass, type RenderedSite, type RenderOptions } from './render/index.ts'
import { formatUserError, UserError, type Warning } from './util/error.ts'
import { type Log, silentLog } from './util/log.ts'
import { formatProfile } from './util/profile-table.ts'
import { type ConversionThread, createProcessors, type Processors, renderPages } from './workers/index.ts'
import { openStage, type Stage, type Written, writeOutputs } from './write/index.ts'

export interface BuildOptions extends LoadOptions {
  readonly log?: Log | undefined
  readonly profile?: boolean | undefined
  /** Renders everything and writes nothing. */
  readonly dryRun?: boolean | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** How many threads render pages; by default others join the first where a site takes long. */
  readonly threads?: number | undefined
  /** A thread that converts texts for this build, where one has been started. */
  readonly conversion?: ConversionThread | undefined
}

export interface SlowPage {
  readonly path: string
  readonly milliseconds: number
}

export interface BuildResult {
  readonly config: Config
  readonly site: Site
  readonly books: Books
  readonly outputs: readonly Output[]
  readonly warnings: readonly Warning[]
  readonly written: Written
  /** Pages and documents that were rendered. */
  readonly pages: number
  readonly seconds: number
  /** The three slowest pages. */
  readonly slow: readonly SlowPage[]
  /** Jekyll's table of templates, where it was asked for. */
  readonly profile: string | undefined
}

const isWritten = (page: Page): boolean => page.kind === 'page' || page.write

const staticOutputs = (site: Site): Output[] =>
  site.staticFiles
    .filter((file) => file.write)
    .map((file) => ({ path: file.outputPath, body: file.body ?? { copy: file.path, modified: file.modified } }))

/** What may be written: pages, static files, and what rendering and plugins made besides. Where two share a path, the later one wins. */
const layOut = (files: readonly Output[], rendered: RenderedSite, extras: readonly Output[]): Output[] => [
  ...rendered.pages
    .filter(({ page }) => page.kind === 'page')
    .map(({ page, packed }) => ({ path: page.outputPath, body: packed })),
  ...files,
  ...rendered.pages
    .filter(({ page }) => page.kind === 'document' && isWritten(page))
    .map(({ page, packed }) => ({ path: page.outputPath, body: packed })),
  ...rendered.extras,
  ...extras,
]

const conflicts = (site: Site): Warning[] => {
  const owners = new Map<string, string[]>()
  const add = (output: string, source: string): void => {
    const sources = owners.get(output)
    if (sources) sources.push(source)
    else owners.set(output, [source])
  }
  for (const page of site.pages) if (!page.generated) add(page.outputPath, page.relativePath)
  for (const file of site.staticFiles) if (file.write) add(file.outputPath, file.relativePath.replace(/^\//, ''))
  for (const { docs } of site.collections.values())
    for (const doc of docs) if (doc.write) add(doc.outputPath, doc.relativePath)
  const destination = path.basename(site.config.destination)
  return [...owners].flatMap(([output, sources]): Warning[] => {
    if (sources.length < 2) return []
    const lines = [
      'The following destination is shared by multiple files.',
      'The written file may end up with unexpected contents.',
      `${destination}/${output}`,
    ]
    return [
      {
        topic: 'Conflict:',
        message: [...lines, ...sources.map((source) => ` - ${source}`)].join('\n'),
        advice: 'Give each of them a permalink of its own.',
      },
    ]
  })
}

// A layout's remarks come once for each page that it is used on.
const unique = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(
    warnings.map((warning) => [`${warning.place?.path}:${warning.place?.line}:${warning.message}`, warning]),
  ).values(),
]

const report = (warnings: readonly Warning[], log: Log): void => {
  for (const warning of warnings) log.warn(warning.topic ?? 'Warning:', formatUserError(warning))
}

const collect = (site: Site, strict: boolean): Books => {
  const books = collectBooks(site, (page, key) => lineOfKey(page.path, key))
  const [first] = books.warnings
  if (strict && first) throw new UserError(first.message, { place: first.place, advice: first.advice })
  return books
}

const slowest = (rendered: RenderedSite): SlowPage[] =>
  rendered.pages
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 3)
    .map(({ page, milliseconds }) => ({ path: page.relativePath, milliseconds }))

interface Start {
  readonly config: Config
  readonly warnings: readonly Warning[]
  readonly reading: Reading
  readonly plugins: readonly Plugin[]
  readonly hooks: HookRunner
  readonly processors: Processors
}

const start = async (options: BuildOptions): Promise<Start> => {
  const { config: own, warnings } = await loadConfig(options, (settings, source) =>
    findTheme(settings, source, { log: options.log }),
  )
  const loaded = await loadPlugins(own)
  const { config } = loaded
  const processors = createProcessors(config, loaded.plugins)
  const reading = createReading(config, { convertedExtension: convertedExtension(processors.converters) })
  const { plugins, hooks } = loaded
  return { config, warnings: [...warnings, ...loaded.warnings], reading, plugins, hooks, processors }
}

/** The site read, and with it whatever a folder of bare Markdown files needs to be one. */
const readAll = async (options: BuildOptions, log: Log): Promise<Start & { readonly site: Site }> => {
  const first = await start(options)
  const site = await readSite(first.reading)
  const bare = isBareFolder(site)
  if (!bare && !isBookFolder(site)) return { ...first, site }
  log.info(
    'Book:',
    bare
      ? 'this folder has no configuration and no layouts: its Markdown files become the chapters of one book, in file order.'
      : 'this folder has no configuration and no layouts: its chapters get the theme that comes with Octavo.',
  )
  const name = path.basename(first.config.source)
  const again = await start({
    ...options,
    overrides: new Map(options.overrides ?? []).set('theme', 'octavo').set('title', name),
  })
  const plugins = bare ? [...again.plugins, bareFolder(name)] : again.plugins
  return { ...again, plugins, site: await readSite(again.reading) }
}

/** Everything that is known before the first page is rendered. */
export interface PreparedSite extends Start {
  readonly site: Site
  readonly books: Books
  readonly rendering: RenderOptions
}

/** Reads a site and runs its generators. @throws UserError for the author's mistakes. */
export const prepareSite = async (options: BuildOptions): Promise<PreparedSite> => {
  const log = options.log ?? silentLog
  const all = await readAll(options, log)
  const { config, reading, plugins, hooks, processors } = all
  log.info('Configuration file:', config.files.length === 0 ? 'none' : config.files.join(', '))
  log.info('Source:', config.source)
  log.info('Destination:', config.destination)
  log.info('Generating...')
  if (all.site.pages.some(isSass)) processors.sass().start()
  try {
    const site = await runGenerators(all.site, all, reading, (text) => processors.markdown().render(text))
    const books = collect(site, config.strict)
    const { profile, onProgress } = options
    const rendering = { site, books, extensions: extensionsOf(plugins, hooks), processors, profile, onProgress }
    return { ...all, site, books, rendering }
  } catch (error) {
    processors.sass.made()?.dispose()
    throw error
  }
}

/**
 * Builds a site: reads the source, renders every page and makes the destination hold the result.
 * @throws UserError for the author's mistakes; the destination is then as it was.
 */
export const build = async (options: BuildOptions = {}): Promise<BuildResult> => {
  const started = performance.now()
  const prepared = await prepareSite(options)
  try {
    return await buildSite(prepared, options, started)
  } finally {
    prepared.processors.sass.made()?.dispose()
  }
}

// Where a plugin may yet change the outputs, none of them is written before.
const openStageFor = ({ config, plugins, site }: PreparedSite, files: readonly Output[]): Stage | undefined => {
  if (plugins.some((plugin) => plugin.complete)) return undefined
  const stage = openStage(config.destination, files.length + renderOrder(site).length)
  for (const file of files) stage?.put(file)
  return stage
}

const buildSite = async (prepared: PreparedSite, options: BuildOptions, started: number): Promise<BuildResult> => {
  const files = staticOutputs(prepared.site)
  const stage = options.dryRun ? undefined : openStageFor(prepared, files)
  try {
    return await renderAndWrite(prepared, options, { started, files, stage })
  } finally {
    await stage?.remove()
  }
}

interface Writing {
  readonly started: number
  readonly files: readonly Output[]
  readonly stage: Stage | undefined
}

const renderAndWrite = async (
  prepared: PreparedSite,
  options: BuildOptions,
  { started, files, stage }: Writing,
): Promise<BuildResult> => {
  const { config, reading, plugins, hooks, site, books } = prepared
  const parallel = mayRunInParallel(plugins)
  const onPage: RenderOptions['onPage'] = (page, body) => {
    if (isWritten(page)) stage?.put({ path: page.outputPath, body })
  }
  const threads = { config, parallel, wanted: options.threads, conversion: options.conversion }
  const first = await renderPages({ ...prepared.rendering, onPage }, threads)
  const rendered = { ...first, pages: hooks.afterRendering(first.pages, site) }
  const extras: Output[] = []
  const late: Warning[] = []
  const context = { books, warn: (warning: Warning) => late.push(warning) }
  for (const plugin of plugins) extras.push(...((await plugin.finish?.(site, rendered.pages, context)) ?? []))
  let outputs: readonly Output[] = layOut(files, rendered, extras)
  for (const plugin of plugins) outputs = (await plugin.complete?.(outputs, site, context)) ?? outputs
  const remarks = unique([
    ...prepared.warnings,
    ...reading.warnings,
    ...books.warnings,
    ...rendered.pages.flatMap((page) => page.warnings),
    ...conflicts(site),
    ...late,
  ])
  report(remarks, options.log ?? silentLog)
  if (!options.dryRun && keepsCache(config)) prepareCacheFolder(config.cacheDir)
  const written = options.dryRun
    ? { written: 0, unchanged: 0, removed: 0, changed: [] }
    : await writeOutputs(config.destination, outputs, {
        keepFiles: config.keepFiles,
        chooseObsolete: hooks.obsolete,
        stage,
      })
  if (!options.dryRun) await hooks.afterWriting(site)
  return {
    config,
    site,
    books,
    outputs,
    warnings: remarks,
    written,
    pages: rendered.pages.length,
    seconds: (performance.now() - started) / 1000,
    slow: slowest(rendered),
    profile: formatProfileOf(rendered.profile),
  }
}

// Jekyll's own cache folder stays untouched; one that a site names itself is made as Jekyll makes it.
const keepsCache = (config: Config): boolean =>
  !config.safe && config.data.get('disable_disk_cache') !== true && path.basename(config.cacheDir) !== '.jekyll-cache'

const formatProfileOf = (profile: Profile | undefined): string | undefined =>
  profile ? formatProfile(profile) : undefined
