import { Element } from '../element.ts'
import { entity, findEntity } from '../entities.ts'

const ENTITY = /&(?:([\w:][\w.:-]*)|#(\d+)|#x([0-9a-fA-F]+));/g
const SPACES = /[ \t\n\v\f\r]+/g
const QUOTES = new Set(['lsquo', 'rsquo', 'ldquo', 'rdquo'])
const SYMBOLS = new Set(['mdash', 'ndash', 'hellip', 'laquo', 'raquo'])

const entityElement = (match: RegExpMatchArray): Element | undefined => {
  const [original, name, decimal, hex] = match
  if (name !== undefined && QUOTES.has(name)) return new Element('smart_quote', name)
  if (name !== undefined && SYMBOLS.has(name)) return new Element('typographic_sym', name)
  const found = findEntity(name ?? (decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)))
  if (found === undefined) return undefined
  const element = new Element('entity')
  element.meta = { entity: found, original }
  return element
}

const ampersand = (): Element => {
  const element = new Element('entity')
  element.meta = { entity: entity('amp') }
  return element
}

/** The text of an HTML element as text and entities; white space is one space unless it `preserves` that. */
export const splitEntities = ({ content, line }: Element, preserves: boolean): Element[] => {
  const text = preserves ? content : content.replace(SPACES, ' ')
  const pieces: Element[] = []
  let at = 0
  for (const match of text.matchAll(ENTITY)) {
    pieces.push(new Element('text', text.slice(at, match.index), line))
    const found = entityElement(match)
    pieces.push(found ?? ampersand())
    at = match.index + (found === undefined ? 1 : match[0].length)
  }
  if (at < text.length) pieces.push(new Element('text', text.slice(at), line))
  return pieces
}
