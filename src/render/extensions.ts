// What plugins add to rendering, as one value: tags, filters, and functions that text passes through.
import type { FilterDefinition, TagDefinition } from '../liquid/index.ts'
import type { Page, Site } from '../model/site.ts'

export type PageTransform = (page: Page, text: string, site: Site) => string

export interface Extensions {
  readonly tags: ReadonlyMap<string, TagDefinition>
  readonly filters: ReadonlyMap<string, FilterDefinition>
  /** The page's source, before Liquid. */
  readonly beforeRender: PageTransform
  /** The converted text, before layouts. */
  readonly afterConvert: PageTransform
  /** The automatic excerpt, converted. */
  readonly afterConvertExcerpt: PageTransform
  /** The whole page. */
  readonly afterRender: PageTransform
}

const same: PageTransform = (_, text) => text

export const noExtensions: Extensions = {
  tags: new Map(),
  filters: new Map(),
  beforeRender: same,
  afterConvert: same,
  afterConvertExcerpt: same,
  afterRender: same,
}
