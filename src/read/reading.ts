// What every reader needs: the configuration, the answers derived from it, and the list in which warnings are collected.
import type { FrontMatterDefaults } from '../config/index.ts'
import type { Config } from '../model/config.ts'
import type { UserError, Warning } from '../util/error.ts'
import type { TimeValue } from '../util/value.ts'
import type { EntryFilter } from './entry-filter.ts'

export interface Reading {
  readonly config: Config
  readonly defaults: FrontMatterDefaults
  readonly filter: EntryFilter
  readonly time: TimeValue
  /** The extension that a converter gives to files with `extension`, with the dot; undefined where none converts them. */
  readonly convertedExtension: (extension: string) => string | undefined
  /** Filled while reading; part of the result. */
  readonly warnings: Warning[]
}

/** A front-matter mistake: a warning, or with strict_front_matter the end of the build. */
export const reportFrontMatter = (reading: Reading, error: UserError): void => {
  if (reading.config.strictFrontMatter) throw error
  reading.warnings.push({
    message: error.message,
    place: error.place,
    excerpt: error.excerpt,
    advice: error.advice ?? 'The page is built without its front matter.',
  })
}
