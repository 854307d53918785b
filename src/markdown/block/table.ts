// Tables. Every line must have a pipe outside of code, and the table must stand between boundaries; everything else is optional: the
// separator lines make header, bodies and footer of what is between them.

import { addTableRow, createTableRows, type TableRows } from '../core/table-rows.ts'
import { warn } from '../document.ts'
import { type Alignment, addChild, append, Element } from '../element.ts'
import { parseSpanText } from '../inline/parse.ts'
import { isBlank, isSpace, LF, lineEnd, skipIndent, skipSpaces, splitLines, strip } from '../text.ts'
import { beforeBoundary } from './lines.ts'
import { afterBoundary, type BlockRule, type BlockState, currentLine, findAhead, newBlock } from './state.ts'

// TABLE_PIPE_CHECK: whether a line has a pipe without a backslash before it.
const lineHasPipe = (line: string | undefined): boolean => {
  if (line === undefined) return false
  for (let pipe = line.indexOf('|'); pipe >= 0; pipe = line.indexOf('|', pipe + 1))
    if (pipe === 0 || line.charCodeAt(pipe - 1) !== 92) return true
  return false
}

// The same for the line from `at` to `end`.
const hasPipe = (state: BlockState, at: number, end: number): boolean => {
  for (let pipe = findAhead(state, '|', at); pipe >= 0 && pipe < end; pipe = findAhead(state, '|', pipe + 1))
    if (pipe === at || state.src.charCodeAt(pipe - 1) !== 92) return true
  return false
}

const COLON = 58

// TABLE_SEP_LINE and TABLE_FSEP_LINE: nothing but `+|: \t` and the mark, which must be there.
const isSeparator = (src: string, at: number, end: number, mark: number): boolean => {
  let found = false
  for (let next = at; next < end - 1; next++) {
    const code = src.charCodeAt(next)
    if (code === mark) found = true
    else if (!(code === 43 || code === 124 || code === 58 || isBlank(code))) return false
  }
  return found && src.charCodeAt(end - 1) === LF
}

// A column is a run of dashes. A colon between two runs belongs to the first.
const readAlignment = (line: string): Alignment[] => {
  const alignment: Alignment[] = []
  let end = 0
  for (let start = line.indexOf('-'); start >= 0; start = line.indexOf('-', end)) {
    const left = start > end && line.charCodeAt(start - 1) === COLON
    end = start + 1
    while (line.charCodeAt(end) === 45) end++
    const right = line.charCodeAt(end) === COLON
    if (right) end++
    alignment.push(left ? (right ? 'center' : 'left') : right ? 'right' : 'default')
  }
  return alignment
}

/** The pieces of a row: what is outside of `<code>` elements and each such element, in turns. */
const splitAtCodeElements = (row: string): string[] => {
  const pieces: string[] = []
  let from = 0
  for (let at = row.indexOf('<code'); at >= 0; at = row.indexOf('<code', from)) {
    const inner = row.indexOf('>', at)
    const end = inner < 0 ? -1 : row.indexOf('</code>', inner)
    if (end < 0) break
    pieces.push(row.slice(from, at), row.slice(at, end + 7))
    from = end + 7
  }
  pieces.push(row.slice(from))
  return pieces
}

const LONGEST_TICKS = /`+/g

const asCodeSpan = (code: string): string => {
  let ticks = ''
  for (const [run] of code.matchAll(LONGEST_TICKS)) if (run.length > ticks.length) ticks = run
  const space = ticks === '' ? '' : ' '
  return `${ticks}\`${space}${code}${space}${ticks}\``
}

// Adds to the last cell, or makes the first.
const extendCell = (cells: string[], text: string): void => {
  if (cells.length === 0) cells.push(text)
  else cells[cells.length - 1] += text
}

const UNESCAPED_PIPE = /(?<!\\)\|/

const splitCells = (cells: string[], text: string): void => {
  if (!text.includes('\\')) {
    if (cells.length === 0) append(cells, text.split('|'))
    else for (const [index, cell] of text.split('|').entries()) index === 0 ? extendCell(cells, cell) : cells.push(cell)
    return
  }
  const [first = '', ...rest] = text.split(UNESCAPED_PIPE).map((cell) => cell.replaceAll('\\|', '|'))
  extendCell(cells, first)
  append(cells, rest)
}

// The texts of a row's cells: pipes in code do not count.
const readCells = (state: BlockState, row: string): string[] => {
  const cells: string[] = []
  if (!row.includes('`') && !row.includes('\\') && !row.includes('</code>')) return row === '' ? cells : row.split('|')
  const pieces = row.includes('</code>') ? splitAtCodeElements(row) : [row]
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) extendCell(cells, piece)
    else if (!piece.includes('`')) {
      if (piece !== '') splitCells(cells, piece)
    } else {
      parseSpanText(state, piece, 'codespan', ({ type, content }) => {
        if (type === 'raw_text') splitCells(cells, content)
        else extendCell(cells, asCodeSpan(content))
      })
    }
  }
  return cells
}

const readRow = (state: BlockState, line: string, leadingPipe: boolean): string[] => {
  const cells = readCells(state, line)
  if (leadingPipe && strip(cells[0] ?? '') === '') cells.shift()
  if (strip(cells[cells.length - 1] ?? '') === '') cells.pop()
  for (let index = 0; index < cells.length; index++) cells[index] = strip(cells[index]!)
  return cells
}

interface Rows {
  readonly hasFooter: boolean
  /** Those of the last group, which may turn out to be the footer. */
  readonly rest: TableRows
  readonly columns: number
  /** How many cells the rows lack that are shorter than others. */
  readonly missing: number
  /** The line that says how columns are aligned: read only once there is a table. */
  readonly alignedBy: string
}

const addGroup = (table: Element, type: string, rows: TableRows): void => {
  const group = new Element(type, '', rows.lines[0] ?? table.line)
  group.meta = { rows }
  addChild(table, group)
}

const readRows = (state: BlockState, table: Element): Rows => {
  const { src } = state
  const leadingPipe = src.charCodeAt(skipSpaces(src, state.pos)) === 124
  let alignedBy = ''
  let rows = createTableRows()
  let columns = 0
  let rowCount = 0
  let cellCount = 0
  let hasFooter = false
  const first = lineEnd(src, state.pos)
  if (isSeparator(src, state.pos, first, 45)) state.pos = first
  while (state.pos < src.length) {
    const { pos } = state
    const end = lineEnd(src, pos)
    if (!hasPipe(state, pos, end)) break
    if (isSeparator(src, pos, end, 45)) {
      if (rows.lines.length > 0 && alignedBy === '' && !hasFooter) {
        addGroup(table, 'thead', rows)
        alignedBy = src.slice(pos, end)
        rows = createTableRows()
      } else if (rows.lines.length > 0 && !hasFooter) {
        addGroup(table, 'tbody', rows)
        rows = createTableRows()
      }
    } else if (isSeparator(src, pos, end, 61)) {
      if (rows.lines.length > 0) addGroup(table, 'tbody', rows)
      rows = createTableRows()
      hasFooter = true
    } else {
      let stop = end - 1
      while (stop > pos && isBlank(src.charCodeAt(stop - 1))) stop--
      const cells = readRow(state, src.slice(pos, stop), leadingPipe)
      columns = Math.max(columns, cells.length)
      rowCount++
      cellCount += cells.length
      addTableRow(rows, cells, currentLine(state))
    }
    state.pos = end
  }
  return { hasFooter, rest: rows, columns, missing: rowCount * columns - cellCount, alignedBy }
}

// Whether every line has a pipe that is not in code. Only code spans and HTML can hide one.
const hasPipesOutsideCode = (state: BlockState, text: string): boolean => {
  if (!text.includes('`') && !text.includes('<')) return true
  let pipeOnLine = false
  let isDecided = false
  parseSpanText(state, text, 'codespan span_html', ({ type, content }) => {
    if (isDecided || (content === '' && type !== 'codespan')) return
    const lines = splitLines(content)
    if (type === 'codespan') {
      isDecided = lines.length > 2 || (lines.length === 2 && !pipeOnLine)
      if (!isDecided && lines.length === 2) pipeOnLine = false
    } else {
      isDecided = lines.length > 1 && !pipeOnLine && !lineHasPipe(lines[0])
      if (!isDecided) pipeOnLine = (lines.length > 1 ? false : pipeOnLine) || lineHasPipe(lines[lines.length - 1])
    }
  })
  return pipeOnLine
}

// One very long row, and very many short ones would get as many cells as their numbers multiplied.
const MOST_MISSING = 500_000

const evenOut = (table: Element, { columns, missing, alignedBy }: Rows): void => {
  if (missing <= MOST_MISSING) for (const group of table.children) if (group.meta !== null) group.meta.columns = columns
  const alignment = readAlignment(alignedBy)
  while (alignment.length < columns) alignment.push('default')
  alignment.length = columns
  table.meta = { alignment }
}

export const table: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (isSpace(src.charCodeAt(start)) || !hasPipe(state, start, lineEnd(src, start)) || !afterBoundary(state))
    return false
  const list = state.pendingList
  const element = newBlock(state, 'table')
  const back = (): false => {
    state.pos = pos
    return false
  }
  const rows = readRows(state, element)
  const { hasFooter, rest } = rows
  if (!beforeBoundary(src, state.pos)) return back()
  if (!hasPipesOutsideCode(state, src.slice(pos, state.pos - 1))) return back()
  if (rest.lines.length > 0) addGroup(element, hasFooter ? 'tfoot' : 'tbody', rest)
  if (!element.children.some(({ type }) => type === 'tbody')) {
    warn(state.document, `Found table without body on line ${element.line} - ignoring it`, element.line)
    return back()
  }
  evenOut(element, rows)
  element.endLine = currentLine(state) - 1
  element.ial = list
  addChild(state.tree, element)
  return true
}
