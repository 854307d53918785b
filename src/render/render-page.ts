// Renders one page: Liquid, then converters, then layouts. Counterpart: Jekyll::Renderer.
import type { Books } from '../book/index.ts'
import {
  createReadLog,
  type Engine,
  type Globals,
  type Profile,
  type ReadLog,
  type RenderContext,
  type RenderMemory,
  type Template,
} from '../liquid/index.ts'
import type { Markdown } from '../markdown/index.ts'
import type { Output } from '../model/output.ts'
import type { Layout, Page, Site } from '../model/site.ts'
import { pageData } from '../read/index.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { type PackedText, packText, unpackText } from '../util/packed-text.ts'
import { directoryOf, joinPath } from '../util/path.ts'
import { type Hash, isTruthy, type Value } from '../util/value.ts'
import { countsAsAscii } from './ascii.ts'
import { type ConvertedFile, type Converter, convertersFor } from './converters.ts'
import type { Extensions } from './extensions.ts'
import type { LayoutChain } from './layout-chain.ts'
import { PageGlobals } from './leftovers.ts'
import { isSass, layoutNameOf, refusePath, wantsLayout, wantsLiquid } from './page-kinds.ts'
import type { PageParts } from './rendered-page.ts'
import type { SassConverter } from './sass.ts'
import type { Pause, Session } from './session.ts'
import { sourceLine } from './source-line.ts'
import type { SourceMapPages } from './source-maps.ts'
import { ExcerptView, listingView, PageExcerptView } from './views/page.ts'
import type { Views } from './views/site.ts'

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
  /** Told of each page as soon as its text is there, which may yet turn out to be another one. */
  readonly onPage?: ((page: Page, output: PackedText) => void) | undefined
}

/** Everything that one render run shares. */
export interface Run {
  readonly options: RenderOptions
  readonly order: readonly Page[]
  readonly engine: Engine
  readonly session: Session
  readonly views: Views
  readonly chainOf: (name: Value) => LayoutChain
  /** `layout` in the text of each page, by its place in the order. */
  readonly layoutsInTexts: readonly (Hash | null)[]
  readonly layoutTemplates: Map<Layout, Template>
  /** The place of the last page before one in the order that has a layout around it. */
  readonly laidOutBefore: (at: number) => number | undefined
  /** The source paths that more than one page has: lists in parts, and posts in a folder of `include`, which are pages as well. */
  readonly sharedPaths: ReadonlySet<string>
  readonly sourceMaps: SourceMapPages
  readonly reads: Map<Page, ReadLog>
  readonly fixed: ReadonlyMap<string, Value>
  readonly profile: Profile | undefined
  readonly warnings: Warning[]
  readonly extras: Output[]
}

const readsOf = (run: Run, page: Page): ReadLog => {
  let reads = run.reads.get(page)
  if (!reads) run.reads.set(page, (reads = createReadLog()))
  return reads
}

// Where a page says of itself that it is elsewhere, its include_relative looks there.
const folderOf = (run: Run, page: Page): string => {
  const { source, collectionsDir } = run.options.site.config
  if (page.kind === 'page' && page.data.has('path')) {
    const own = textOf(page.data.get('path'))
    return directoryOf(isTruthy(page.data.get('collection')) ? joinPath(collectionsDir, own) : own)
  }
  return directoryOf(page.path.startsWith(`${source}/`) ? page.path.slice(source.length + 1) : page.relativePath)
}

const contextOf = (run: Run, page: Page): RenderContext => {
  const folder = folderOf(run, page)
  return {
    page: { path: page.relativePath, dir: folder === '.' ? '' : folder },
    counters: new Map(),
    reads: readsOf(run, page),
    profile: run.profile,
    cachedIncludes: run.session.cachedIncludes,
  }
}

/** quirk(jekyll): a template is parsed once and goes on where it stopped for the page before; counters are those of the whole site. */
const memoryOf = ({ session }: Run, path?: string): RenderMemory => ({
  counters: session.counters,
  template: path === undefined ? undefined : () => session.memoryOf(path),
})

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

const convertedFile = ({ path, relativePath, line }: Page, ascii: boolean): ConvertedFile => ({
  path,
  relativePath,
  line,
  ascii,
})

const convert = (run: Run, page: Page, text: string, ascii = false): string => {
  const { converters } = run.options.processors
  let result = text
  for (const converter of convertersFor(converters, page.extension)) {
    const converted = converter.convert(result, convertedFile(page, ascii))
    run.warnings.push(...converted.warnings.map((warning) => inSource(page, result, warning)))
    result = converted.text
  }
  return result
}

const layoutTemplate = (run: Run, layout: Layout): Template => {
  let template = run.layoutTemplates.get(layout)
  if (!template) {
    template = run.engine.parse(layout.content, { path: layout.relativePath, line: layout.line })
    run.layoutTemplates.set(layout, template)
  }
  return template
}

const placeInLayouts = (
  run: Run,
  page: Page,
  content: string,
  globals: Map<string, Value>,
  context: RenderContext,
): string => {
  const { layouts } = run.options.site
  const wanted = layoutNameOf(page)
  const chain = run.chainOf(wanted)
  if (wanted !== null && wanted !== undefined && chain.length === 0) {
    run.warnings.push({
      topic: 'Build Warning:',
      message: `Layout '${textOf(wanted)}' requested in ${page.relativePath} does not exist.`,
      place: { path: page.relativePath },
      advice: layouts.size === 0 ? undefined : `The layouts are: ${[...layouts.keys()].sort().join(', ')}.`,
    })
  }
  if (chain.length > 0) refusePath(page, 'layout', run.options.site.config.theme !== undefined)
  return chain.reduce((output, { layout, data }) => {
    globals.set('content', output).set('layout', data)
    const memory = memoryOf(run, layout.relativePath)
    return runLiquid(run, layoutTemplate(run, layout), globals, { ...context, memory })
  }, content)
}

/** quirk(jekyll): in a page's own text `content` is what the outermost layout of a page before it was given. */
const contentBefore = (run: Run, at: number): Value => {
  const place = run.laidOutBefore(at)
  const page = place === undefined ? undefined : run.order[place]
  if (!page) return null
  const { session, views } = run
  const before = session.current()
  session.setCurrent(page)
  try {
    const globals = globalsFor(run, page, views.own(page))
    const context = contextOf(run, page)
    const inner = run.chainOf(layoutNameOf(page)).slice(0, -1)
    return inner.reduce((output, { layout, data }) => {
      globals.set('content', output).set('layout', data)
      return run.engine.render(layoutTemplate(run, layout), globals, context).output
    }, session.contentOf(page))
  } finally {
    session.setCurrent(before)
  }
}

const globalsFor = (run: Run, page: Page, view: Value, content: () => Value = () => null): Map<string, Value> => {
  const markdown = run.options.processors.converters.some(
    (converter) => converter.name === 'markdown' && converter.matches(page.extension),
  )
  const mark = markdown ? '\n' : ''
  return new PageGlobals(run.fixed, content)
    .set('page', view)
    .set('layout', null)
    .set('paginator', null)
    .set('highlighter_prefix', mark)
    .set('highlighter_suffix', mark)
}

/** A page whose Liquid has run: what is left is to convert its text and to place that in layouts. */
export interface Draft {
  readonly page: Page
  readonly text: string
  /** Of the conversion. */
  readonly file: ConvertedFile
  readonly packedText: PackedText
  readonly globals: Map<string, Value>
  readonly context: RenderContext
  readonly pause: Pause
  readonly warnings: readonly Warning[]
  readonly milliseconds: number
}

/** What came of a draft's text on another thread. */
export interface ConvertedElsewhere {
  readonly text: PackedText
  readonly warnings: readonly Warning[]
}

/** Can any thread convert it? */
export const convertsAnywhere = (run: Run, { page }: Draft): boolean => {
  const [converter, ...more] = convertersFor(run.options.processors.converters, page.extension)
  return converter?.anywhere === true && more.length === 0
}

/** The page at that place of the order, up to its conversion. */
export const draftPage = (run: Run, at: number, page: Page): Draft => {
  const started = performance.now()
  const { engine, views, options } = run
  const firstWarning = run.warnings.length
  const globals = globalsFor(run, page, views.own(page), () => contentBefore(run, at))
    .set('layout', run.layoutsInTexts[at] ?? null)
    .set('paginator', page.paging ? listingView(page.paging, views.of) : null)
  const shared = page.paging || run.sharedPaths.has(page.relativePath)
  const context = { ...contextOf(run, page), memory: memoryOf(run, shared ? page.relativePath : undefined) }
  let text = options.extensions.beforeRender(page, page.content, options.site)
  let ascii = false
  if (page.kind === 'page' && page.excerpt !== undefined && wantsLiquid(page, page.excerpt)) run.session.excerptOf(page)
  if (wantsLiquid(page, text)) {
    refusePath(page, 'liquid', options.site.config.theme !== undefined)
    const source = text
    text = runLiquid(run, engine.parse(source, { path: page.relativePath, line: page.line }), globals, context)
    ascii = countsAsAscii(source, text, engine, globals)
  }
  return {
    page,
    text,
    packedText: text === page.content ? text : packText(text),
    file: convertedFile(page, ascii),
    globals,
    context,
    pause: run.session.pause(),
    warnings: run.warnings.slice(firstWarning),
    milliseconds: performance.now() - started,
  }
}

const takeConverted = (run: Run, { page, text }: Draft, converted: ConvertedElsewhere): string => {
  run.warnings.push(...converted.warnings.map((warning) => inSource(page, text, warning)))
  return unpackText(converted.text)
}

/** The page that a draft becomes: its text converted, here where that has not been done elsewhere, and placed in layouts. */
export const completePage = (run: Run, draft: Draft, elsewhere?: ConvertedElsewhere): PageParts => {
  const started = performance.now()
  const { session, options } = run
  const { page, globals, context } = draft
  const firstWarning = run.warnings.length
  const converted = elsewhere ? takeConverted(run, draft, elsewhere) : convert(run, page, draft.text, draft.file.ascii)
  const text = options.extensions.afterConvert(page, converted, options.site)
  takeSourceMaps(run, page)
  const content = elsewhere && text === converted ? elsewhere.text : packText(text)
  session.setContent(page, content)
  const laidOut = wantsLayout(page) ? placeInLayouts(run, page, text, globals, context) : text
  const packed = packText(options.extensions.afterRender(page, laidOut, options.site))
  session.setOutput(page, packed)
  return {
    text: draft.packedText,
    content,
    output: packed,
    warnings: [...draft.warnings, ...run.warnings.slice(firstWarning)],
    reads: readsOf(run, page),
    milliseconds: draft.milliseconds + performance.now() - started,
  }
}

/** A page's automatic excerpt, converted by itself. */
export const renderExcerpt = (run: Run, page: Page, source: string): string => {
  const before = run.session.current()
  const view =
    page.kind === 'document'
      ? new ExcerptView(page, run.views.context)
      : new PageExcerptView(page, pageData(page), run.views.context)
  const globals = globalsFor(run, page, view)
  const context = contextOf(run, page)
  let text = source
  let ascii = false
  // quirk(jekyll): an excerpt is no document, and so has no related posts.
  run.session.setCurrent(undefined)
  try {
    if (wantsLiquid(page, source)) {
      text = runLiquid(run, run.engine.parse(source, { path: page.relativePath, line: page.line }), globals, context)
      ascii = countsAsAscii(source, text, run.engine, globals)
    }
  } finally {
    run.session.setCurrent(before)
  }
  const { extensions, site } = run.options
  return extensions.afterConvertExcerpt(page, convert(run, page, text, ascii), site)
}

const takeSourceMaps = (run: Run, page: Page): void => {
  if (!isSass(page)) return
  const shown = run.sourceMaps.of(page)
  for (const map of run.options.processors.sass().takeMaps()) {
    run.extras.push({
      ...map,
      path: directoryOf(page.outputPath) === '.' ? map.path : `${directoryOf(page.outputPath)}/${map.path}`,
    })
    if (shown) run.session.setContent(shown, packText(String(map.body)))
  }
}
