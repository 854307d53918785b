// sitemap.xml and robots.txt. Counterpart: jekyll-sitemap.
import type { TagDefinition, TagScope } from '../liquid/index.ts'
import type { Site } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import { hashOf, isTruthy, type Value } from '../util/value.ts'
import type { GeneratorContext, PluginFactory } from './plugin.ts'
import { filteredText, listProperty, property } from './scope.ts'

const TAG = 'octavo_sitemap'
const OPENING = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" ' +
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
]
const FILES = new Set(['.htm', '.html', '.xhtml', '.pdf'])

const entry = (scope: TagScope, url: Value, modified: Value): string => {
  const address = filteredText(scope, textOf(url).replaceAll('/index.html', '/'), 'absolute_url | xml_escape')
  const time = isTruthy(modified) ? `<lastmod>${filteredText(scope, modified, 'date_to_xmlschema')}</lastmod>\n` : ''
  return `<url>\n<loc>${address}</loc>\n${time}</url>\n`
}

const isListed = (item: Value): boolean => property(item, 'sitemap') !== false

const dateOf = (item: Value): Value => {
  const modified = property(item, 'last_modified_at')
  return isTruthy(modified) ? modified : property(item, 'date')
}

const entries = (scope: TagScope): string[] => {
  const site = scope.variable('site')
  const documents = listProperty(site, 'collections')
    .filter((collection) => property(collection, 'output') !== false)
    .flatMap((collection) => listProperty(collection, 'docs'))
    .filter(isListed)
  const pages = listProperty(site, 'html_pages').filter(
    (page) => isListed(page) && property(page, 'url') !== '/404.html',
  )
  const files = listProperty(site, 'static_files').filter(
    (file) => FILES.has(textOf(property(file, 'extname'))) && isListed(file) && property(file, 'name') !== '404.html',
  )
  return [
    ...documents.map((doc) => entry(scope, property(doc, 'url'), dateOf(doc))),
    ...pages.map((page) => entry(scope, property(page, 'url'), property(page, 'last_modified_at'))),
    ...files.map((file) => entry(scope, property(file, 'path'), property(file, 'modified_time'))),
  ]
}

const sitemapTag: TagDefinition = {
  compile: () => (scope) => {
    const [declaration, urlset] = OPENING
    const style = isTruthy(property(scope.variable('page'), 'xsl'))
      ? `<?xml-stylesheet type="text/xsl" href="${filteredText(scope, '/sitemap.xsl', 'absolute_url')}"?>\n`
      : ''
    return `${declaration}\n${style}${urlset}\n${entries(scope).join('')}</urlset>\n`
  },
}

export const sitemap: PluginFactory = () => ({
  name: 'jekyll-sitemap',
  parallel: true,
  priority: -2,
  tags: { [TAG]: sitemapTag },
  generate: (site: Site, context: GeneratorContext) => {
    const has = (name: string): boolean => [...site.pages, ...site.staticFiles].some(({ url }) => url === `/${name}`)
    const added = [
      ...(has('sitemap.xml')
        ? []
        : [context.createPage('sitemap.xml', hashOf({ layout: null, xsl: has('sitemap.xsl') }), `{% ${TAG} %}`)]),
      ...(has('robots.txt')
        ? []
        : [
            context.createPage('robots.txt', hashOf({ layout: null }), 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n'),
          ]),
    ]
    return { ...site, pages: [...site.pages, ...added] }
  },
})
