// Renders a whole site, in order, on this thread. Counterpart: Site#render.
import type { Profile } from '../liquid/index.ts'
import type { Output } from '../model/output.ts'
import type { RenderOptions } from './render-page.ts'
import type { RenderedPage } from './rendered-page.ts'
import { createRenderer } from './renderer.ts'

export interface RenderedSite {
  /** In the order in which they are rendered. */
  readonly pages: readonly RenderedPage[]
  /** What rendering made besides the pages: source maps. */
  readonly extras: readonly Output[]
  readonly profile: Profile | undefined
}

/** Every page of the site, rendered in order. @throws UserError at the first page that cannot be. */
export const renderSite = (options: RenderOptions): RenderedSite => {
  const renderer = createRenderer(options)
  const { order, extras, profile } = renderer
  const pages = order.flatMap((page, at) => {
    const attempt = renderer.render(at)
    if (attempt) options.onPage?.(page, attempt.parts.output)
    options.onProgress?.(at + 1, order.length)
    return attempt ? [renderer.finish(at, attempt.parts)] : []
  })
  return { pages, extras, profile }
}
