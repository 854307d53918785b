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
import { type Crew, startCrew } from './crew.ts'
import { usualThreads, watchPace } from './plan.ts'
import { settlePages } from './settle.ts'
import { renderShare } from './share.ts'

export interface Threads {
  /** The configuration that plugins were made with. */
  readonly config: Config
  /** Is every part of the plugins that runs while pages are rendered the same on any thread? */
  readonly parallel: boolean
  /** How many threads; by default others join where the site turns out to take long. */
  readonly wanted: number | undefined
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

/** This thread's share, and the crew where one was called. */
const renderOwnShare = (
  renderer: Renderer,
  attempts: Attempts,
  { options, threads, claims }: { options: RenderOptions; threads: Threads; claims: Claims },
): Crew | undefined => {
  const total = renderer.order.length
  const count = threads.wanted ?? usualThreads()
  const pace = watchPace(total)
  let crew: Crew | undefined
  let done = 0
  let isCalled = false
  const call = (): void => {
    isCalled = true
    const { site, books } = options
    crew = startCrew({ config: threads.config, site, books, claims: claims.memory }, count - 1)
    if (!crew) return
    renderer.share()
    renderHome(renderer, attempts)
  }
  if (threads.wanted !== undefined) call()
  renderShare(renderer, {
    claims,
    skips: (at) => attempts[at] !== undefined,
    onFinished: ([at, attempt]) => {
      attempts[at] = attempt
      done++
      options.onProgress?.(claims.countDone(), total)
    },
    onClaim: () => {
      if (!isCalled && pace.isLong(done)) call()
    },
  })
  return crew
}

/** Every page of the site. @throws UserError at the first page that cannot be rendered. */
export const renderPages = async (options: RenderOptions, threads: Threads): Promise<RenderedSite> => {
  const count = threads.wanted ?? usualThreads()
  if (!threads.parallel || options.profile || count < 2) return renderSite(options)
  const renderer = createRenderer(options)
  const attempts: Attempts = renderer.order.map(() => undefined)
  const claims = openClaims(createClaimMemory(), attempts.length)
  const crew = renderOwnShare(renderer, attempts, { options, threads, claims })
  try {
    for (const [at, attempt] of (await crew?.reports()) ?? []) attempts[at] = attempt
  } finally {
    crew?.dismiss()
  }
  const pages = settlePages(renderer, attempts)
  return { pages, extras: renderer.extras, profile: undefined }
}
