// May pages be rendered on several threads, each with plugins of its own?
import type { Plugin } from './plugin.ts'

const isFilled = (part: object | undefined): boolean => part !== undefined && Object.keys(part).length > 0

// Other hooks run before all pages are rendered, or after.
const PAGE_HOOK = /^(?!site:).*:post_(?:convert|render)$/

/** Does it do anything while a page is rendered? */
const takesPart = ({ tags, filters, converters, hooks, ...plugin }: Plugin): boolean =>
  isFilled(tags) ||
  isFilled(filters) ||
  isFilled(converters) ||
  Object.keys(hooks ?? {}).some((name) => PAGE_HOOK.test(name)) ||
  [plugin.beforeRender, plugin.afterConvert, plugin.afterConvertExcerpt, plugin.afterRender].some(Boolean)

export const mayRunInParallel = (plugins: readonly Plugin[]): boolean =>
  plugins.every((plugin) => plugin.parallel === true || !takesPart(plugin))
