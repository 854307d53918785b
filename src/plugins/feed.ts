// Atom feeds of posts and collections, and the link to them. Counterpart: jekyll-feed.
import { existsSync } from 'node:fs'
import type { TagDefinition, TagScope } from '../liquid/index.ts'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import { type Page, postsOf, type Site } from '../model/site.ts'
import { compareValues } from '../util/compare.ts'
import { UserError } from '../util/error.ts'
import { inspect, outputText, textOf } from '../util/inspect.ts'
import { insideOf } from '../util/path.ts'
import { type Hash, hashOf, isArray, isHash, isTruthy, type Value } from '../util/value.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { filteredText, listProperty, orDefault, property } from './scope.ts'
import { pluginSettings } from './settings.ts'
import { absoluteUrl } from './urls.ts'

const TAG = 'octavo_feed'

const element = (name: string, text: string, attributes = ''): string => `<${name}${attributes}>${text}</${name}>`
const escaped = (scope: TagScope, value: Value): string => filteredText(scope, value, 'xml_escape')
const url = (scope: TagScope, value: Value): string => filteredText(scope, value, 'absolute_url')
const time = (scope: TagScope, value: Value): string => filteredText(scope, value, 'date_to_xmlschema')

const optional = (scope: TagScope, name: string, value: Value): string =>
  isTruthy(value) ? element(name, escaped(scope, value)) : ''

const feedTitle = (scope: TagScope, site: Value, page: Value): string => {
  let title = orDefault(property(site, 'title'), property(site, 'name'))
  const add = (part: Value): void => {
    title = `${textOf(title)} | ${filteredText(scope, part, 'capitalize')}`
  }
  if (property(page, 'collection') !== 'posts') add(property(page, 'collection'))
  if (isTruthy(property(page, 'category'))) add(property(page, 'category'))
  return isTruthy(title) ? element('title', filteredText(scope, title, 'smartify | xml_escape'), ' type="html"') : ''
}

const siteAuthor = (scope: TagScope, site: Value): string => {
  const author = property(site, 'author')
  if (!isTruthy(author)) return ''
  const name = element('name', escaped(scope, orDefault(property(author, 'name'), author)))
  return element(
    'author',
    name + optional(scope, 'email', property(author, 'email')) + optional(scope, 'uri', property(author, 'uri')),
  )
}

const postAuthor = (scope: TagScope, site: Value, post: Value): string => {
  const first = listProperty(post, 'authors')[0] ?? null
  const named = orDefault(orDefault(property(post, 'author'), first), property(site, 'author'))
  const known = typeof named === 'string' ? property(site, 'data', 'authors', named) : null
  const author = orDefault(known, named)
  const name = orDefault(orDefault(property(author, 'name'), author), '')
  return element(
    'author',
    element('name', escaped(scope, name)) +
      optional(scope, 'email', orDefault(property(author, 'email'), null)) +
      optional(scope, 'uri', orDefault(property(author, 'uri'), null)),
  )
}

const categories = (scope: TagScope, post: Value): string => {
  const term = (value: Value): string => `<category term="${escaped(scope, value)}" />`
  const one = property(post, 'category')
  const many = isTruthy(one) ? [one] : listProperty(post, 'categories')
  return [...many, ...listProperty(post, 'tags')].map(term).join('')
}

const summary = (scope: TagScope, post: Value): string => {
  const text = orDefault(property(post, 'description'), property(post, 'excerpt'))
  if (!isTruthy(text) || text === '') return ''
  return element(
    'summary',
    `<![CDATA[${filteredText(scope, text, 'strip_html | normalize_whitespace')}]]>`,
    ' type="html"',
  )
}

const picture = (scope: TagScope, post: Value): string => {
  const image = orDefault(property(post, 'image', 'path'), property(post, 'image'))
  if (!isTruthy(image)) return ''
  const address = escaped(scope, textOf(image).includes('://') ? image : url(scope, image))
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"'
  return `<media:thumbnail ${media} url="${address}" /><media:content medium="image" url="${address}" ${media} />`
}

const entryOf = (scope: TagScope, site: Value, post: Value): string => {
  const title = filteredText(
    scope,
    property(post, 'title'),
    'smartify | strip_html | normalize_whitespace | xml_escape',
  )
  const address = url(scope, property(post, 'url'))
  const excerptOnly = isTruthy(
    orDefault(property(post, 'feed', 'excerpt_only'), property(site, 'feed', 'excerpt_only')),
  )
  const content = excerptOnly
    ? ''
    : element(
        'content',
        `<![CDATA[${filteredText(scope, property(post, 'content'), 'strip')}]]>`,
        ` type="html" xml:base="${escaped(scope, address)}"`,
      )
  const lang = property(post, 'lang')
  return element(
    'entry',
    element('title', title, ' type="html"') +
      `<link href="${address}" rel="alternate" type="text/html" title="${title}" />` +
      element('published', time(scope, property(post, 'date'))) +
      element('updated', time(scope, orDefault(property(post, 'last_modified_at'), property(post, 'date')))) +
      element('id', escaped(scope, url(scope, property(post, 'id')))) +
      content +
      postAuthor(scope, site, post) +
      categories(scope, post) +
      summary(scope, post) +
      picture(scope, post),
    isTruthy(lang) ? ` xml:lang="${outputText(lang)}"` : '',
  )
}

const hasCategory = (post: Value, category: string): boolean => {
  const own = property(post, 'categories')
  return isArray(own) ? own.some((item) => textOf(item) === category) : textOf(own) === category
}

const feedSource = (site: Value, page: Value): readonly Value[] => {
  const tag = property(page, 'tags')
  const [owner, name] = isTruthy(tag)
    ? [property(site, 'tags'), textOf(tag)]
    : [site, textOf(property(page, 'collection'))]
  // As in Jekyll, where the list's absence stops the build.
  if (!isTruthy(property(owner, name)))
    throw new UserError(
      `A feed is asked for ${isTruthy(tag) ? 'the tag' : 'the collection'} '${name}', which no post has`,
      {
        place: { path: '_config.yml' },
        advice: 'Look at `feed` in the settings: its `collections` and `tags` must be there.',
      },
    )
  return listProperty(owner, name)
}

const feedPosts = (site: Value, page: Value): Value[] => {
  const source = feedSource(site, page)
  const category = property(page, 'category')
  const wanted = isTruthy(category) ? source.filter((post) => hasCategory(post, textOf(category))) : source
  const shown = isTruthy(property(site, 'show_drafts'))
    ? wanted
    : wanted.filter((post) => property(post, 'draft') !== true)
  const sorted = shown.toSorted((a, b) => compareValues(property(a, 'date'), property(b, 'date')) ?? 0).reverse()
  return sorted.slice(0, Number(orDefault(property(site, 'feed', 'posts_limit'), 10)))
}

const feedTag: TagDefinition = {
  compile: () => (scope) => {
    const site = scope.variable('site')
    const page = scope.variable('page')
    const lang = property(site, 'lang')
    const [language, hreflang] = isTruthy(lang)
      ? [`xml:lang="${outputText(lang)}"`, `hreflang="${outputText(lang)}" `]
      : ['', '']
    const self = url(scope, property(page, 'url'))
    const description = property(site, 'description')
    return (
      '<?xml version="1.0" encoding="utf-8"?>' +
      (isTruthy(property(page, 'xsl'))
        ? `<?xml-stylesheet type="text/xml" href="${url(scope, '/feed.xslt.xml')}"?>`
        : '') +
      `<feed xmlns="http://www.w3.org/2005/Atom" ${language}>` +
      `<generator uri="https://jekyllrb.com/" version="${textOf(property(scope.variable('jekyll'), 'version'))}">Jekyll</generator>` +
      `<link href="${self}" rel="self" type="application/atom+xml" />` +
      `<link href="${url(scope, '/')}" rel="alternate" type="text/html" ${hreflang}/>` +
      element('updated', time(scope, property(site, 'time'))) +
      element('id', escaped(scope, self)) +
      feedTitle(scope, site, page) +
      (isTruthy(description) ? element('subtitle', escaped(scope, description)) : '') +
      siteAuthor(scope, site) +
      feedPosts(site, page)
        .map((post) => entryOf(scope, site, post))
        .join('') +
      '</feed>'
    )
  },
}

const metaTag = (config: Config): TagDefinition => ({
  compile: () => () => {
    const attribute = (text: string): string =>
      `"${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;')}"`
    const path = hashAt(config.data, 'feed')?.get('path')
    const title = config.data.get('title') ?? config.data.get('name')
    const attributes = [
      'type="application/atom+xml"',
      'rel="alternate"',
      `href=${attribute(absoluteUrl(isTruthy(path) ? textOf(path) : 'feed.xml', config))}`,
    ]
    if (isTruthy(title)) attributes.push(`title=${attribute(textOf(title))}`)
    return `<link ${attributes.join(' ')} />`
  },
})

interface Feed {
  readonly path: string
  readonly collection: string
  readonly category: string | null
  readonly tags: string | null
}

const collectionsOf = (settings: Hash): Map<string, Hash> => {
  const own = settings.get('collections')
  const collections = new Map<string, Hash>()
  if (isArray(own)) for (const name of own) collections.set(textOf(name), new Map())
  if (isHash(own)) for (const [name, meta] of own) collections.set(textOf(name), isHash(meta) ? meta : new Map())
  const posts = new Map(collections.get('posts'))
  for (const key of ['path', 'categories']) if (!isTruthy(posts.get(key))) posts.set(key, settings.get(key))
  return collections.set('posts', posts)
}

const collectionFeeds = (settings: Hash): Feed[] =>
  [...collectionsOf(settings)].flatMap(([collection, meta]): Feed[] => {
    const prefix = collection === 'posts' ? '/feed' : `/feed/${collection}`
    const own = meta.get('categories')
    const list = isArray(own) ? [...new Set(own.map(textOf))] : []
    const path = meta.get('path')
    return [
      ...list.map((category) => ({ path: `${prefix}/${category}.xml`, collection, category, tags: null })),
      { path: isTruthy(path) ? textOf(path) : `${prefix}.xml`, collection, category: null, tags: null },
    ]
  })

const tagFeeds = (settings: Hash, site: Site): Feed[] => {
  const own = settings.get('tags')
  if (!isTruthy(own)) return []
  const options: Hash = isHash(own) ? own : new Map()
  const found = postsOf(site).flatMap((post) => {
    const tags = post.data.get('tags')
    return isArray(tags) ? tags : []
  })
  const all = new Set(found.map(textOf))
  if (all.size === 0) return []
  const only = options.get('only')
  const except = options.get('except')
  const without = new Set(isArray(except) ? except.map(textOf) : [])
  const path = options.get('path')
  const wanted = isArray(only) ? only : found
  const odd = wanted.find((tag) => typeof tag !== 'string' && !without.has(textOf(tag)))
  if (odd !== undefined)
    throw new UserError(`The tag ${inspect(odd)} is no text, and can have no feed`, {
      advice: 'Put it into quotes, or take it out with `feed: {tags: {except: [...]}}`.',
    })
  // quirk(jekyll-feed): a tag with anything but letters, digits and underscores gets no feed.
  return [...(isArray(only) ? only.map(textOf) : all)]
    .filter((tag) => !without.has(tag) && !/[^a-zA-Z0-9_]/.test(tag))
    .map((tag) => ({
      path: `${isTruthy(path) ? textOf(path) : '/feed/by_tag/'}${tag}.xml`,
      collection: 'posts',
      category: null,
      tags: tag,
    }))
}

const feedPage = (feed: Feed, config: Config, context: GeneratorContext): Page => {
  const xsl = existsSync(insideOf(config.source, 'feed.xslt.xml'))
  const { collection, category, tags } = feed
  const data = hashOf({ layout: null, sitemap: false, xsl, collection, category, tags })
  // quirk(jekyll-feed): the path is the page's name, slash and all.
  return { ...context.createPage(feed.path.replace(/^\//, ''), data, `{% ${TAG} %}`), name: feed.path }
}

export const feed: PluginFactory = (config) => {
  const settings = pluginSettings(config, 'feed')
  const off = isTruthy(settings.get('disable_in_development')) && config.environment === 'development'
  return {
    name: 'jekyll-feed',
    parallel: true,
    priority: -2,
    tags: { [TAG]: feedTag, feed_meta: metaTag(config) },
    generate: (site, context) => {
      if (off) return site
      const feeds = [...collectionFeeds(settings), ...tagFeeds(settings, site)].filter(
        ({ path }) => !existsSync(insideOf(config.source, path)),
      )
      return { ...site, pages: [...site.pages, ...feeds.map((one) => feedPage(one, config, context))] }
    },
  }
}
