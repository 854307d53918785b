// Beside each page of Markdown its Markdown: `/guide.html` and `/guide.md`.
import { unescapePath } from '../util/url.ts'
import { urlsOf } from './book-forms.ts'
import { isMarkdownPage, markdownOf, twinUrl } from './page-source.ts'
import type { PluginFactory } from './plugin.ts'

export const twins: PluginFactory = (config) => ({
  name: 'octavo-markdown-twins',
  finish: (site, rendered) => {
    // A file of the site's own at that place stays.
    const taken = new Set([...urlsOf(site)].map(unescapePath))
    return rendered
      .filter(({ page }) => isMarkdownPage(page, config) && !taken.has(twinUrl(page)))
      .map((one) => ({ path: twinUrl(one.page).slice(1), body: markdownOf(one) }))
  },
})
