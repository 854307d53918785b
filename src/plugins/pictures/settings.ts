// The settings below `octavo: pictures`.
import { DEFAULT_VARIANTS, type VariantFormat, type VariantSettings } from '../../images/index.ts'
import type { Config } from '../../model/config.ts'
import { UserError, type Warning } from '../../util/error.ts'
import { inspect, textOf } from '../../util/inspect.ts'
import { suggest } from '../../util/suggest.ts'
import { type Hash, isArray, isHash, isNil, type Value } from '../../util/value.ts'

export interface PictureSettings {
  readonly variants: VariantSettings
  /** The attribute `sizes` of pictures that fill the column; undefined where it follows from `column`. */
  readonly sizes: string | undefined
  /** The width of the column of text in CSS pixels. */
  readonly column: number
  readonly lazy: boolean
  /** Globs of source paths. */
  readonly exclude: readonly string[]
  /** Where the variants stand: in `<source>` of a `<picture>` around the picture, or in its own `srcset`. */
  readonly markup: 'picture' | 'img'
  /** Do pictures of the class `myImg` lead to their original? */
  readonly link: boolean
}

const KEYS = ['enabled', 'widths', 'formats', 'quality', 'sizes', 'column', 'lazy', 'exclude', 'markup', 'link']

const wrong = (key: string, wanted: string, value: Value): UserError =>
  new UserError(`'octavo.pictures.${key}' should be ${wanted}, but was: ${inspect(value)}`, {
    place: { path: '_config.yml' },
  })

const isFormat = (value: unknown): value is VariantFormat => value === 'avif' || value === 'webp'
const isWithin = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most

/** A list, where one alone counts as a list of one; `standard` where nothing is said. */
const listAt = <T>(
  settings: Hash,
  key: string,
  isMember: (value: unknown) => value is T,
  { standard, wanted }: { standard: readonly T[]; wanted: string },
): readonly T[] => {
  const value = settings.get(key)
  if (isNil(value)) return standard
  const members: readonly unknown[] = isArray(value) ? value : [value]
  if (!members.every(isMember)) throw wrong(key, wanted, value)
  return [...new Set(members)]
}

const qualityAt = (settings: Hash): VariantSettings['quality'] => {
  const value = settings.get('quality')
  const of = (format: VariantFormat): number => {
    const one = isHash(value) ? value.get(format) : value
    if (isNil(one)) return DEFAULT_VARIANTS.quality[format]
    if (!isWithin(one, 1, 100))
      throw wrong('quality', 'a number from 1 to 100, or one for each of avif and webp', value)
    return one
  }
  return { avif: of('avif'), webp: of('webp') }
}

const switchAt = (settings: Hash, key: string, standard: boolean): boolean => {
  const value = settings.get(key)
  if (isNil(value)) return standard
  if (typeof value !== 'boolean') throw wrong(key, 'true or false', value)
  return value
}

const markupAt = (settings: Hash): 'picture' | 'img' => {
  const value = settings.get('markup')
  if (isNil(value) || value === 'picture') return 'picture'
  if (value === 'img') return 'img'
  throw wrong('markup', 'picture or img', value)
}

const sizesAt = (settings: Hash): string | undefined => {
  const value = settings.get('sizes')
  if (isNil(value)) return undefined
  if (typeof value !== 'string' || /["<>]/.test(value)) throw wrong('sizes', 'the text of the attribute', value)
  return value
}

const columnAt = (settings: Hash): number => {
  const value = settings.get('column')
  if (isNil(value)) return 736
  if (!isWithin(value, 100, 10_000)) throw wrong('column', 'a width in pixels', value)
  return value
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isWidth = (value: unknown): value is number => isWithin(value, 16, 10_000)

/** @throws UserError where a value is not what its key takes. */
export const readPictureSettings = (settings: Hash): PictureSettings => ({
  variants: {
    widths: listAt(settings, 'widths', isWidth, {
      standard: DEFAULT_VARIANTS.widths,
      wanted: 'a list of widths in pixels, from 16 to 10000',
    }).toSorted((a, b) => a - b),
    formats: listAt(settings, 'formats', isFormat, {
      standard: DEFAULT_VARIANTS.formats,
      wanted: 'a list of avif and webp',
    }),
    quality: qualityAt(settings),
  },
  sizes: sizesAt(settings),
  column: columnAt(settings),
  lazy: switchAt(settings, 'lazy', true),
  exclude: listAt(settings, 'exclude', isText, { standard: [], wanted: 'a list of paths or globs' }),
  markup: markupAt(settings),
  link: switchAt(settings, 'link', false),
})

/** A warning for each key that is none of `known`. */
export const unknownKeys = (feature: string, settings: Hash, known: readonly string[] = KEYS): Warning[] =>
  [...settings.keys()]
    .map(textOf)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      message: `'octavo.${feature}' has no setting '${key}'`,
      place: { path: '_config.yml' },
      advice: suggest(key, known),
    }))

/** The address of the site's root, from the host: '' or '/octavo'. */
export const rootOf = (config: Config): string => {
  const trimmed = config.baseurl.replace(/^\/+|\/+$/g, '')
  return trimmed === '' ? '' : `/${trimmed}`
}
