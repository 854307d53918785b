// Makes of what several threads rendered what one thread would have: in order, each page as it is where it agrees with those before it,
// rendered again where it does not.
import type { Attempt, RenderedPage, Renderer } from '../render/index.ts'

/** `attempts` by their places in the order. @throws UserError at the first page that cannot be rendered. */
export const settlePages = (renderer: Renderer, attempts: readonly (Attempt | undefined)[]): RenderedPage[] => {
  renderer.settle()
  const changed = new Set<number>()
  const holds = ({ needs }: Attempt): boolean => {
    if (needs.ordered) return false
    for (const at of needs.pages) if (changed.has(at)) return false
    return renderer.agrees(needs)
  }
  return renderer.order.map((page, at) => {
    const attempt = attempts[at]
    if (attempt && holds(attempt)) {
      renderer.adopt(at, attempt)
      return renderer.finish(at, attempt.parts)
    }
    changed.add(at)
    const again = renderer.render(at)
    if (!again) throw new Error(`${page.relativePath} waits for a page that comes after it`)
    return renderer.finish(at, again.parts)
  })
}
