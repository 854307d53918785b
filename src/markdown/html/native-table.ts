// Tables of HTML that kramdown could have written: all rows of one length, cells with text only, one alignment for each column.

import { type Alignment, Element, getAttribute, removeAttribute, setAttribute } from '../element.ts'
import { strip } from '../text.ts'
import { become } from './become.ts'
import { BLOCK_ELEMENTS } from './names.ts'
import { removeText } from './native-space.ts'

const isCell = ({ content }: Element): boolean => content === 'td' || content === 'th'

const hasTextOnly = (element: Element): boolean =>
  element.children.every((child) => (child.type === 'text' || !BLOCK_ELEMENTS.has(child.content)) && hasTextOnly(child))

// The elements below that `wanted` picks; what is in those is not searched.
const collect = (element: Element, wanted: (element: Element) => boolean): Element[] =>
  element.children.flatMap((child) => (wanted(child) ? [child] : collect(child, wanted)))

const ALIGN = /text-align:[ \t\n]+(center|left|right|justify|inherit)/

const alignmentsOf = (row: Element): readonly string[] =>
  row.children.filter(isCell).map((cell) => ALIGN.exec(getAttribute(cell.attrs, 'style') ?? '')?.[1] ?? 'default')

const holdsOnly = (group: Element, cell: string): boolean =>
  group.children.every(
    (row) =>
      (row.content === 'tr' || row.type === 'text') &&
      row.children.every((child) => child.content === cell || child.type === 'text'),
  )

const isSimple = (table: Element): boolean => {
  if (!collect(table, isCell).every(hasTextOnly)) return false
  const rows = collect(table, ({ content }) => content === 'tr')
  const alignments = rows.map(alignmentsOf)
  const first = alignments[0]
  if (first === undefined || first.length === 0) return false
  if (alignments.some((row) => row.length !== first.length || row.join() !== first.join())) return false
  if (first.includes('justify') || first.includes('inherit')) return false
  if (holdsOnly(table, 'td')) return true
  return (
    table.children.some(({ content }) => content === 'tbody') &&
    table.children.every(
      (group) =>
        group.type === 'text' ||
        (group.content === 'thead' && holdsOnly(group, 'th')) ||
        ((group.content === 'tfoot' || group.content === 'tbody') && holdsOnly(group, 'td')),
    )
  )
}

const TAKEN_ALIGN = /(?:;[ \t\n]*)?text-align:[ \t\n]+(center|left|right)/

const takeAlignment = (cell: Element): Alignment => {
  const style = getAttribute(cell.attrs, 'style')
  if (style === undefined || cell.attrs === null) return 'default'
  const align = TAKEN_ALIGN.exec(style)?.[1]
  const rest = style.replace(TAKEN_ALIGN, '')
  if (strip(rest) === '') removeAttribute(cell.attrs, 'style')
  else setAttribute(cell.attrs, 'style', rest)
  return align === 'center' || align === 'left' || align === 'right' ? align : 'default'
}

/** Says whether the table was one that can be native; if not, nothing is changed. */
export const convertTable = (table: Element, convertChildren: (element: Element) => void): boolean => {
  if (!isSimple(table)) return false
  removeText(table)
  convertChildren(table)
  become(table, 'table')
  let alignment: Alignment[] = []
  for (const row of collect(table, ({ type }) => type === 'tr')) alignment = row.children.map(takeAlignment)
  table.meta = { alignment }
  table.children = table.children.filter(({ type }) => type !== 'html_element')
  for (const cell of collect(table, ({ type }) => type === 'th')) cell.type = 'td'
  if (table.children[0]?.type === 'tr') {
    const body = new Element('tbody', '', table.line)
    body.children = table.children
    table.children = [body]
  }
  return true
}
