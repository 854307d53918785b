// Renders a site: Liquid, then converters, then layouts, page by page. Counterpart: Jekyll::Renderer and Site#render.
import type { Books } from '../book/index.ts'
import {
  createEngine,
  createReadLog,
  type Engine,
  type Globals,
  type Profile,
  type ReadLog,
  type RenderContext,
  RubyError,
  type Template,
} from '../liquid/index.ts'
import type { Markdown } from '../markdown/index.ts'
import { deepMerge } from '../model/hash.ts'
import type { Output } from '../model/output.ts'
import { type Layout, type Page, renderOrder, type Site } from '../model/site.ts'
import { UserError, type Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { type PackedText, packText, unpackText } from '../util/packed-text.ts'
import { directoryOf } from '../util/path.ts'
import type { Hash, Value } from '../util/value.ts'
import { createSiteAccess } from './access.ts'
import { countsAsAscii } from './ascii.ts'
import { type Converter, convertersFor } from './converters.ts'
import type { Extensions } from './extensions.ts'
import type { SassConverter } from './sass.ts'
import { createSession, type Session } from './session.ts'
import { sourceLine } from './source-line.ts'
import { ExcerptView, jekyllView, listingView } from './views/page.ts'
import { createViews, themeView, type Views } from './views/site.ts'

export interface RenderedPage {
  readonly page: Page
  /** The text after Liquid, before it is converted. */
  readonly text: string
  /** The converted text without layouts. */
  readonly content: string
  /** The whole page. */
  readonly output: string
  /** The same, as it is kept: what is written. */
  readonly packed: PackedText
  readonly warnings: readonly Warning[]
  /**
   * What its templates read: those of its text, its layouts and its excerpt. Who reads the `content`, `output` or `excerpt` of a page
   * depends on what that page read, too.
   */
  readonly reads: ReadLog
  /** The layouts around it, the innermost first. */
  readonly layouts: readonly Layout[]
  readonly milliseconds: number
}

export interface RenderedSite {
  readonly pages: readonly RenderedPage[]
  /** What rendering made besides the pages: source maps. */
  readonly extras: readonly Output[]
  readonly profile: Profile | undefined
}

export interface RenderOptions {
  readonly site: Site
  readonly books: Books
  readonly extensions: Extensions
  readonly processors: {
    readonly markdown: () => Markdown
    readonly sass: () => SassConverter
    readonly converters: readonly Converter[]
  }
  readonly profile?: boolean | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Everything that one render run shares. */
interface Run {
  readonly options: RenderOptions
  readonly engine: Engine
  readonly session: Session
  readonly views: Views
  readonly layoutTemplates: Map<Layout, Template>
  readonly reads: Map<Page, ReadLog>
  readonly fixed: ReadonlyMap<string, Value>
  readonly profile: Profile | undefined
  readonly warnings: Warning[]
  readonly extras: Output[]
  /** quirk(jekyll): `layout` outlives the page that set it, and shows in the next page's own text. */
  leftover: Hash | null
}

const LIQUID = /\{[{%]/

const layoutNameOf = (page: Page): Value =>
  page.data.has('layout') ? page.data.get('layout') : page.defaults.get('layout')

const isAsset = (page: Page): boolean => /^\.(?:s[ac]ss|coffee)$/.test(page.extension)
const isYamlDocument = (page: Page): boolean => page.kind === 'document' && /^\.ya?ml$/.test(page.extension)

const wantsLiquid = (page: Page, content: string): boolean => {
  const own = page.data.has('render_with_liquid')
    ? page.data.get('render_with_liquid')
    : page.defaults.get('render_with_liquid')
  if (own === false || !LIQUID.test(content)) return false
  return page.kind === 'page' || !(page.extension === '.coffee' || isYamlDocument(page))
}

const wantsLayout = (page: Page): boolean => !(isAsset(page) || isYamlDocument(page) || layoutNameOf(page) === 'none')

const readsOf = (run: Run, page: Page): ReadLog => {
  let reads = run.reads.get(page)
  if (!reads) run.reads.set(page, (reads = createReadLog()))
  return reads
}

const contextOf = (run: Run, page: Page, counters: Map<string, Value>): RenderContext => {
  const { source } = run.options.site.config
  const folder = directoryOf(
    page.path.startsWith(`${source}/`) ? page.path.slice(source.length + 1) : page.relativePath,
  )
  return {
    page: { path: page.relativePath, dir: folder === '.' ? '' : folder },
    counters,
    reads: readsOf(run, page),
    profile: run.profile,
  }
}

const runLiquid = (run: Run, template: Template, globals: Globals, context: RenderContext): string => {
  run.warnings.push(...template.warnings.map((warning) => ({ topic: 'Liquid Warning:', ...warning })))
  const { output, warnings } = run.engine.render(template, globals, context)
  run.warnings.push(...warnings)
  return output
}

const inSource = (page: Page, text: string, warning: Warning): Warning => {
  const { place } = warning
  if (place?.line === undefined || place.path !== page.relativePath) return warning
  const line = sourceLine(page.content, text, place.line - page.line + 1) + page.line - 1
  return { ...warning, place: { ...place, line } }
}

const convert = (run: Run, page: Page, text: string, ascii = false): string => {
  const { converters } = run.options.processors
  let result = text
  for (const converter of convertersFor(converters, page.extension)) {
    const converted = converter.convert(result, {
      path: page.path,
      relativePath: page.relativePath,
      line: page.line,
      ascii,
    })
    run.warnings.push(...converted.warnings.map((warning) => inSource(page, result, warning)))
    result = converted.text
  }
  return result
}

/** A source map as the site lists it: beside its style sheet, with the sheet's data. */
const sourceMapPage = (page: Page, map: Output): Page => {
  const dir = page.url.slice(0, page.url.lastIndexOf('/') + 1)
  return {
    ...page,
    dir,
    name: map.path,
    basename: map.path.slice(0, -'.map'.length),
    extension: '.map',
    relativePath: dir.slice(1) + map.path,
    content: String(map.body),
    url: dir + encodeURI(map.path),
    outputExtension: '.map',
    outputPath: dir.slice(1) + map.path,
  }
}

const takeSourceMaps = (run: Run, page: Page): void => {
  if (!/^\.s[ac]ss$/i.test(page.extension)) return
  const folder = page.outputPath.slice(0, page.outputPath.lastIndexOf('/') + 1)
  for (const map of run.options.processors.sass().takeMaps()) {
    run.extras.push({ ...map, path: folder + map.path })
    run.session.addPage(sourceMapPage(page, map))
  }
}

const layoutTemplate = (run: Run, layout: Layout): Template => {
  let template = run.layoutTemplates.get(layout)
  if (!template) {
    template = run.engine.parse(layout.content, { path: layout.relativePath, line: layout.line })
    run.layoutTemplates.set(layout, template)
  }
  return template
}

interface Placed {
  readonly output: string
  readonly layouts: readonly Layout[]
}

const placeInLayouts = (
  run: Run,
  page: Page,
  content: string,
  globals: Map<string, Value>,
  context: RenderContext,
): Placed => {
  const { layouts } = run.options.site
  const wanted = layoutNameOf(page)
  let layout = layouts.get(textOf(wanted))
  if (wanted !== null && wanted !== undefined && !layout) {
    run.warnings.push({
      topic: 'Build Warning:',
      message: `Layout '${textOf(wanted)}' requested in ${page.relativePath} does not exist.`,
      place: { path: page.relativePath },
      advice: layouts.size === 0 ? undefined : `The layouts are: ${[...layouts.keys()].sort().join(', ')}.`,
    })
  }
  const used = new Set<Layout>()
  let output = content
  let data: Hash | null = null
  while (layout && !used.has(layout)) {
    used.add(layout)
    data = deepMerge(layout.data, data ?? new Map())
    globals.set('content', output).set('layout', data)
    output = runLiquid(run, layoutTemplate(run, layout), globals, context)
    layout = layouts.get(textOf(layout.data.get('layout')))
  }
  run.leftover = data
  return { output, layouts: [...used] }
}

const globalsFor = (run: Run, page: Page, view: Value): Map<string, Value> => {
  const layout = run.options.site.layouts.get(textOf(layoutNameOf(page)))
  if (layout) run.leftover = deepMerge(layout.data, run.leftover ?? new Map())
  const markdown = run.options.processors.converters.some(
    (converter) => converter.name === 'markdown' && converter.matches(page.extension),
  )
  const mark = markdown ? '\n' : ''
  return new Map(run.fixed)
    .set('page', view)
    .set('layout', run.leftover)
    .set('content', null)
    .set('paginator', page.paging ? listingView(page.paging, run.views.of) : null)
    .set('highlighter_prefix', mark)
    .set('highlighter_suffix', mark)
}

const renderPage = (run: Run, page: Page): RenderedPage => {
  const started = performance.now()
  const { session, engine, views, options } = run
  const firstWarning = run.warnings.length
  session.setCurrent(page)
  const globals = globalsFor(run, page, views.own(page))
  const context = contextOf(run, page, new Map())
  let text = options.extensions.beforeRender(page, page.content)
  let ascii = false
  if (wantsLiquid(page, text)) {
    const source = text
    text = runLiquid(run, engine.parse(source, { path: page.relativePath, line: page.line }), globals, context)
    ascii = countsAsAscii(source, text, engine, globals)
  }
  const packedText = text === page.content ? text : packText(text)
  const content = options.extensions.afterConvert(page, convert(run, page, text, ascii))
  takeSourceMaps(run, page)
  const packedContent = packText(content)
  session.setContent(page, packedContent)
  const placed = wantsLayout(page)
    ? placeInLayouts(run, page, content, globals, context)
    : { output: content, layouts: [] }
  const packed = packText(options.extensions.afterRender(page, placed.output))
  session.setOutput(page, packed)
  return {
    page,
    get text() {
      return unpackText(packedText)
    },
    get content() {
      return unpackText(packedContent)
    },
    get output() {
      return unpackText(packed)
    },
    packed,
    warnings: run.warnings.slice(firstWarning),
    reads: readsOf(run, page),
    layouts: placed.layouts,
    milliseconds: performance.now() - started,
  }
}

const renderExcerpt = (run: Run, page: Page, source: string): string => {
  const before = run.session.current()
  const view = page.kind === 'document' ? new ExcerptView(page, run.views.context) : run.views.of(page)
  const globals = new Map(run.fixed).set('page', view).set('layout', null).set('content', null).set('paginator', null)
  const context = contextOf(run, page, new Map())
  const text = wantsLiquid(page, source)
    ? runLiquid(run, run.engine.parse(source, { path: page.relativePath, line: page.line }), globals, context)
    : source
  run.session.setCurrent(before)
  return run.options.extensions.afterConvertExcerpt(page, convert(run, page, text))
}

const createRun = (options: RenderOptions): Run => {
  const { site, extensions } = options
  const { config } = site
  const session = createSession()
  const views = createViews(site, options.books, session)
  const engine = createEngine({
    ...config.liquid,
    jekyll: true,
    timezone: config.timezone,
    site: createSiteAccess(site, options.processors),
    tags: extensions.tags,
    filters: extensions.filters,
  })
  const fixed = new Map<string, Value>([
    ['site', views.site],
    ['jekyll', jekyllView(config.environment)],
    ['theme', themeView(site)],
  ])
  const profile: Profile | undefined = options.profile ? new Map() : undefined
  const run: Run = {
    options,
    engine,
    session,
    views,
    layoutTemplates: new Map(),
    reads: new Map(),
    fixed,
    profile,
    warnings: [],
    extras: [],
    leftover: null,
  }
  session.onExcerpt((page, source) => renderExcerpt(run, page, source))
  return run
}

/** A mistake in a template, named as Jekyll names it: by the page that was being rendered. */
const withPage = (error: UserError, page: Page, source: string): UserError => {
  const { place, excerpt, advice, includedFrom, cause } = error
  if (!(cause instanceof RubyError))
    return place ? error : new UserError(error.message, { place: { path: page.relativePath }, excerpt, advice, cause })
  const shown =
    place === undefined ? error.message : error.message.replace(`(${place.path} line`, `(${source}/${place.path} line`)
  const message = `${shown} in ${page.relativePath}`.replace(/\s+/g, ' ')
  return new UserError(message, {
    topic: 'Liquid Exception:',
    place: place ?? { path: page.relativePath },
    excerpt,
    advice,
    includedFrom,
    cause,
  })
}

/** Every page of the site, rendered in order. @throws UserError at the first page that cannot be. */
export const renderSite = (options: RenderOptions): RenderedSite => {
  const run = createRun(options)
  const order = renderOrder(options.site)
  const pages = order.map((page, i) => {
    try {
      const rendered = renderPage(run, page)
      options.onProgress?.(i + 1, order.length)
      return rendered
    } catch (error) {
      if (error instanceof UserError) throw withPage(error, page, options.site.config.source)
      if (error instanceof RangeError && /call stack/i.test(error.message)) {
        throw new UserError('The page nests too deeply to be built', {
          place: { path: page.relativePath },
          cause: error,
        })
      }
      throw error
    }
  })
  return { pages, extras: run.extras, profile: run.profile }
}
