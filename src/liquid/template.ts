import type { Place, Warning } from '../util/error.ts'
import type { RubyError } from './errors.ts'
import type { Render } from './runtime.ts'
import type { SourcePlace, Template } from './types.ts'

// A parsed template, and how its places are told to people.

export interface ParsedTemplate extends Template {
  readonly source: string
  readonly render: Render
}

export interface ParsedWarning {
  readonly error: RubyError
  readonly offset: number
}

const lineStart = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1

const countLines = (source: string, offset: number): number => {
  let lines = 0
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) lines++
  return lines
}

/** The place of a character, in the file that the source came from. */
export const placeAt = (source: string, offset: number, origin: SourcePlace): Place => ({
  path: origin.path,
  line: origin.line + countLines(source, offset),
  column: offset - lineStart(source, offset) + 1,
})

/** The line that a character is on. */
export const excerptAt = (source: string, offset: number): string => {
  const start = lineStart(source, offset)
  const end = source.indexOf('\n', start)
  return source.slice(start, end < 0 ? undefined : end)
}

/** Completes an error with its place, unless it has come from further inside. */
export const locate = (error: RubyError, source: string, spot: { offset: number; origin: SourcePlace }): RubyError => {
  if (error.place) return error
  // Ruby counts the lines of the template alone; the place counts those of the file.
  if (error.line !== undefined) error.line -= spot.origin.line - 1
  error.place = placeAt(source, spot.offset, spot.origin)
  error.excerpt = excerptAt(source, spot.offset)
  return error
}

export const toWarning = (error: RubyError): Warning => ({
  message: error.text,
  place: error.place,
  excerpt: error.excerpt,
  ...(error.advice === undefined ? {} : { advice: error.advice }),
})
