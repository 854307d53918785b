// The theme's words for what plugins write: the site's own, else those of its language, else English.
import { hashAt, stringAt } from '../model/hash.ts'
import type { Site } from '../model/site.ts'

const byLanguage = (site: Site, language: string) =>
  hashAt(hashAt(site.data, 'labels_by_language') ?? new Map(), language)

/** `language` is a tag such as `pt-BR`; undefined for the site's own. */
export const labelOf = (site: Site, key: string, fallback: string, language?: string): string => {
  const tag = language ?? stringAt(site.config.data, 'lang') ?? 'en'
  const words = byLanguage(site, tag) ?? byLanguage(site, tag.split('-')[0]?.toLowerCase() ?? tag)
  return stringAt(hashAt(site.data, 'labels') ?? new Map(), key) ?? stringAt(words ?? new Map(), key) ?? fallback
}
