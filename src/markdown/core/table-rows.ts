// The rows and cells of a table, which are no elements before they are settled: a long table waits for its end with no more than its text.

import { Element, leaf } from '../element.ts'

/** The rows of a group of a table. */
export interface TableRows {
  /** The texts of the rows, their cells apart by line feeds, some of them in one, apart by returns: no text has either. */
  readonly packs: string[]
  /** The source line of each row. */
  readonly lines: number[]
  /** The rows that are in no pack yet, or those of the pack that was asked for last. */
  open: string[]
  openPack: number
}

// A power of two.
const PACK = 64

export const createTableRows = (): TableRows => ({ packs: [], lines: [], open: [], openPack: 0 })

export const addTableRow = (rows: TableRows, cells: readonly string[], line: number): void => {
  rows.lines.push(line)
  rows.open.push(cells.join('\n'))
  if (rows.open.length < PACK) return
  rows.packs.push(rows.open.join('\r'))
  rows.open = []
  rows.openPack++
}

const rowText = (rows: TableRows, index: number): string => {
  const pack = Math.floor(index / PACK)
  if (pack !== rows.openPack) {
    if (rows.openPack === rows.packs.length) rows.packs.push(rows.open.join('\r'))
    rows.open = rows.packs[pack]?.split('\r') ?? []
    rows.openPack = pack
  }
  return rows.open[index % PACK] ?? ''
}

const tableRow = (rows: TableRows, index: number, columns: number | undefined): Element => {
  const cells = rowText(rows, index).split('\n')
  if (columns !== undefined) {
    while (cells.length < columns) cells.push('')
    if (cells.length > columns) cells.length = columns
  }
  const row = new Element('tr', '', rows.lines[index])
  row.meta = { cells }
  return row
}

const tableCell = (text: string, line: number): Element =>
  new Element('td', '', line, text === '' ? undefined : [leaf('raw_text', text, line)])

/** How many rows or cells an element has that are no elements yet. */
export const countHeld = ({ meta }: Element): number | undefined => meta?.cells?.length ?? meta?.rows?.lines.length

/** A row of a group, or a cell of a row, of which the text is known. */
export const makeHeld = ({ line, meta }: Element, index: number): Element =>
  meta?.rows === undefined ? tableCell(meta?.cells?.[index] ?? '', line) : tableRow(meta.rows, index, meta.columns)

/** Makes all of them the children that they are. */
export const makeAllHeld = (element: Element): void => {
  const count = countHeld(element)
  if (count === undefined) return
  element.children = Array.from({ length: count }, (_, index) => makeHeld(element, index))
  element.meta = null
}
