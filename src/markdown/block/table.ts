// Tables. Every line must have a pipe outside of code, and the table must stand between boundaries; everything else is optional: the
// separator lines make header, bodies and footer of what is between them.

import { warn } from '../document.ts'
import { type Alignment, addChild, append, Element } from '../element.ts'
import { parseSpanText } from '../inline/parse.ts'
import { isBlank, LF, lineEnd, skipBlanks, skipIndent, skipSpaces, splitLines, strip } from '../text.ts'
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

const CODE_ELEMENT = /(<code[^\n]*?>[^\n]*?<\/code>)/

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
  const pieces = row.includes('</code>') ? row.split(CODE_ELEMENT) : [row]
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) extendCell(cells, piece)
    else if (!piece.includes('`')) {
      if (piece !== '') splitCells(cells, piece)
    } else {
      const root = parseSpanText(state.md, state.document, piece, 'codespan')
      for (const child of root.children) {
        if (child.type === 'raw_text') splitCells(cells, child.content)
        else extendCell(cells, asCodeSpan(child.content))
      }
    }
  }
  return cells
}

const readRow = (state: BlockState, line: string, leadingPipe: boolean): Element => {
  const cells = readCells(state, line)
  if (leadingPipe && strip(cells[0] ?? '') === '') cells.shift()
  if (strip(cells[cells.length - 1] ?? '') === '') cells.pop()
  for (let index = 0; index < cells.length; index++) cells[index] = strip(cells[index]!)
  const element = new Element('tr', '', currentLine(state))
  element.meta = { cells }
  return element
}

interface Rows {
  readonly table: Element
  readonly hasFooter: boolean
  readonly rest: Element[]
}

const addGroup = (table: Element, type: string, rows: Element[]): void => {
  const group = new Element(type, '', rows[0]?.line ?? table.line)
  group.children = rows
  addChild(table, group)
}

const readRows = (state: BlockState, table: Element): Rows => {
  const { src } = state
  const leadingPipe = src.charCodeAt(skipSpaces(src, state.pos)) === 124
  const alignment: Alignment[] = []
  table.meta = { alignment }
  let rows: Element[] = []
  let hasFooter = false
  const first = lineEnd(src, state.pos)
  if (isSeparator(src, state.pos, first, 45)) state.pos = first
  while (state.pos < src.length) {
    const { pos } = state
    const end = lineEnd(src, pos)
    if (!hasPipe(state, pos, end)) break
    if (isSeparator(src, pos, end, 45)) {
      if (rows.length > 0 && alignment.length === 0 && !hasFooter) {
        addGroup(table, 'thead', rows)
        append(alignment, readAlignment(src.slice(pos, end)))
        rows = []
      } else if (rows.length > 0 && !hasFooter) {
        addGroup(table, 'tbody', rows)
        rows = []
      }
    } else if (isSeparator(src, pos, end, 61)) {
      if (rows.length > 0) addGroup(table, 'tbody', rows)
      rows = []
      hasFooter = true
    } else {
      let stop = end - 1
      while (stop > pos && isBlank(src.charCodeAt(stop - 1))) stop--
      rows.push(readRow(state, src.slice(pos, stop), leadingPipe))
    }
    state.pos = end
  }
  return { table, hasFooter, rest: rows }
}

// Whether every line has a pipe that is not in code. Only code spans and HTML can hide one.
const hasPipesOutsideCode = (state: BlockState, text: string): boolean => {
  if (!text.includes('`') && !text.includes('<')) return true
  let pipeOnLine = false
  for (const child of parseSpanText(state.md, state.document, text, 'codespan span_html').children) {
    if (child.content === '' && child.type !== 'codespan') continue
    const lines = splitLines(child.content)
    if (child.type === 'codespan') {
      if (lines.length > 2 || (lines.length === 2 && !pipeOnLine)) break
      if (lines.length === 2) pipeOnLine = false
    } else {
      if (lines.length > 1 && !pipeOnLine && !lineHasPipe(lines[0])) break
      pipeOnLine = (lines.length > 1 ? false : pipeOnLine) || lineHasPipe(lines[lines.length - 1])
    }
  }
  return pipeOnLine
}

const evenOut = (table: Element): void => {
  const rows = table.children.flatMap((group) => group.children.map((row) => row.meta?.cells ?? []))
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  for (const cells of rows) while (cells.length < columns) cells.push('')
  const alignment = table.meta?.alignment ?? []
  while (alignment.length < columns) alignment.push('default')
  alignment.length = columns
}

export const table: BlockRule = (state) => {
  const { src, pos } = state
  const start = skipIndent(src, pos)
  if (skipBlanks(src, start) !== start || !hasPipe(state, start, lineEnd(src, start)) || !afterBoundary(state))
    return false
  const list = state.pendingList
  const element = newBlock(state, 'table')
  const back = (): false => {
    state.pos = pos
    return false
  }
  const { hasFooter, rest } = readRows(state, element)
  if (!beforeBoundary(src, state.pos)) return back()
  if (!hasPipesOutsideCode(state, src.slice(pos, state.pos - 1))) return back()
  if (rest.length > 0) addGroup(element, hasFooter ? 'tfoot' : 'tbody', rest)
  if (!element.children.some(({ type }) => type === 'tbody')) {
    warn(state.document, `Found table without body on line ${element.line} - ignoring it`, element.line)
    return back()
  }
  evenOut(element)
  element.endLine = currentLine(state) - 1
  element.ial = list
  addChild(state.tree, element)
  return true
}
