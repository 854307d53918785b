// What Sass remarks on a style sheet, as warnings that can be read: one for all that Sass means to drop, however often it stands there.
import type { Logger, LoggerWarnOptions } from 'sass-embedded'
import type { Warning } from '../util/error.ts'

// Sass tells a few of each kind, and counts the rest.
const OMITTED = /^(\d+) repetitive deprecation warnings? omitted/

interface Remarks {
  readonly logger: Logger
  readonly warnings: () => readonly Warning[]
}

const placeOf = (path: string, line: number, span: LoggerWarnOptions['span']): Warning['place'] =>
  span?.url?.pathname.endsWith(`/${path}`) ? { path, line: span.start.line + line } : { path }

const firstLine = (message: string): string => message.split('\n')[0] ?? ''

/**
 * Gathers the remarks of one compilation of the sheet at `path` (from the source folder), whose text begins at `line` of its file.
 * Where `verbose`, each is told.
 */
export const gatherRemarks = (path: string, line: number, verbose: boolean): Remarks => {
  const told: Warning[] = []
  const dropped = new Set<string>()
  let count = 0
  const warn: NonNullable<Logger['warn']> = (message, options) => {
    const omitted = OMITTED.exec(message)
    if (omitted) count += Number(omitted[1])
    else if (!options.deprecation || verbose)
      told.push({ message: `Sass: ${firstLine(message)}`, place: placeOf(path, line, options.span) })
    else {
      count++
      dropped.add(options.deprecationType.id)
    }
  }
  return {
    logger: { warn, debug: () => {} },
    warnings: () => {
      if (dropped.size === 0) return told
      const uses = count === 1 ? 'one use' : `${count} uses`
      const message = `Sass: ${uses} of what works but is to be dropped some day: ${[...dropped].join(', ')}`
      return [...told, { message, place: { path } }]
    },
  }
}
