// Decides which variants a picture gets: pure, out of its size and the settings, so that a page can name them before they exist.
import type { PictureFacts } from './formats/facts.ts'
import type { VariantFormat, VariantSettings } from './settings.ts'

/** The variants of one format. */
export interface PlannedFormat {
  readonly format: VariantFormat
  /** Ascending, none wider than the picture. */
  readonly widths: readonly number[]
  /** The picture is of this format itself and stands for its own width. */
  readonly withOriginal: boolean
}

/** What a page asks for. */
export interface PictureNeed {
  readonly facts: PictureFacts
  /** Of the file. */
  readonly bytes: number
  /** The width in CSS pixels that the author asked for. */
  readonly shown: number | undefined
}

// Below this, one more file and its request cost more than they save.
const LEAST_BYTES = 4096
// No screen shows more than three pixels for one of CSS.
const DENSEST = 3
// A width so near the next larger one is not worth a file.
const APART = 0.9

// WebP out of AVIF would be larger and no better understood than the original, which every page still has.
const formatsFor = ({ format }: PictureFacts, formats: readonly VariantFormat[]): readonly VariantFormat[] =>
  format === 'avif' ? formats.filter((one) => one === 'avif') : formats

const widthsFor = (most: number, widths: readonly number[]): number[] => {
  const largest = Math.max(...widths)
  return most > largest ? [...widths] : [...widths.filter((width) => width < most * APART), most]
}

/** Are there variants to be made of it at all? Moving pictures stay as they are. */
const isVariable = ({ facts, bytes }: PictureNeed): boolean =>
  facts.format !== 'gif' && !facts.animated && bytes >= LEAST_BYTES

export const planVariants = (need: PictureNeed, settings: VariantSettings): readonly PlannedFormat[] => {
  if (!isVariable(need) || settings.widths.length === 0) return []
  const { facts, shown } = need
  const most = Math.min(facts.width, Math.ceil((shown ?? facts.width) * DENSEST))
  return formatsFor(facts, settings.formats).flatMap((format): PlannedFormat[] => {
    const withOriginal = format === facts.format && most === facts.width
    const widths = widthsFor(most, settings.widths).filter((width) => !(withOriginal && width === facts.width))
    return widths.length === 0 ? [] : [{ format, widths, withOriginal }]
  })
}
