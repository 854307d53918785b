// The pictures of one finished page: which files they are, what is to be made of them, and the page's text with all that in it.
import { type VariantJob, variantKey, variantName } from '../../images/index.ts'
import type { Config } from '../../model/config.ts'
import type { Page } from '../../model/site.ts'
import { addressesOf } from './addresses.ts'
import type { Found } from './known.ts'
import { formatsOf, type OfferedFormat, writePicture } from './markup.ts'
import { type PictureSettings, rootOf } from './settings.ts'
import { attribute, findPictures, type PageTags, type PictureTag } from './tags.ts'

/** The folder of variants in the output. */
export const FOLDER = 'assets/pictures'

/** A style sheet for layouts that know nothing of heights; see `STYLES`. */
export const STYLE_FILE = `${FOLDER}/pictures.css`

/**
 * A height that is filled in must not stretch a picture that the layout narrows, and a `<picture>` must not stand between a picture and
 * what lays it out. Without weight: whatever the layout itself says wins.
 */
export const STYLES =
  ':where(img[data-sized]) {\n  height: auto;\n}\n\n:where(picture[data-sized]) {\n  display: contents;\n}\n'

const MARK = ' data-sized'

/** Where a page shows a picture. */
export interface Mention {
  readonly page: Page
  /** As it is written. */
  readonly address: string
  /** How often the page has shown it before. */
  readonly nth: number
}

export interface PagePictures {
  readonly html: string
  readonly jobs: readonly (VariantJob & { readonly mention: Mention })[]
  /** Files that are not there, or hold no picture. */
  readonly doubtful: readonly {
    readonly mention: Mention
    readonly file: string
    readonly found: 'missing' | 'broken'
  }[]
  readonly usesStyles: boolean
}

export interface PageContext {
  readonly config: Config
  readonly settings: PictureSettings
  readonly find: (file: string) => Found
  /** Is there anything to make variants with? */
  readonly makesVariants: boolean
}

// The shipped theme has these rules in its own style sheet.
const knowsHeights = ({ styles }: PageTags): boolean =>
  styles.some((address) => /(?:^|\/)octavo\.css(?:\?|$)/.test(address))

const insertStyles = (html: string, at: number, config: Config): string =>
  `${html.slice(0, at)}<link rel="stylesheet" href="${rootOf(config)}/${STYLE_FILE}">\n${html.slice(at)}`

/** The first picture that stands in the main text. */
const firstOf = ({ pictures }: PageTags): PictureTag | undefined =>
  pictures.find((tag) => tag.place === 'main' && !tag.inHeader)

export const takePictures = (context: PageContext, page: Page, html: string): PagePictures => {
  const { config, settings, find } = context
  const tags = findPictures(html)
  const localOf = addressesOf(config, page, tags.base)
  const first = firstOf(tags)
  const stylesAt = knowsHeights(tags) ? undefined : (tags.firstStyle ?? tags.headEnd)
  const mark = stylesAt === undefined ? '' : MARK
  const seen = new Map<string, number>()
  const jobs: (VariantJob & { mention: Mention })[] = []
  const doubtful: { mention: Mention; file: string; found: 'missing' | 'broken' }[] = []
  const pieces: string[] = []
  let behind = 0
  for (const tag of tags.pictures) {
    const address = attribute(tag.attributes, 'src')
    const local = address === undefined ? undefined : localOf(address)
    if (address === undefined || local === undefined || attribute(tag.attributes, 'data-no-pictures') !== undefined)
      continue
    const nth = seen.get(address) ?? 0
    seen.set(address, nth + 1)
    const mention = { page, address, nth }
    const found = find(local.file)
    if (found === 'missing' || found === 'broken') doubtful.push({ mention, file: local.file, found })
    if (typeof found === 'string') continue
    const planned = context.makesVariants ? formatsOf(tag, found, settings) : []
    const offers = planned.map((one): OfferedFormat => {
      const key = variantKey(found.content(), one.format, settings.variants)
      const { facts, bytes } = found
      jobs.push({ path: found.file.path, facts, bytes, key, format: one.format, widths: one.widths, mention })
      return { planned: one, address: (width) => local.siblingOf(`${FOLDER}/${variantName(key, width, one.format)}`) }
    })
    const change = { tag, facts: found.facts, offers, first: tag === first }
    pieces.push(html.slice(behind, tag.from), writePicture(html, change, settings, mark))
    behind = tag.to
  }
  const written = pieces.join('') + html.slice(behind)
  const usesStyles = stylesAt !== undefined && written.includes(MARK)
  return { html: usesStyles ? insertStyles(written, stylesAt, config) : written, jobs, doubtful, usesStyles }
}
