// The render session: the one place with state while a site is rendered. It holds what each page has become so far, for Jekyll's one real
// mutation shows through here: `{{ post.content }}` is the source before that post is rendered and HTML afterwards, and `output` is nil
// until then. Pages have one documented order (documents by collection, then pages), and what a page sees of another follows from their
// places in it, not from the moment: so the answer is always the same, also where several threads share the work.
import type { CachedIncludes, KeptInclude, TemplateMemory } from '../liquid/index.ts'
import type { Page } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { type PackedText, unpackText } from '../util/packed-text.ts'
import type { Value } from '../util/value.ts'

export interface RenderState {
  /** The source before the page is rendered, its converted content afterwards. */
  contentOf(page: Page): string
  /** The whole page with its layouts; undefined before it is rendered. */
  outputOf(page: Page): string | undefined
  /** Does `contentOf` give the converted content now? */
  isRendered(page: Page): boolean
  /** The automatic excerpt as HTML, rendered when first asked for; undefined where there is none. */
  excerptOf(page: Page): string | undefined
  /** Pages that rendering itself has added to the site so far. */
  addedPages(): readonly Page[]
  /** The page whose Liquid runs now. */
  current(): Page | undefined
}

/** A page that the rendering of another one adds to the site. */
export interface AddedPage {
  readonly page: Page
  /** The place of the other one in the order. */
  readonly at: number
}

/** An include of `include_cached` that a page used: rendered for it, or kept from a page before. */
export interface CachedUse {
  readonly key: string
  readonly kept: KeptInclude
  readonly made: boolean
}

/** What a page's rendering took from pages before it. */
export interface Needs {
  /** Places in the order of the pages whose converted content or output it read. */
  readonly pages: ReadonlySet<number>
  /** In order. */
  readonly cached: readonly CachedUse[]
  /** Did its tags go on where those of the pages before it had stopped? */
  readonly ordered: boolean
}

/** Thrown where a page needs what another one has become, and that one was rendered elsewhere: not a mistake, but a reason to wait. */
export class RenderedElsewhere extends Error {
  constructor() {
    super('another page must be rendered first')
  }
}

/** A page whose rendering was left for another one's, to go on with later. */
export interface Pause {
  readonly page: Page | undefined
  readonly needs: Needs
}

export interface Session extends RenderState {
  /** Begins with a page, anew where it was begun before: what it needs is noted from here on. */
  begin(page: Page): void
  needs(): Needs
  pause(): Pause
  /** Goes on where the page was left. */
  resume(pause: Pause): void
  /** The page counts as rendered elsewhere from now on. */
  forget(page: Page): void
  setContent(page: Page, content: PackedText): void
  setOutput(page: Page, output: PackedText): void
  setCurrent(page: Page | undefined): void
  onExcerpt(render: (page: Page, source: string) => string): void
  readonly cachedIncludes: CachedIncludes
  keptInclude(key: string): KeptInclude | undefined
  keepInclude(key: string, kept: KeptInclude): void
  /** What tags remember from page to page: the counters of all, and what those of one template keep. */
  counters(): Map<string, Value>
  memoryOf(path: string): TemplateMemory
  /** From now on other threads render some of the pages. */
  share(): void
  /** From now on every page before the current one is there: nothing that was kept for later pages counts any more. */
  settle(): void
}

interface KeptExcerpt {
  readonly html: string
  readonly needs: Needs
}

const showsItself = (page: Page): UserError =>
  new UserError(`The excerpt of ${page.relativePath} shows itself, and so has no end`, {
    place: { path: page.relativePath, line: page.line },
    advice: 'Begin the content with another paragraph, or set `excerpt` in the front matter.',
  })

export const createSession = (order: readonly Page[], added: readonly AddedPage[]): Session => {
  const places = new Map([
    ...order.map((page, at) => [page, at] as const),
    ...added.map(({ page, at }) => [page, at] as const),
  ])
  const contents = new Map<Page, PackedText>()
  const outputs = new Map<Page, PackedText>()
  const excerpts = new Map<Page, KeptExcerpt>()
  const running = new Set<Page>()
  const includes = new Map<string, KeptInclude>()
  const memories = new Map<string, TemplateMemory>()
  const counters = new Map<string, Value>()
  let alone = true
  let ordered = false
  let current: Page | undefined
  let here = -1
  let pages = new Set<number>()
  let cached: CachedUse[] = []
  let renderExcerpt: (page: Page, source: string) => string = (_, source) => source

  const placeOf = (page: Page): number => places.get(page) ?? Number.POSITIVE_INFINITY
  const find = (from: ReadonlyMap<Page, PackedText>, page: Page): string => {
    const packed = from.get(page)
    if (packed === undefined) throw new RenderedElsewhere()
    const at = placeOf(page)
    if (at < here) pages.add(at)
    return unpackText(packed)
  }
  const isBefore = (page: Page): boolean => placeOf(page) < here
  const isRendered = (page: Page): boolean => isBefore(page) || (placeOf(page) === here && contents.has(page))

  const takeNeeds = (): Needs => ({ pages, cached, ordered })
  const keepExcerpt = (page: Page, source: string): string => {
    running.add(page)
    const outer = takeNeeds()
    pages = new Set()
    cached = []
    try {
      const html = renderExcerpt(page, source)
      excerpts.set(page, { html, needs: takeNeeds() })
      return html
    } finally {
      running.delete(page)
      pages = new Set([...outer.pages, ...pages])
      cached = [...outer.cached, ...cached]
    }
  }

  const takeOrdered = (): void => {
    if (!alone) throw new RenderedElsewhere()
    ordered = true
  }

  const forget = (page: Page): void => {
    contents.delete(page)
    outputs.delete(page)
  }

  return {
    contentOf: (page) => (isRendered(page) ? find(contents, page) : page.content),
    outputOf: (page) => {
      if (isBefore(page)) return find(outputs, page)
      const own = placeOf(page) === here ? outputs.get(page) : undefined
      return own === undefined ? undefined : unpackText(own)
    },
    isRendered,
    excerptOf: (page) => {
      if (page.excerpt === undefined) return undefined
      const known = excerpts.get(page)
      if (running.has(page)) throw showsItself(page)
      if (known === undefined) return keepExcerpt(page, page.excerpt)
      for (const at of known.needs.pages) pages.add(at)
      for (const use of known.needs.cached) cached.push({ ...use, made: false })
      return known.html
    },
    addedPages: () => added.filter(({ at }) => at <= here).map(({ page }) => page),
    current: () => current,
    begin: (page) => {
      forget(page)
      current = page
      here = placeOf(page)
      pages = new Set()
      cached = []
      ordered = false
    },
    needs: takeNeeds,
    pause: () => ({ page: current, needs: takeNeeds() }),
    resume: ({ page, needs }) => {
      current = page
      here = page ? placeOf(page) : -1
      pages = new Set(needs.pages)
      cached = [...needs.cached]
      ordered = needs.ordered
    },
    forget,
    setContent: (page, content) => contents.set(page, content),
    setOutput: (page, output) => outputs.set(page, output),
    setCurrent: (page) => {
      current = page
    },
    onExcerpt: (render) => {
      renderExcerpt = render
    },
    cachedIncludes: {
      find: (key, isLocal) => {
        // Other threads could not tell which object it was for.
        if (isLocal && !alone) throw new RenderedElsewhere()
        const kept = includes.get(key)
        if (kept) cached.push({ key, kept, made: false })
        return kept
      },
      keep: (key, kept) => {
        includes.set(key, kept)
        cached.push({ key, kept, made: true })
      },
    },
    keptInclude: (key) => includes.get(key),
    keepInclude: (key, kept) => {
      includes.set(key, kept)
    },
    counters: () => {
      takeOrdered()
      return counters
    },
    memoryOf: (path) => {
      takeOrdered()
      let memory = memories.get(path)
      if (!memory) memories.set(path, (memory = { cycles: new Map(), forOffsets: new Map(), lastChanged: undefined }))
      return memory
    },
    share: () => {
      alone = false
    },
    settle: () => {
      alone = true
      includes.clear()
      memories.clear()
      counters.clear()
      excerpts.clear()
    },
  }
}
