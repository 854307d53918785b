// Writes a picture's tag anew: size, time of loading, and its variants around it or in it.
import { type PictureFacts, type PlannedFormat, planVariants } from '../../images/index.ts'
import { writeText } from '../html-fragment.ts'
import type { PictureSettings } from './settings.ts'
import { attribute, hasClass, type PictureTag } from './tags.ts'

/** A planned format with the addresses of its files. */
export interface OfferedFormat {
  readonly planned: PlannedFormat
  /** The address of a variant by its width. */
  readonly address: (width: number) => string
}

/** What is known of the file behind a tag. */
export interface KnownPicture {
  readonly facts: PictureFacts
  readonly bytes: number
}

// Text that fills about one screen of a phone.
const FIRST_SCREEN = 1200

export const mime = (format: string): string => `image/${format}`

const pixels = (value: string | undefined): number | undefined => {
  const number = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(value ?? '')?.[1]
  return number === undefined || Number(number) === 0 ? undefined : Number(number)
}

const has = (tag: PictureTag, name: string): boolean => attribute(tag.attributes, name) !== undefined

/** The attributes that fill in what the author left out; in proportion where he gave one of the two. */
const sizeOf = (tag: PictureTag, { width, height }: PictureFacts): string => {
  const [wide, high] = [has(tag, 'width'), has(tag, 'height')]
  if (wide && high) return ''
  if (!wide && !high) return ` width="${width}" height="${height}"`
  const given = pixels(attribute(tag.attributes, wide ? 'width' : 'height'))
  if (given === undefined) return ''
  return wide
    ? ` height="${Math.max(1, Math.round((given * height) / width))}"`
    : ` width="${Math.max(1, Math.round((given * width) / height))}"`
}

/** The width in which the author wants it shown; undefined where he says nothing. */
export const shownWidth = (tag: PictureTag, { width, height }: PictureFacts): number | undefined => {
  const wide = pixels(attribute(tag.attributes, 'width'))
  const high = pixels(attribute(tag.attributes, 'height'))
  return wide ?? (high === undefined ? undefined : Math.max(1, Math.round((high * width) / height)))
}

/** When to load: at once what a reader sees first, the rest when it comes near. */
const loadingOf = (tag: PictureTag, first: boolean, settings: PictureSettings): string => {
  if (!settings.lazy) return ''
  const decoding = has(tag, 'decoding') ? '' : ' decoding="async"'
  if (tag.place === 'before' || tag.inHeader) return decoding
  if (has(tag, 'loading')) return decoding
  if (!first) return ` loading="lazy"${decoding}`
  return `${!has(tag, 'fetchpriority') && tag.textBefore < FIRST_SCREEN ? ' fetchpriority="high"' : ''}${decoding}`
}

/** Does the author want no variants of it, or has he seen to them himself? */
export const refusesVariants = (tag: PictureTag): boolean =>
  tag.inPicture || has(tag, 'srcset') || has(tag, 'data-no-variants') || hasClass(tag.attributes, 'no-variants')

const sizesFor = (tag: PictureTag, facts: PictureFacts, settings: PictureSettings): string => {
  const own = attribute(tag.attributes, 'sizes')
  if (own !== undefined) return own
  const shown = shownWidth(tag, facts) ?? facts.width
  if (settings.sizes !== undefined && shown >= settings.column) return settings.sizes
  const width = Math.min(shown, settings.column)
  return `(min-width: ${width}px) ${width}px, 100vw`
}

const escapeValue = (text: string): string => writeText(text).replaceAll('"', '&quot;')

const candidates = (offer: OfferedFormat, original: string, facts: PictureFacts): string => {
  const list = offer.planned.widths.map((width) => `${offer.address(width)} ${width}w`)
  if (offer.planned.withOriginal) list.push(`${original} ${facts.width}w`)
  return escapeValue(list.join(', '))
}

// An address with white space or a comma at an end would not survive in a list.
const isListable = (address: string): boolean => !/\s|^,|,$/.test(address)

/** The formats that a tag is to offer. */
export const formatsOf = (
  tag: PictureTag,
  known: KnownPicture,
  settings: PictureSettings,
): readonly PlannedFormat[] => {
  if (refusesVariants(tag)) return []
  const plan = planVariants({ ...known, shown: shownWidth(tag, known.facts) }, settings.variants).filter(
    ({ withOriginal }) => !withOriginal || isListable(attribute(tag.attributes, 'src') ?? ''),
  )
  // A picture's own list can hold one format only: the one that is understood most widely.
  return settings.markup === 'img' ? plan.slice(-1) : plan
}

export interface TagChange {
  readonly tag: PictureTag
  readonly facts: PictureFacts
  readonly offers: readonly OfferedFormat[]
  /** The first picture of the main text. */
  readonly first: boolean
}

/** The tag as it is to stand in the page; `mark` is put into those whose height was filled in. */
export const writePicture = (html: string, change: TagChange, settings: PictureSettings, mark: string): string => {
  const { tag, facts, offers, first } = change
  const original = attribute(tag.attributes, 'src') ?? ''
  const sizes = ` sizes="${escapeValue(sizesFor(tag, facts, settings))}"`
  const [last] = offers.slice(-1)
  const own =
    settings.markup === 'img' && last
      ? ` srcset="${candidates(last, original, facts)}"${has(tag, 'sizes') ? '' : sizes}`
      : ''
  const size = sizeOf(tag, facts)
  const added = own + size + (size === '' ? '' : mark) + loadingOf(tag, first, settings)
  const image = html.slice(tag.from, tag.insertAt) + added + html.slice(tag.insertAt, tag.to)
  const picture =
    settings.markup === 'img' || offers.length === 0
      ? image
      : `<picture${mark}>${offers.map((offer) => `<source type="${mime(offer.planned.format)}" srcset="${candidates(offer, original, facts)}"${sizes}>`).join('')}${image}</picture>`
  const linked = settings.link && hasClass(tag.attributes, 'myImg') && !tag.inLink && !tag.inButton && !tag.inPicture
  return linked ? `<a class="picture-link" href="${escapeValue(original)}">${picture}</a>` : picture
}
