// What a page's own text finds in `content`. Counterpart: the payload that Jekyll hands from page to page.
import type { Page } from '../model/site.ts'
import { lazy } from '../util/lazy.ts'
import type { Value } from '../util/value.ts'
import type { LayoutChain } from './layout-chain.ts'
import { layoutNameOf, wantsLayout } from './page-kinds.ts'

/** The variables of a page, of which `content` is worked out when it is first asked for. */
export class PageGlobals extends Map<string, Value> {
  readonly #content: () => Value

  constructor(entries: ReadonlyMap<string, Value>, content: () => Value) {
    super(entries)
    this.#content = content
  }

  override get(name: string): Value {
    if (name === 'content' && !super.has(name)) super.set(name, this.#content())
    return super.get(name)
  }

  override has(name: string): boolean {
    return name === 'content' || super.has(name)
  }
}

/** Finds the last page before a place of the order that has a layout around it, by its place. */
export const createLaidOutBefore = (
  order: readonly Page[],
  chainOf: (name: Value) => LayoutChain,
): ((at: number) => number | undefined) => {
  const places = lazy(() => {
    let last: number | undefined
    return order.map((page, at) => {
      const before = last
      if (wantsLayout(page) && chainOf(layoutNameOf(page)).length > 0) last = at
      return before
    })
  })
  return (at) => places()[at]
}
