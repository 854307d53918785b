// {% seo %}: titles, descriptions, canonical links and structured data for search engines. Counterpart: jekyll-seo-tag.
import type { TagDefinition, TagScope } from '../liquid/index.ts'
import { Drop } from '../util/drop.ts'
import { UserError } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { isAbsoluteUri } from '../util/uri.ts'
import { type Hash, isArray, isHash, isTruthy, type Value } from '../util/value.ts'
import { featureSettings } from './feature-settings.ts'
import type { PluginFactory } from './plugin.ts'
import { filtered, filteredText, property } from './scope.ts'
import { seoData } from './seo-data.ts'

const HOME_OR_ABOUT = /^\/(?:about\/)?(?:index.html?)?$/m
const FORMAT = 'markdownify | strip_html | normalize_whitespace | escape_once'

/** What the tag works out about a page; each part is worked out when first asked for. */
export interface Seo {
  readonly scope: TagScope
  readonly site: Value
  readonly page: Value
  readonly title: string | undefined
  readonly showTitle: boolean
  readonly siteTitle: string | undefined
  readonly pageTitle: string | undefined
  readonly description: string | undefined
  readonly name: string | undefined
  readonly author: Hash
  readonly image: Hash | undefined
  readonly type: Value
  readonly links: Value
  readonly logo: string | undefined
  readonly canonicalUrl: string
  readonly datePublished: string | undefined
  readonly dateModified: string | undefined
  readonly locale: string
}

const sub = (value: Value, key: string): Value => {
  const found = property(value, key)
  return isHash(found) ? found : null
}

const isHome = (page: Value): boolean => HOME_OR_ABOUT.test(textOf(property(page, 'url')))

const isAbsolute = (text: string): boolean => {
  try {
    return isAbsoluteUri(text)
  } catch {
    return false // not a URI at all
  }
}

const authorOf = (site: Value, page: Value): Hash => {
  const authors = property(page, 'authors')
  const sources = [property(page, 'author'), isArray(authors) ? (authors[0] ?? null) : null, property(site, 'author')]
  const author = sources.find((source) => (isHash(source) ? source.size > 0 : textOf(source) !== ''))
  if (isHash(author)) return author
  if (typeof author !== 'string') return new Map()
  const known = property(site, 'data', 'authors', author)
  return new Map<Value, Value>([['name', author], ...(isHash(known) ? known : [])])
}

// A card that Octavo made stands in where the page has no picture of its own.
const imageOf = (scope: TagScope, page: Value, cards: boolean): Hash | undefined => {
  const given = property(page, 'image')
  const own = cards && !isTruthy(given) ? property(page, 'social_card') : given
  const image: Hash = isHash(own)
    ? new Map<Value, Value>([['path', null], ...own])
    : new Map([['path', typeof own === 'string' ? own : null]])
  const raw = ['path', 'facebook', 'twitter'].map((key) => image.get(key)).find(isTruthy)
  if (raw === undefined) return undefined
  const absolute = typeof raw === 'string' && !isAbsolute(raw) ? filtered(scope, raw, 'absolute_url') : raw
  return new Map(image).set('path', filteredText(scope, absolute, 'uri_escape'))
}

const pageNumber = (scope: TagScope, site: Value): string => {
  const paginator = scope.variable('paginator')
  const current = Number(property(paginator, 'page') ?? 0)
  if (!(current > 1)) return ''
  const own = property(site, 'seo_paginator_message')
  const message = isTruthy(own) ? textOf(own) : 'Page %<current>s of %<total>s for '
  return message
    .replace(/%(?:<current>s|\{current\})/g, String(current))
    .replace(/%(?:<total>s|\{total\})/g, textOf(property(paginator, 'total_pages')))
}

const titleOf = (
  pageTitle: string | undefined,
  siteTitle: string | undefined,
  tagline: string | undefined,
  description: string | undefined,
): string | undefined => {
  if (siteTitle !== undefined && pageTitle !== siteTitle) return `${pageTitle} | ${siteTitle}`
  if (description !== undefined && siteTitle !== undefined) return `${siteTitle} | ${tagline ?? description}`
  return pageTitle ?? siteTitle
}

const logoOf = (scope: TagScope, site: Value): string | undefined => {
  const logo = property(site, 'logo')
  if (!isTruthy(logo)) return undefined
  return filteredText(scope, isAbsolute(textOf(logo)) ? logo : filtered(scope, logo, 'absolute_url'), 'uri_escape')
}

const canonicalOf = (scope: TagScope, page: Value): string => {
  const own = textOf(property(page, 'canonical_url'))
  return own !== '' ? own : filteredText(scope, property(page, 'url'), 'absolute_url').replace(/\/index\.html$/m, '/')
}

// Titles and descriptions of the site repeat on every page: each text is formatted once.
const createFormatter = () => {
  const known = new Map<string, string | undefined>()
  return (scope: TagScope, value: Value): string | undefined => {
    const text = textOf(value)
    if (text === '') return undefined
    if (!known.has(text)) known.set(text, filteredText(scope, value, FORMAT) || undefined)
    return known.get(text)
  }
}

const collectSeo = (
  scope: TagScope,
  markup: string,
  { format, cards }: { format: (scope: TagScope, value: Value) => string | undefined; cards: boolean },
): Seo => {
  const site = scope.variable('site')
  const page = scope.variable('page')
  const seo = sub(page, 'seo')
  const social = sub(site, 'social')
  const first = (...values: Value[]): Value => values.find(isTruthy) ?? null
  const siteTitle = format(scope, first(property(site, 'title'), property(site, 'name')))
  const pageTitle = format(scope, property(page, 'title')) ?? siteTitle
  const siteDescription = format(scope, property(site, 'description'))
  const plain = titleOf(pageTitle, siteTitle, format(scope, property(site, 'tagline')), siteDescription)
  const date = property(page, 'date')
  const modified = first(property(seo, 'date_modified'), property(page, 'last_modified_at'), date)
  const home = isHome(page)
  const lang = first(property(page, 'lang'), property(site, 'lang'), 'en_US')
  const seoName = isTruthy(property(seo, 'name')) ? format(scope, property(seo, 'name')) : undefined
  return {
    scope,
    site,
    page,
    title: plain === undefined ? undefined : pageNumber(scope, site) + plain,
    showTitle: plain !== undefined && !/title=false/i.test(markup),
    siteTitle,
    pageTitle,
    description: format(scope, first(property(page, 'description'), property(page, 'excerpt'))) ?? siteDescription,
    name: seoName ?? (home ? (format(scope, property(social, 'name')) ?? siteTitle) : undefined),
    author: authorOf(site, page),
    image: imageOf(scope, page, cards),
    type: first(property(seo, 'type'), home ? 'WebSite' : isTruthy(date) ? 'BlogPosting' : 'WebPage'),
    links: first(property(seo, 'links'), home ? property(social, 'links') : null),
    logo: logoOf(scope, site),
    canonicalUrl: canonicalOf(scope, page),
    datePublished: isTruthy(date) ? filteredText(scope, date, 'date_to_xmlschema') : undefined,
    dateModified: isTruthy(modified) ? filteredText(scope, modified, 'date_to_xmlschema') : undefined,
    locale: localeOf(first(property(page, 'locale'), property(site, 'locale'), lang)),
  }
}

const localeOf = (value: Value): string => {
  if (typeof value === 'string') return value.replaceAll('-', '_')
  throw new UserError(`The locale ${inspect(value)} is not a text`, {
    advice: 'Write `locale` (or `lang`) as a text: en_US.',
  })
}

const metaName = (name: string, content: string): string => `<meta name="${name}" content="${content}" />`
const metaProperty = (name: string, content: string): string => `<meta property="${name}" content="${content}" />`

const printed = (value: Value): string =>
  isHash(value)
    ? inspect(value)
    : isArray(value)
      ? value.map(textOf).join('')
      : value instanceof Drop
        ? (value.text() ?? '')
        : textOf(value)

const imageTags = ({ image }: Seo): string[] => {
  if (!image) return []
  const more = ['height', 'width', 'alt'].filter((key) => isTruthy(image.get(key)))
  return [
    metaProperty('og:image', printed(image.get('path'))),
    ...more.map((key) => metaProperty(`og:image:${key}`, printed(image.get(key)))),
  ]
}

const twitterName = (author: Hash): string | undefined => {
  const name = isTruthy(author.get('twitter')) ? author.get('twitter') : author.get('name')
  return typeof name === 'string' ? name.replace(/^@/, '') : undefined
}

const twitterTags = ({ site, page, image, pageTitle, author }: Seo): string[] => {
  const card = [property(page, 'twitter', 'card'), property(site, 'twitter', 'card')].find(
    (value) => isTruthy(value) && value !== '',
  )
  const tags = image
    ? [
        metaName('twitter:card', card === undefined ? 'summary_large_image' : printed(card)),
        metaProperty('twitter:image', printed(image.get('path'))),
      ]
    : [metaName('twitter:card', 'summary')]
  if (image && isTruthy(image.get('alt'))) tags.push(metaName('twitter:image:alt', printed(image.get('alt'))))
  if (pageTitle !== undefined) tags.push(metaProperty('twitter:title', pageTitle))
  if (isTruthy(property(site, 'twitter'))) {
    tags.push(metaName('twitter:site', `@${printed(property(site, 'twitter', 'username')).replaceAll('@', '')}`))
    const creator = twitterName(author)
    if (creator !== undefined) tags.push(metaName('twitter:creator', `@${creator.replaceAll('@', '')}`))
  }
  return tags
}

const FACEBOOK = [
  ['admins', 'fb:admins'],
  ['publisher', 'article:publisher'],
  ['app_id', 'fb:app_id'],
] as const
const VERIFICATIONS = [
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
] as const

const ownerTags = ({ site }: Seo): string[] => {
  const tags: string[] = []
  for (const [key, name] of FACEBOOK) {
    const value = property(site, 'facebook', key)
    if (isTruthy(value)) tags.push(metaProperty(name, printed(value)))
  }
  const verifications = property(site, 'webmaster_verifications')
  if (isTruthy(verifications)) {
    for (const [key, name] of VERIFICATIONS) {
      const value = property(verifications, key)
      if (isTruthy(value)) tags.push(metaName(name, printed(value)))
    }
  } else if (isTruthy(property(site, 'google_site_verification')))
    tags.push(metaName('google-site-verification', printed(property(site, 'google_site_verification'))))
  return tags
}

const headTags = (seo: Seo): string[] => {
  const { scope, site, page } = seo
  const tags: string[] = []
  const when = (value: unknown, make: () => string[]): void => {
    if (value !== undefined && value !== null && value !== false) tags.push(...make())
  }
  when(seo.showTitle, () => [`<title>${seo.title}</title>`])
  tags.push(metaName('generator', `Jekyll v${textOf(property(scope.variable('jekyll'), 'version'))}`))
  when(seo.pageTitle, () => [metaProperty('og:title', seo.pageTitle ?? '')])
  when(seo.author.get('name'), () => [metaName('author', printed(seo.author.get('name')))])
  tags.push(metaProperty('og:locale', seo.locale))
  when(seo.description, () => [
    metaName('description', seo.description ?? ''),
    metaProperty('og:description', seo.description ?? ''),
  ])
  when(property(site, 'url'), () => [
    `<link rel="canonical" href="${seo.canonicalUrl}" />`,
    metaProperty('og:url', seo.canonicalUrl),
  ])
  when(seo.siteTitle, () => [metaProperty('og:site_name', seo.siteTitle ?? '')])
  tags.push(...imageTags(seo))
  if (isTruthy(property(page, 'date')))
    tags.push(metaProperty('og:type', 'article'), metaProperty('article:published_time', seo.datePublished ?? ''))
  else tags.push(metaProperty('og:type', 'website'))
  for (const [rel, key] of [
    ['prev', 'previous_page'],
    ['next', 'next_page'],
  ] as const) {
    const paginator = scope.variable('paginator')
    if (isTruthy(property(paginator, key)))
      tags.push(
        `<link rel="${rel}" href="${filteredText(scope, property(paginator, `${key}_path`), 'absolute_url')}" />`,
      )
  }
  tags.push(...twitterTags(seo), ...ownerTags(seo))
  return tags
}

const createSeoTag = (cards: boolean): TagDefinition => {
  const format = createFormatter()
  return {
    compile: (markup) => (scope) => {
      const seo = collectSeo(scope, markup, { format, cards })
      const data = filteredText(scope, seoData(seo), 'jsonify')
      return [
        '<!-- Begin Jekyll SEO tag v2.8.0 -->',
        ...headTags(seo),
        '<script type="application/ld+json">',
        `${data}</script>`,
        '<!-- End Jekyll SEO tag -->',
        '',
      ].join('\n')
    },
  }
}

export const seoTag: PluginFactory = (config) => ({
  name: 'jekyll-seo-tag',
  parallel: true,
  tags: { seo: createSeoTag(featureSettings(config, 'social_cards') !== undefined) },
})
