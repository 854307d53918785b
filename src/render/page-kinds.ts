// What becomes of a page while it is rendered follows from its kind and its front matter. Counterparts: Jekyll::Convertible, Document.
import type { Page } from '../model/site.ts'
import type { Value } from '../util/value.ts'

const LIQUID = /\{[{%]/

/** The `layout` of a page, its own or by defaults. */
export const layoutNameOf = (page: Page): Value =>
  page.data.has('layout') ? page.data.get('layout') : page.defaults.get('layout')

export const isSass = (page: Page): boolean => /^\.s[ac]ss$/i.test(page.extension)

const isAsset = (page: Page): boolean => /^\.(?:s[ac]ss|coffee)$/.test(page.extension)
const isYamlDocument = (page: Page): boolean => page.kind === 'document' && /^\.ya?ml$/.test(page.extension)

export const wantsLiquid = (page: Page, content: string): boolean => {
  const own = page.data.has('render_with_liquid')
    ? page.data.get('render_with_liquid')
    : page.defaults.get('render_with_liquid')
  if (own === false || !LIQUID.test(content)) return false
  return page.kind === 'page' || !(page.extension === '.coffee' || isYamlDocument(page))
}

export const wantsLayout = (page: Page): boolean =>
  !(isAsset(page) || isYamlDocument(page) || layoutNameOf(page) === 'none')
