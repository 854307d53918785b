// The configuration of GitHub Pages, for sites that name its gem. Counterpart: GitHubPages::Configuration.
import { deepMerge } from '../model/hash.ts'
import { textOf } from '../util/inspect.ts'
import { type Hash, hashOf, isArray, isTruthy, type Value } from '../util/value.ts'

// Its theme for sites without one is left out: a site with layouts of its own needs none, and nothing is to be fetched for it.
const DEFAULTS = hashOf({
  jailed: false,
  future: true,
  kramdown: hashOf({
    hard_wrap: false,
    gfm_quirks: 'paragraph_end',
    syntax_highlighter_opts: hashOf({ default_lang: 'plaintext' }),
  }),
  exclude: ['CNAME'],
})

const PRODUCTION = hashOf({ sass: hashOf({ style: 'compressed' }) })

// What no site may set otherwise. Safe mode is left to the command line: here it would only keep out plugins of one's own, and none of
// them could have been written for GitHub Pages.
const OVERRIDES = hashOf({
  lsi: false,
  highlighter: 'rouge',
  kramdown: hashOf({ template: '', math_engine: 'mathjax', syntax_highlighter: 'rouge' }),
  gist: hashOf({ noscript: false }),
})

/** The plugins that it allows. */
const WHITELIST: readonly string[] =
  'github-pages jekyll-coffeescript jekyll-commonmark-ghpages jekyll-feed jekyll-gist jekyll-github-metadata jekyll-paginate jekyll-redirect-from jekyll-seo-tag jekyll-sitemap jekyll-avatar jemoji jekyll-mentions jekyll-relative-links jekyll-optional-front-matter jekyll-readme-index jekyll-default-layout jekyll-titles-from-headings jekyll-include-cache jekyll-octicons jekyll-remote-theme'.split(
    ' ',
  )

const COMMONMARK = hashOf({
  extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
  options: ['unsafe', 'footnotes'],
})

const listOf = (value: Value): readonly Value[] => (isArray(value) ? value : [])

export const wantsGithubPages = (own: Hash, gemPlugins: readonly string[]): boolean =>
  [...listOf(own.get('plugins')), ...listOf(own.get('gems')), ...gemPlugins].includes('github-pages')

const markdownOf = (settings: Hash): Map<string, Value> => {
  const name = isTruthy(settings.get('markdown')) ? textOf(settings.get('markdown')) : ''
  if (name.toLowerCase() === 'gfm')
    return new Map<string, Value>([
      ['markdown', 'CommonMarkGhPages'],
      ['commonmark', COMMONMARK],
    ])
  return /^(?:kramdown|commonmarkghpages)$/i.test(name) ? new Map() : new Map([['markdown', 'kramdown']])
}

/** Jekyll's defaults, those of GitHub Pages, what the site sets itself (`own`), and what GitHub Pages insists on, merged in this order. */
export const githubPagesSettings = (defaults: Hash, own: Hash, environment: string): Hash => {
  const below = environment === 'development' ? DEFAULTS : deepMerge(DEFAULTS, PRODUCTION)
  const settings = deepMerge(deepMerge(deepMerge(defaults, below), own), OVERRIDES)
  const whitelist = [...new Set([...listOf(settings.get('whitelist')).map(textOf), ...WHITELIST])]
  return new Map([...settings, ...markdownOf(settings), ['whitelist', whitelist]])
}
