// Renders a site on one thread or many: the same pages, warnings and mistakes either way.
import type { Config } from '../model/config.ts'
import {
  type Attempt,
  createRenderer,
  type RenderedSite,
  type Renderer,
  type RenderOptions,
  renderSite,
} from '../render/index.ts'
import { type Claims, createClaimMemory, openClaims } from './claims.ts'
import { beginConversion } from './conversion.ts'
import type { ConversionThread } from './conversion-messages.ts'
import { type Crew, startCrew } from './crew.ts'
import { renderPipelined } from './pipeline.ts'
import { countThreads, watchPace } from './plan.ts'
import { settlePages } from './settle.ts'
import { type Finished, renderShare, type Share } from './share.ts'

export interface Threads {
  /** The configuration that plugins were made with. */
  readonly config: Config
  /** Is every part of the plugins that runs while pages are rendered the same on any thread? */
  readonly parallel: boolean
  /** How many threads; by default others join where the site turns out to take long. */
  readonly wanted: number | undefined
  /** One that converts, where there is one. */
  readonly conversion?: ConversionThread | undefined
}

type Attempts = (Attempt | undefined)[]

// Style sheets stay on this thread: their compiler is a process of its own, and one is enough. What is wrong is met again in its turn.
const renderHome = (renderer: Renderer, attempts: Attempts): void => {
  for (const at of renderer.order.keys()) {
    if (!renderer.staysHome(at) || attempts[at]) continue
    try {
      attempts[at] = renderer.render(at)
    } catch {
      return
    }
  }
}

interface Shared {
  readonly options: RenderOptions
  readonly threads: Threads
  readonly claims: Claims
  readonly onCrew: (crew: Crew) => void
  /** Given every page that could be rendered, here or elsewhere. */
  readonly take: (finished: Finished) => void
}

/** This thread's share; others are called where it is worth it. */
const renderOwnShare = (renderer: Renderer, attempts: Attempts, shared: Shared): void => {
  const { options, threads, claims, onCrew, take } = shared
  const total = renderer.order.length
  const pace = watchPace(total)
  let done = 0
  let isCalled = false
  const call = (): void => {
    isCalled = true
    const { site, books } = options
    const work = { config: threads.config, site, books, claims: claims.memory }
    const crew = startCrew(work, countThreads(threads.wanted) - (conversion?.isBehind() ? 2 : 1))
    if (!crew) return
    onCrew(crew)
    renderer.share()
    renderHome(renderer, attempts)
  }
  const conversion = threads.conversion && beginConversion(threads.conversion, threads.config, total)
  if (conversion) renderer.share()
  if (threads.wanted !== undefined) call()
  const share: Share = {
    claims,
    skips: (at) => attempts[at] !== undefined,
    onFinished: (finished) => {
      take(finished)
      done++
      options.onProgress?.(claims.countDone(), total)
    },
    onClaim: () => {
      if (!isCalled && pace.isLong(done)) call()
    },
  }
  if (conversion) renderPipelined(renderer, conversion, share, { helps: () => isCalled })
  else renderShare(renderer, share)
}

/** Every page of the site. @throws UserError at the first page that cannot be rendered. */
export const renderPages = async (options: RenderOptions, threads: Threads): Promise<RenderedSite> => {
  if (!threads.parallel || options.profile || countThreads(threads.wanted) < 2) return renderSite(options)
  const renderer = createRenderer(options)
  const attempts: Attempts = renderer.order.map(() => undefined)
  const claims = openClaims(createClaimMemory(), attempts.length)
  let crew: Crew | undefined
  const onCrew = (called: Crew): void => {
    crew = called
  }
  const take = ([at, attempt]: Finished): void => {
    attempts[at] = attempt
    const page = renderer.order[at]
    if (page) options.onPage?.(page, attempt.parts.output)
  }
  try {
    renderOwnShare(renderer, attempts, { options, threads, claims, onCrew, take })
    for (const finished of (await crew?.reports()) ?? []) take(finished)
  } finally {
    crew?.dismiss()
  }
  const pages = settlePages(renderer, attempts)
  return { pages, extras: renderer.extras, profile: undefined }
}
