// A place in a YAML text that moves on, and what YAML 1.1 counts as blanks and line breaks. Counterpart: libyaml's reader.
import { UserError } from '../util/error.ts'

export interface YamlOptions {
  /** Shown in errors. */
  readonly path?: string
  /** The line of the file on which the text starts, from 1. */
  readonly line?: number
}

export interface Cursor {
  readonly text: string
  readonly options: YamlOptions
  at: number
  /** Of the place `at`, from 0. */
  line: number
  /** Where that line begins: what is behind it counts as columns. */
  lineStart: number
}

export const columnOf = (cursor: Cursor): number => cursor.at - cursor.lineStart

/** The code at `ahead` characters from here; NaN behind the end. */
export const codeAt = (cursor: Cursor, ahead = 0): number => cursor.text.charCodeAt(cursor.at + ahead)

export const isBreak = (code: number): boolean =>
  code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029

export const isBlank = (code: number): boolean => code === 32 || code === 9

/** Blank, a break, or the end of the text. */
export const isGap = (code: number): boolean => isBlank(code) || isBreak(code) || Number.isNaN(code)

/** Goes over the line break that is here, and says what it is in a value. */
export const takeBreak = (cursor: Cursor): string => {
  const code = codeAt(cursor)
  cursor.at += code === 13 && codeAt(cursor, 1) === 10 ? 2 : 1
  cursor.line++
  cursor.lineStart = cursor.at
  return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n'
}

/** `piece` without the blanks at its end. */
export const trimBlanks = (piece: string): string => {
  let end = piece.length
  while (end > 0 && isBlank(piece.charCodeAt(end - 1))) end--
  return piece.slice(0, end)
}

/** What the breaks between two lines of a folded text are worth. */
export const foldBreaks = (first: string, rest: string): string => {
  if (first !== '\n') return first + rest
  return rest === '' ? ' ' : rest
}

export const skipBlanks = (cursor: Cursor): void => {
  while (isBlank(codeAt(cursor))) cursor.at++
}

export const skipToBreak = (cursor: Cursor): void => {
  const { length } = cursor.text
  while (cursor.at < length && !isBreak(codeAt(cursor))) cursor.at++
}

/** Is `---` or `...` here, at the beginning of a line? */
export const isDocumentMark = (cursor: Cursor): boolean => {
  if (cursor.at !== cursor.lineStart) return false
  const code = codeAt(cursor)
  return (
    (code === 45 || code === 46) && codeAt(cursor, 1) === code && codeAt(cursor, 2) === code && isGap(codeAt(cursor, 3))
  )
}

/** Fails with the line, the column and the source line of the place `at`. */
export const refuse = (cursor: Cursor, at: number, message: string, advice: string): never => {
  const lines = cursor.text.slice(0, at).split(/\r\n|\r|\n/)
  const start = at - (lines.at(-1)?.length ?? 0)
  const end = /[\r\n]|$/g
  end.lastIndex = start
  throw new UserError(`Invalid YAML: ${message}`, {
    place: {
      path: cursor.options.path ?? '(yaml)',
      line: lines.length + (cursor.options.line ?? 1) - 1,
      column: at - start + 1,
    },
    excerpt: cursor.text.slice(start, end.exec(cursor.text)?.index),
    advice,
  })
}
