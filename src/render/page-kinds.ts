// What becomes of a page while it is rendered follows from its kind and its front matter. Counterparts: Jekyll::Convertible, Document.
import type { Page } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { inspect } from '../util/inspect.ts'
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

/**
 * Refuses a page whose front matter says that it is where no file can be. quirk(jekyll): the path is asked for where there is Liquid in the
 * text, which a theme lets have none, and where there is a layout, which lets it be nil.
 */
export const refusePath = (page: Page, use: 'liquid' | 'layout', hasTheme: boolean): void => {
  if (page.kind !== 'page' || !page.data.has('path')) return
  const path = page.data.get('path') ?? null
  if (use === 'liquid' ? path !== null || hasTheme : path === null || typeof path === 'string') return
  throw new UserError(`The path ${inspect(path)} of ${page.relativePath} is not a text`, {
    place: { path: page.relativePath },
    advice: 'Take `path` out of its front matter: a page knows where it is.',
  })
}
