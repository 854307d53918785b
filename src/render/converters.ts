// Converters turn a file's text into what is written: Markdown into HTML, Sass into CSS. Counterpart: Jekyll::Converter.
import type { Config } from '../model/config.ts'
import type { Warning } from '../util/error.ts'

/** What a converter may know of the file it converts. */
export interface ConvertedFile {
  /** As errors show it. */
  readonly relativePath: string
  /** Absolute. */
  readonly path: string
  /** The file's line on which the text starts. */
  readonly line: number
  /** The text counts as ASCII (see `countsAsAscii`): characters beyond it are to be written as references. */
  readonly ascii?: boolean | undefined
}

export interface Converted {
  readonly text: string
  readonly warnings: readonly Warning[]
}

export interface Converter {
  readonly name: string
  /** Higher ones run first; the built-in ones have 0. */
  readonly priority: number
  /** Is the one that another thread makes from the configuration alone the same? */
  readonly anywhere?: boolean | undefined
  /** With the dot. */
  matches(extension: string): boolean
  outputExtension(extension: string): string
  /** @throws UserError where the text cannot be converted. */
  convert(text: string, file: ConvertedFile): Converted
}

/** The converters for one extension, in the order in which they run. */
export const convertersFor = (converters: readonly Converter[], extension: string): readonly Converter[] =>
  converters.filter((converter) => converter.matches(extension)).toSorted((a, b) => b.priority - a.priority)

/** What files with an extension become; undefined where none converts them. */
export const convertedExtension =
  (converters: readonly Converter[]) =>
  (extension: string): string | undefined =>
    convertersFor(converters, extension).at(-1)?.outputExtension(extension)

export const isMarkdown = (config: Config, extension: string): boolean =>
  config.markdownExtensions.includes(extension.toLowerCase())
