// A site's pages dealt out to several renderers that know nothing of each other, as threads do, and put together again; or begun in one place
// and converted in another.
import { vi } from 'vitest'
import { type PreparedSite, prepareSite } from '../../src/build.ts'
import { extensionsOf, loadConfigured } from '../../src/plugins/index.ts'
import { type Attempt, createRenderer, type RenderedPage, type Renderer, renderSite } from '../../src/render/index.ts'
import { createClaimMemory, openClaims } from '../../src/workers/claims.ts'
import type { Conversion } from '../../src/workers/conversion.ts'
import type { ConvertedText, Text } from '../../src/workers/conversion-messages.ts'
import { convertText } from '../../src/workers/conversion-thread.ts'
import { createProcessors } from '../../src/workers/index.ts'
import { renderPipelined } from '../../src/workers/pipeline.ts'
import { settlePages } from '../../src/workers/settle.ts'
import type { Share } from '../../src/workers/share.ts'

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

/** How texts come back from where they are converted. */
export interface Returning {
  /** Of the texts that were put and not taken since, those that have been converted by now. */
  readonly ready: (put: readonly Text[]) => readonly Text[]
  /** Those that have been when somebody waits. */
  readonly awaited: (put: readonly Text[]) => readonly Text[]
  readonly helps: boolean
  readonly mostBegun: number
}

const conversionOf = (prepared: PreparedSite, { ready, awaited }: Returning): Conversion => {
  const converter = createProcessors(prepared.config, []).converters.find(({ anywhere }) => anywhere)
  const claimed = new Set<number>()
  let put: Text[] = []
  let converted: ConvertedText[] = []
  const convert = (texts: readonly Text[]): void => {
    put = put.filter((text) => !texts.includes(text))
    for (const text of texts) {
      if (claimed.has(text[0])) continue
      claimed.add(text[0])
      if (converter) converted.push(structuredClone(convertText(converter, text)))
    }
  }
  return {
    put: (at, { packedText, file }) => put.push(structuredClone([at, packedText, file])),
    take: () => {
      convert(ready(put))
      const all = converted
      converted = []
      return all
    },
    wait: () => {
      const texts = awaited(put)
      convert(texts)
      return texts.length > 0
    },
    isBehind: () => put.length > 0,
    claim: (at) => !claimed.has(at) && claimed.add(at).size > 0,
  }
}

const pipelined = (prepared: PreparedSite, returning: Returning): Outcome => {
  const own = createRenderer(prepared.rendering)
  own.share()
  const attempts: (Attempt | undefined)[] = own.order.map(() => undefined)
  const claims = openClaims(createClaimMemory(), own.order.length)
  const share: Share = {
    claims,
    skips: () => false,
    onFinished: ([at, attempt]) => {
      attempts[at] = attempt
    },
  }
  const { helps, mostBegun } = returning
  renderPipelined(own, conversionOf(prepared, returning), share, { helps: () => helps, mostBegun })
  try {
    return outcome(settlePages(own, attempts), own)
  } catch (error) {
    return failed(error)
  }
}

/** Dealt out to `count` renderers, or converted elsewhere. */
export type Way = { readonly count: number; readonly deal: Deal } | { readonly returning: Returning }

/** The site in `source` rendered in order and in another way: the two are to be equal. Undefined where it cannot even be read. */
export const renderBothWays = async (
  source: string,
  way: Way,
): Promise<readonly [inOrder: Outcome, otherwise: Outcome] | undefined> => {
  // Anew for each way: nothing that one leaves behind may help the other.
  const prepare = (): Promise<PreparedSite> => prepareSite({ source, destination: `${source}/_site` })
  // One moment for both: pages without a date have that of the build.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:00Z') })
  try {
    const first = await prepare().catch(() => undefined)
    if (!first) return undefined
    const second = await prepare()
    try {
      const otherwise = 'deal' in way ? await divided(second, way.count, way.deal) : pipelined(second, way.returning)
      return [inOrder(first), otherwise]
    } finally {
      for (const { processors } of [first, second]) processors.sass.made()?.dispose()
    }
  } finally {
    vi.useRealTimers()
  }
}
