// How variants of pictures are made.

export type VariantFormat = 'avif' | 'webp'

export interface VariantSettings {
  /** In pixels, ascending. */
  readonly widths: readonly number[]
  /** Preferred first. */
  readonly formats: readonly VariantFormat[]
  /** From 1 to 100, by format. */
  readonly quality: Readonly<Record<VariantFormat, number>>
}

export const DEFAULT_VARIANTS: VariantSettings = {
  widths: [480, 800, 1200, 1600, 2000],
  formats: ['avif', 'webp'],
  quality: { avif: 52, webp: 78 },
}
