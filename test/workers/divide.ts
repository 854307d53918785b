// A site's pages dealt out to several renderers that know nothing of each other, as threads do, and put together again.
import { vi } from 'vitest'
import { type PreparedSite, prepareSite } from '../../src/build.ts'
import { extensionsOf, loadConfigured } from '../../src/plugins/index.ts'
import { type Attempt, createRenderer, type RenderedPage, type Renderer, renderSite } from '../../src/render/index.ts'
import { createProcessors } from '../../src/workers/index.ts'
import { settlePages } from '../../src/workers/settle.ts'

/** Which of `count` renderers gets the page at that place. */
export type Deal = (at: number, count: number) => number

/** What can be told apart of a rendered site; a mistake is its message. */
export interface Outcome {
  readonly pages: readonly (readonly [path: string, text: string, content: string, output: string])[]
  readonly warnings: readonly string[]
  readonly extras: readonly (readonly [path: string, body: string])[]
  readonly mistake: string | undefined
}

const outcome = (pages: readonly RenderedPage[], { extras }: Pick<Renderer, 'extras'>): Outcome => ({
  pages: pages.map(({ page, text, content, output }) => [page.outputPath, text, content, output]),
  warnings: [...new Set(pages.flatMap(({ warnings }) => warnings.map((warning) => JSON.stringify(warning))))],
  extras: extras.map(({ path, body }) => [path, String(body)]),
  mistake: undefined,
})

const failed = (error: unknown): Outcome => ({ pages: [], warnings: [], extras: [], mistake: String(error) })

const inOrder = (prepared: PreparedSite): Outcome => {
  try {
    const rendered = renderSite(prepared.rendering)
    return outcome(rendered.pages, rendered)
  } catch (error) {
    return failed(error)
  }
}

// As a thread gets it: nothing but plain values, and plugins made anew.
const otherRenderer = async ({ config, site, books }: PreparedSite): Promise<Renderer> => {
  const { plugins, hooks } = await loadConfigured(config)
  const processors = createProcessors(config, plugins)
  return createRenderer({ ...structuredClone({ site, books }), extensions: extensionsOf(plugins, hooks), processors })
}

const divided = async (prepared: PreparedSite, count: number, deal: Deal): Promise<Outcome> => {
  const own = createRenderer(prepared.rendering)
  const renderers = [own]
  while (renderers.length < count) renderers.push(await otherRenderer(prepared))
  for (const renderer of renderers) renderer.share()
  const attempts: (Attempt | undefined)[] = own.order.map(() => undefined)
  for (const at of own.order.keys()) {
    const renderer = own.staysHome(at) ? own : renderers[deal(at, count)]
    try {
      const attempt = renderer?.render(at)
      attempts[at] = renderer === own ? attempt : structuredClone(attempt)
    } catch {
      // Left out: it is met again when the pages are put together.
    }
  }
  try {
    return outcome(settlePages(own, attempts), own)
  } catch (error) {
    return failed(error)
  }
}

/** The site in `source` rendered in order and dealt out: the two are to be equal. Undefined where it cannot even be read. */
export const renderBothWays = async (
  source: string,
  { count, deal }: { readonly count: number; readonly deal: Deal },
): Promise<readonly [inOrder: Outcome, divided: Outcome] | undefined> => {
  // Anew for each way: nothing that one leaves behind may help the other.
  const prepare = (): Promise<PreparedSite> => prepareSite({ source, destination: `${source}/_site` })
  // One moment for both: pages without a date have that of the build.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:00Z') })
  try {
    const first = await prepare().catch(() => undefined)
    if (!first) return undefined
    const second = await prepare()
    try {
      return [inOrder(first), await divided(second, count, deal)]
    } finally {
      for (const { processors } of [first, second]) processors.sass.made()?.dispose()
    }
  } finally {
    vi.useRealTimers()
  }
}
