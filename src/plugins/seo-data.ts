// The structured data (JSON-LD) that {% seo %} ends with.

import { textOf } from '../util/inspect.ts'
import { type Hash, hashOf, isTruthy, type Value } from '../util/value.ts'
import type { Seo } from './seo-tag.ts'

const ENTITY_TYPES = new Set(['BlogPosting', 'CreativeWork'])
const AUTHOR_TYPES = new Set(['Organization', 'Person'])

const authorOf = ({ author }: Seo): Value => {
  const name = author.get('name')
  const type = author.get('type')
  if (!isTruthy(name) || (isTruthy(type) && !AUTHOR_TYPES.has(textOf(type)))) return null
  const url = author.get('url')
  return hashOf({ '@type': isTruthy(type) ? type : 'Person', name, ...(isTruthy(url) ? { url } : {}) })
}

const imageOf = ({ image }: Seo): Value => {
  if (!image) return null
  if (image.size === 1) return image.get('path')
  const hash = new Map(image)
  hash.delete('path')
  return hash.set('url', image.get('path')).set('@type', 'imageObject')
}

const publisherOf = ({ logo, author }: Seo): Value => {
  if (logo === undefined) return null
  const name = author.get('name')
  return hashOf({
    '@type': 'Organization',
    logo: hashOf({ '@type': 'ImageObject', url: logo }),
    ...(isTruthy(name) ? { name } : {}),
  })
}

/** Keys in byte order, nil left out. */
export const seoData = (seo: Seo): Hash => {
  const entity = ENTITY_TYPES.has(textOf(seo.type)) ? hashOf({ '@type': 'WebPage', '@id': seo.canonicalUrl }) : null
  const entries: readonly (readonly [string, Value])[] = [
    ['@context', 'https://schema.org'],
    ['@type', seo.type],
    ['author', authorOf(seo)],
    ['dateModified', seo.dateModified],
    ['datePublished', seo.datePublished],
    ['description', seo.description],
    ['headline', seo.pageTitle],
    ['image', imageOf(seo)],
    ['mainEntityOfPage', entity],
    ['name', seo.name],
    ['publisher', publisherOf(seo)],
    ['sameAs', seo.links],
    ['url', seo.canonicalUrl],
  ]
  return new Map(entries.filter(([, value]) => value !== null && value !== undefined))
}
