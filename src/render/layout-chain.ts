// The layouts around a page, and what `layout` shows in them and in the page's own text.
import { deepMerge } from '../model/hash.ts'
import type { Layout, Page } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import type { Hash, Value } from '../util/value.ts'
import { layoutNameOf, wantsLayout } from './page-kinds.ts'

/** One layout of a chain, with `layout` as its template sees it. */
export interface LayoutStep {
  readonly layout: Layout
  readonly data: Hash
}

/** The innermost first. */
export type LayoutChain = readonly LayoutStep[]

type Layouts = ReadonlyMap<string, Layout>

const chainFrom = (layouts: Layouts, name: string): LayoutChain => {
  const steps: LayoutStep[] = []
  const used = new Set<Layout>()
  let data: Hash = new Map()
  let layout = layouts.get(name)
  while (layout && !used.has(layout)) {
    used.add(layout)
    data = deepMerge(layout.data, data)
    steps.push({ layout, data })
    layout = layouts.get(textOf(layout.data.get('layout')))
  }
  return steps
}

/** Finds chains by the name of their innermost layout; one is empty where there is no such layout. */
export const createLayoutChains = (layouts: Layouts): ((name: Value) => LayoutChain) => {
  const chains = new Map<string, LayoutChain>()
  return (name) => {
    const key = textOf(name)
    let chain = chains.get(key)
    if (!chain) chains.set(key, (chain = chainFrom(layouts, key)))
    return chain
  }
}

/**
 * What `layout` is in the text of each page of the order.
 * quirk(jekyll): `layout` outlives the page that set it, and shows in the next page's own text.
 */
export const layoutsInTexts = (
  order: readonly Page[],
  layouts: Layouts,
  chainOf: (name: Value) => LayoutChain,
): readonly (Hash | null)[] => {
  // Few pairs make up a whole site.
  const merged = new Map<Hash | null, Map<Layout, Hash>>()
  const mergeOnce = (layout: Layout, leftover: Hash | null): Hash => {
    let known = merged.get(leftover)
    if (!known) merged.set(leftover, (known = new Map()))
    let data = known.get(layout)
    if (!data) known.set(layout, (data = deepMerge(layout.data, leftover ?? new Map())))
    return data
  }
  let leftover: Hash | null = null
  return order.map((page) => {
    const name = layoutNameOf(page)
    const own = layouts.get(textOf(name))
    const shown = own ? mergeOnce(own, leftover) : leftover
    leftover = wantsLayout(page) ? (chainOf(name).at(-1)?.data ?? null) : shown
    return shown
  })
}
