// Renders the pages of a site one by one, in any order that its caller likes: what a page sees follows from its place alone. A page that
// needs what another one has become, where that one was rendered elsewhere, is left for later.
import { createEngine, type Profile } from '../liquid/index.ts'
import type { Output } from '../model/output.ts'
import { type Layout, type Page, renderOrder } from '../model/site.ts'
import type { Value } from '../util/value.ts'
import { createSiteAccess } from './access.ts'
import { createLayoutChains, layoutsInTexts } from './layout-chain.ts'
import { createLaidOutBefore } from './leftovers.ts'
import { pageError } from './page-error.ts'
import { isSass, layoutNameOf, wantsLayout } from './page-kinds.ts'
import {
  type ConvertedElsewhere,
  completePage,
  convertsAnywhere,
  type Draft,
  draftPage,
  type RenderOptions,
  type Run,
  renderExcerpt,
} from './render-page.ts'
import { createRenderedPage, type PageParts, type RenderedPage } from './rendered-page.ts'
import { type CachedUse, createSession, type Needs, RenderedElsewhere } from './session.ts'
import { planSourceMaps } from './source-maps.ts'
import { jekyllView } from './views/page.ts'
import { createViews, themeView } from './views/site.ts'

/** A page that was rendered, and what its rendering took from others. */
export interface Attempt {
  readonly parts: PageParts
  readonly needs: Needs
}

export interface Renderer {
  readonly order: readonly Page[]
  /**
   * The page at that place of the order; undefined where it has to wait for one that was rendered elsewhere.
   * @throws UserError for an author's mistake.
   */
  render(at: number): Attempt | undefined
  /** The page up to its conversion; undefined where it has to wait. @throws UserError */
  draft(at: number): Draft | undefined
  /** Can any thread convert it? */
  convertsAnywhere(draft: Draft): boolean
  /** The page that a draft becomes; undefined where it has to wait. @throws UserError */
  complete(draft: Draft, converted?: ConvertedElsewhere): Attempt | undefined
  /** Takes over a page that was rendered elsewhere, or before `settle`. */
  adopt(at: number, attempt: Attempt): void
  /** Is there, and just so, what the page took from `include_cached`? Asked once all pages before it are there. */
  agrees(needs: Needs): boolean
  /** The page's texts are elsewhere now. */
  forget(at: number): void
  /** From here on other threads render some of the pages. */
  share(): void
  /** From here on pages come in order: whatever is rendered or adopted next has all the pages before it. */
  settle(): void
  /** Is the page to be rendered on the build's own thread? */
  staysHome(at: number): boolean
  finish(at: number, parts: PageParts): RenderedPage
  /** What rendering made besides the pages: source maps. */
  readonly extras: readonly Output[]
  readonly profile: Profile | undefined
}

const sharedPathsOf = (order: readonly Page[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  return new Set(
    order.flatMap(({ relativePath }) => {
      const again = seen.has(relativePath)
      seen.add(relativePath)
      return again ? [relativePath] : []
    }),
  )
}

const createRun = (options: RenderOptions, order: readonly Page[]): Run => {
  const { site, extensions, processors } = options
  const { config } = site
  const sourceMaps = planSourceMaps(order, () => processors.sass().writesMaps)
  const session = createSession(order, sourceMaps.added)
  const views = createViews(site, options.books, session)
  const engine = createEngine({
    ...config.liquid,
    jekyll: true,
    timezone: config.timezone,
    site: createSiteAccess(site, processors),
    tags: extensions.tags,
    filters: extensions.filters,
  })
  const fixed = new Map<string, Value>([
    ['site', views.site],
    ['jekyll', jekyllView(config.environment)],
    ['theme', themeView(site)],
  ])
  const chainOf = createLayoutChains(site.layouts)
  const run: Run = {
    options,
    order,
    engine,
    session,
    views,
    chainOf,
    layoutsInTexts: layoutsInTexts(order, site.layouts, chainOf),
    layoutTemplates: new Map(),
    laidOutBefore: createLaidOutBefore(order, chainOf),
    sharedPaths: sharedPathsOf(order),
    sourceMaps,
    reads: new Map(),
    fixed,
    profile: options.profile ? new Map() : undefined,
    warnings: [],
    extras: [],
  }
  session.onExcerpt((page, source) => renderExcerpt(run, page, source))
  return run
}

const sameOutput = (use: CachedUse, output: string | undefined): boolean =>
  use.made ? output === undefined : output === use.kept.output

/** A renderer for every page of `options.site`. */
export const createRenderer = (options: RenderOptions): Renderer => {
  const order = renderOrder(options.site)
  const run = createRun(options, order)
  const { session } = run
  const pageAt = (at: number): Page => {
    const page = order[at]
    if (!page) throw new RangeError(`there is no page ${at}`)
    return page
  }
  const layoutsOf = (page: Page): readonly Layout[] =>
    wantsLayout(page) ? run.chainOf(layoutNameOf(page)).map(({ layout }) => layout) : []

  const unlessItWaits = <Made>(page: Page, make: () => Made): Made | undefined => {
    const warnings = run.warnings.length
    try {
      return make()
    } catch (error) {
      if (!(error instanceof RenderedElsewhere)) throw pageError(error, page, options.site.config.source)
      run.warnings.length = warnings
      run.reads.delete(page)
      session.begin(page)
      return undefined
    }
  }
  const draft = (at: number): Draft | undefined => {
    const page = pageAt(at)
    session.begin(page)
    return unlessItWaits(page, () => draftPage(run, at, page))
  }
  const complete = (from: Draft, converted?: ConvertedElsewhere): Attempt | undefined =>
    unlessItWaits(from.page, () => ({ parts: completePage(run, from, converted), needs: session.needs() }))

  return {
    order,
    render: (at) => {
      const begun = draft(at)
      return begun && complete(begun)
    },
    draft,
    convertsAnywhere: (from) => convertsAnywhere(run, from),
    complete: (from, converted) => {
      session.resume(from.pause)
      return complete(from, converted)
    },
    adopt: (at, { parts, needs }) => {
      const page = pageAt(at)
      session.setContent(page, parts.content)
      session.setOutput(page, parts.output)
      for (const { key, kept, made } of needs.cached) if (made) session.keepInclude(key, kept)
    },
    agrees: ({ cached }) => {
      const own = new Map<string, string>()
      return cached.every((use) => {
        const agrees = sameOutput(use, own.get(use.key) ?? session.keptInclude(use.key)?.output)
        if (use.made) own.set(use.key, use.kept.output)
        return agrees
      })
    },
    forget: (at) => session.forget(pageAt(at)),
    share: () => session.share(),
    settle: () => session.settle(),
    staysHome: (at) => isSass(pageAt(at)),
    finish: (at, parts) => createRenderedPage(pageAt(at), layoutsOf(pageAt(at)), parts),
    extras: run.extras,
    profile: run.profile,
  }
}
