// `octavo: search`: an index of the finished pages, and a page to search on. What shows the results is a script of the theme's.
import { indexPages, type SearchPage } from '../book/index.ts'
import { stringAt } from '../model/hash.ts'
import type { Site } from '../model/site.ts'
import type { RenderedPage } from '../render/index.ts'
import { textOf } from '../util/inspect.ts'
import { hashOf } from '../util/value.ts'
import { labelOf } from './labels.ts'
import type { PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

const PAGE = 'search.html'

// As the theme's include words.html finds them, which a site's own theme may lack.
const WORDS = `{%- assign words_lang = page.lang | default: site.lang | default: 'en' -%}
{%- assign words_short = words_lang | split: '-' | first | downcase -%}
{%- assign words = site.data.labels_by_language[words_lang] | default: site.data.labels_by_language[words_short] -%}
`

const LABELS = {
  title: "{{ site.data.labels.search | default: words.search | default: 'Search' }}",
  noScript:
    "{{ site.data.labels.search_no_script | default: words.search_no_script | default: 'Searching needs JavaScript. The list of books leads to every page.' }}",
}

// Plain HTML: a form that works from any page, and a place for what is found.
const CONTENT = `${WORDS}<form class="search-form" role="search" action="{{ page.url | relative_url }}" method="get">
<label class="search-label" for="search-words">${LABELS.title}</label>
<input class="search-input" id="search-words" type="search" name="q" autocomplete="off" spellcheck="false">
<button class="search-button" type="submit">${LABELS.title}</button>
</form>
<noscript><p>${LABELS.noScript}</p></noscript>
<div class="search-results" data-search-results></div>
`

// Found is what is meant to be read: no page that leads elsewhere, lists others, or says that there is none.
const isFound = ({ page }: RenderedPage): boolean =>
  page.outputPath.endsWith('.html') &&
  page.paging === undefined &&
  page.outputPath !== '404.html' &&
  page.write !== false &&
  ownOrDefault(page, 'search') !== false &&
  !page.generated

const searchPageOf = (rendered: RenderedPage, language: string): SearchPage => {
  const { page } = rendered
  const title = ownOrDefault(page, 'title')
  const own = ownOrDefault(page, 'lang')
  return {
    url: page.url,
    title: title === null || title === undefined ? page.basename : textOf(title),
    language: typeof own === 'string' ? own : language,
    html: rendered.content,
  }
}

const layoutOf = (site: Site): string | null =>
  ['search', 'page', 'default'].find((name) => site.layouts.has(name)) ?? null

export const search: PluginFactory = (config) => ({
  name: 'search',
  generate: (site, context) => {
    if (site.pages.some(({ url }) => url === `/${PAGE}` || url === '/search/')) return site
    const data = hashOf({
      layout: layoutOf(site),
      title: labelOf(site, 'search', 'Search'),
      search: false,
      sitemap: false,
      robots: 'noindex',
    })
    return { ...site, pages: [...site.pages, context.createPage(PAGE, data, CONTENT)] }
  },
  finish: async (_, rendered, { warn }) => {
    const language = stringAt(config.data, 'lang') ?? ''
    const { outputs, problems } = await indexPages(rendered.filter(isFound).map((page) => searchPageOf(page, language)))
    for (const { url, message } of problems) warn({ message: `${url} cannot be searched: ${message}` })
    return outputs
  },
})
