import { copyAttributes, getAttribute, setAttribute } from '../element.ts'
import { entity } from '../entities.ts'
import { blockHtml, inner, type Render, renderEntity } from './state.ts'

/** A cell: a header's in the head, aligned as its column is. */
export const tableCell: Render = (element, indent, state) => {
  const { stack } = state
  const body = inner(element, indent, state)
  const row = stack[stack.length - 1]
  const name = stack[stack.length - 2]?.type === 'thead' ? 'th' : 'td'
  const column = row?.children.indexOf(element) ?? 0
  const alignment = stack[stack.length - 3]?.meta?.alignment?.[column] ?? 'default'
  let { attrs } = element
  if (alignment !== 'default') {
    attrs = copyAttributes(attrs)
    const style = getAttribute(attrs, 'style')
    setAttribute(attrs, 'style', `${style === undefined ? '' : `${style}; `}text-align: ${alignment}`)
  }
  return blockHtml(name, attrs, body === '' ? renderEntity(entity('nbsp'), undefined, state) : body, indent)
}
