// The texts of YAML's scalars: plain, quoted, and in blocks. Each function starts at the scalar's first character and ends behind its last.
// Counterpart: yaml_parser_scan_plain_scalar and its like in libyaml.
import {
  type Cursor,
  codeAt,
  columnOf,
  foldBreaks,
  isBlank,
  isBreak,
  isDocumentMark,
  isGap,
  refuse,
  skipBlanks,
  skipToBreak,
  takeBreak,
  trimBlanks,
} from './cursor.ts'

const HASH = 35
const COLON = 58

// , [ ] { }
const isFlowMark = (code: number): boolean => code === 44 || code === 91 || code === 93 || code === 123 || code === 125

/** Goes on to where a plain scalar has a gap, or ends. */
const skipPlainPiece = (cursor: Cursor, isFlow: boolean): void => {
  for (; ; cursor.at++) {
    const code = codeAt(cursor)
    if (isGap(code)) return
    if (code === COLON) {
      const next = codeAt(cursor, 1)
      if (isGap(next)) return
      if (isFlow && (isFlowMark(next) || next === 63))
        refuse(
          cursor,
          cursor.at,
          'A colon stands right before punctuation',
          'Put a blank behind it, or quote the text.',
        )
    } else if (isFlow && isFlowMark(code)) return
  }
}

const TABBED = 'Indent with spaces only.'

/** The breaks here, and the blanks around them; undefined where no line ends. A line of text has to be indented by `indent`. */
const takeFoldedBreaks = (cursor: Cursor, indent: number): string | undefined => {
  skipBlanks(cursor)
  if (!isBreak(codeAt(cursor))) return undefined
  const first = takeBreak(cursor)
  let rest = ''
  for (;;) {
    const code = codeAt(cursor)
    if (isBreak(code)) rest += takeBreak(cursor)
    else if (code === 9 && columnOf(cursor) < indent) refuse(cursor, cursor.at, 'A line is indented with a tab', TABBED)
    else if (isBlank(code)) cursor.at++
    else return foldBreaks(first, rest)
  }
}

export interface PlainScalar {
  readonly value: string
  /** Is the place behind it, over blanks and breaks, on a further line? */
  readonly endsLine: boolean
}

/** A scalar without quotes, whose further lines are indented by `indent` unless it stands in a flow collection. */
export const takePlainScalar = (cursor: Cursor, indent: number, isFlow: boolean): PlainScalar => {
  const { text } = cursor
  let value = ''
  let fold: string | undefined
  let start = cursor.at
  let end = start
  while (codeAt(cursor) !== HASH && !isDocumentMark(cursor)) {
    const from = cursor.at
    skipPlainPiece(cursor, isFlow)
    if (cursor.at > from) {
      if (fold !== undefined) {
        value += text.slice(start, end) + fold
        start = from
        fold = undefined
      }
      end = cursor.at
    }
    if (!isGap(codeAt(cursor)) || end === text.length) break
    fold = takeFoldedBreaks(cursor, indent) ?? fold
    if (!isFlow && columnOf(cursor) < indent) break
    if (cursor.at === text.length) break
  }
  return { value: value + text.slice(start, end), endsLine: fold !== undefined }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])

const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

/** What the escape here, behind its backslash, stands for. */
const takeEscape = (cursor: Cursor): string => {
  const { text, at } = cursor
  const name = text[at + 1] ?? ''
  cursor.at += 2
  const simple = ESCAPES.get(name)
  if (simple !== undefined) return simple
  const length = HEX_LENGTHS.get(name)
  if (length === undefined) refuse(cursor, at, `\\${name} is no escape`, 'Double the backslash, or use single quotes.')
  const digits = text.slice(cursor.at, cursor.at + (length ?? 0))
  if (digits.length !== length || !/^[0-9a-f]+$/i.test(digits))
    refuse(cursor, at, `\\${name} needs ${length} hexadecimal digits`, 'Write them, or double the backslash.')
  const code = Number.parseInt(digits, 16)
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    refuse(cursor, at, 'This escape is no character', 'Write the character itself, or \\U and its eight digits.')
  cursor.at += digits.length
  return String.fromCodePoint(code)
}

const QUOTED_END = /["\\\r\n\x85\u2028\u2029]/g
const SINGLE_END = /['\r\n\x85\u2028\u2029]/g

const skipBlankLines = (cursor: Cursor): string => {
  let breaks = ''
  for (;;) {
    skipBlanks(cursor)
    if (!isBreak(codeAt(cursor))) return breaks
    breaks += takeBreak(cursor)
  }
}

/** A scalar in single or double quotes; its lines may start anywhere. */
export const takeQuotedScalar = (cursor: Cursor): string => {
  const { text, at: start } = cursor
  const quote = codeAt(cursor)
  const pattern = quote === 34 ? QUOTED_END : SINGLE_END
  let value = ''
  cursor.at++
  for (;;) {
    if (isDocumentMark(cursor))
      refuse(cursor, cursor.at, 'A document ends within a quoted text', 'Close the quotes, or indent the line.')
    pattern.lastIndex = cursor.at
    const end = pattern.exec(text)?.index ?? -1
    if (end < 0) refuse(cursor, start, 'A quoted text is not closed', 'Put the missing quotation mark at its end.')
    const piece = text.slice(cursor.at, end)
    cursor.at = end
    const code = codeAt(cursor)
    if (isBreak(code)) {
      const first = takeBreak(cursor)
      value += trimBlanks(piece) + foldBreaks(first, skipBlankLines(cursor))
    } else if (code === 92) {
      value += piece
      if (isBreak(codeAt(cursor, 1))) {
        cursor.at++
        takeBreak(cursor)
        value += skipBlankLines(cursor)
      } else value += takeEscape(cursor)
    } else if (quote === 39 && codeAt(cursor, 1) === quote) {
      value += `${piece}'`
      cursor.at += 2
    } else {
      cursor.at++
      return value + piece
    }
  }
}

interface BlockHeader {
  readonly isFolded: boolean
  /** What happens with the breaks at the end: '-' none, '+' all, '' one. */
  readonly chomping: string
  /** Undefined where the first line with text tells. */
  readonly indent: number | undefined
}

const HEADER = /[|>](?:([-+])(\d)?|(\d)([-+])?)?/y

const takeBlockHeader = (cursor: Cursor): BlockHeader => {
  const { text, at } = cursor
  HEADER.lastIndex = at
  const [header = '', before = '', digit, further = digit, after = before] = HEADER.exec(text) ?? []
  if (further === '0') refuse(cursor, at, 'A block is indented by nothing', 'Write a digit from 1 to 9, or none.')
  cursor.at += header.length
  skipBlanks(cursor)
  if (codeAt(cursor) === HASH) skipToBreak(cursor)
  if (isBreak(codeAt(cursor))) takeBreak(cursor)
  else if (cursor.at < text.length)
    refuse(cursor, cursor.at, 'A block has text on its first line', 'Begin it on the next line, or quote the text.')
  return {
    isFolded: header[0] === '>',
    chomping: after,
    indent: further === undefined ? undefined : Number(further),
  }
}

interface BlockLines {
  readonly breaks: string
  readonly indent: number
}

/** The empty lines here, and the indentation of the block: that of the first other line where `indent` is not known yet. */
const takeEmptyLines = (cursor: Cursor, indent: number | undefined, least: number): BlockLines => {
  let breaks = ''
  let widest = 0
  for (;;) {
    while ((indent === undefined || columnOf(cursor) < indent) && codeAt(cursor) === 32) cursor.at++
    widest = Math.max(widest, columnOf(cursor))
    const code = codeAt(cursor)
    if (code === 9 && (indent === undefined || columnOf(cursor) < indent))
      refuse(cursor, cursor.at, 'A block is indented with a tab', TABBED)
    if (!isBreak(code)) return { breaks, indent: indent ?? Math.max(widest, least) }
    breaks += takeBreak(cursor)
  }
}

/** A scalar behind `|` or `>`, in a collection that is indented by `outer` (-1 for none). */
export const takeBlockScalar = (cursor: Cursor, outer: number): string => {
  const header = takeBlockHeader(cursor)
  const known = header.indent === undefined ? undefined : Math.max(outer, 0) + header.indent
  let { breaks, indent } = takeEmptyLines(cursor, known, Math.max(outer + 1, 1))
  let value = ''
  let lineBreak = ''
  let wasBlank = false
  while (columnOf(cursor) === indent && cursor.at < cursor.text.length) {
    const isIndented = isBlank(codeAt(cursor))
    const folds = header.isFolded && lineBreak === '\n' && !wasBlank && !isIndented
    value += folds ? foldBreaks(lineBreak, breaks) : lineBreak + breaks
    wasBlank = isIndented
    const start = cursor.at
    skipToBreak(cursor)
    value += cursor.text.slice(start, cursor.at)
    lineBreak = cursor.at < cursor.text.length ? takeBreak(cursor) : ''
    ;({ breaks, indent } = takeEmptyLines(cursor, indent, indent))
  }
  if (header.chomping !== '-') value += lineBreak
  return header.chomping === '+' ? value + breaks : value
}
