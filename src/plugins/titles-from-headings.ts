// A page without a title takes it from its first heading. Counterpart: jekyll-titles-from-headings.
import type { Page } from '../model/site.ts'
import { extractExcerpt } from '../read/index.ts'
import { isTruthy } from '../util/value.ts'
import { mapDocuments, mapPages, withEntries } from './pages-of.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { ownOrDefault, pluginSettings } from './settings.ts'

const SPACE = '[ \\t\\r\\n\\f\\v]'
const TITLE = new RegExp(
  `^${SPACE}*(?:#{1,3}${SPACE}+([^\\n]*)(?:${SPACE}+#{1,3})?|([^\\n]*)\\r?\\n[-=]+${SPACE}*)(?=\\n|$)`,
)

const plainText = (markdown: string, context: GeneratorContext): string =>
  context
    .markdownify(markdown)
    .replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, '')
    .replace(/<[\s\S]*?>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\[\^[^\]]*\]/g, '')

const strip = (text: string): string => text.replace(/^[\0\s]+|[\0\s]+$/g, '')

export const titlesFromHeadings: PluginFactory = (config) => {
  const settings = pluginSettings(config, 'titles_from_headings')
  const isMarkdown = (page: Page): boolean => config.markdownExtensions.includes(page.extension.toLowerCase())
  const stripsTitle = (page: Page): boolean =>
    page.data.has('strip_title') ? page.data.get('strip_title') === true : settings.get('strip_title') === true
  const stripTitle = (page: Page): Page => {
    const content = strip(page.content.replace(TITLE, ''))
    const mark = page.data.get('excerpt_separator')
    const separator = isTruthy(mark) ? String(mark) : config.excerptSeparator
    const again =
      page.collection === 'posts' && separator !== ''
        ? extractExcerpt(content, separator, page.relativePath).text
        : page.excerpt
    return { ...page, content, excerpt: again }
  }
  const change =
    (context: GeneratorContext) =>
    (page: Page): Page => {
      const inferred = page.kind === 'document'
      const own = ownOrDefault(page, 'title')
      if (!isMarkdown(page) || (!inferred && own !== null && own !== undefined)) return page
      const match = TITLE.exec(page.content)
      const heading = match?.[1] ?? match?.[2]
      const titled = withEntries(page, { title: heading === undefined ? (own ?? null) : plainText(heading, context) })
      return stripsTitle(page) ? stripTitle(titled) : titled
    }
  return {
    name: 'jekyll-titles-from-headings',
    priority: -2,
    generate: (site, context) => {
      if (settings.get('enabled') === false) return site
      const pages = mapPages(site, change(context))
      return settings.get('collections') === true
        ? mapDocuments(pages, (doc) => (doc.write ? change(context)(doc) : doc))
        : pages
    },
  }
}
