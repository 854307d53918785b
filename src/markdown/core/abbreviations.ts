// Abbreviations are put into the finished tree: every text is searched for the words that are defined.

import type { Document } from '../document.ts'
import { append, type Element, leaf } from '../element.ts'
import { type AbbreviationWords, createAbbreviationWords } from './abbreviation-words.ts'
import { addRendered, createRendered, type Rendered } from './rendered.ts'

/** Renders spans that are finished. */
type RenderSpans = (spans: Element[]) => string

const VERY_MANY = 200

// With `render`, of very many pieces the first are rendered before the last are made.
const splitText = (
  words: AbbreviationWords,
  { content: text, line }: Element,
  render: RenderSpans | undefined,
): Element[] => {
  let pieces: Element[] = []
  let rendered: Rendered | undefined
  let at = 0
  for (let place = words.nextPlace(text, 0); place >= 0; place = words.nextPlace(text, at)) {
    let start = place
    let end = words.endOf(text, start)
    if (end < 0) {
      start += String.fromCodePoint(text.codePointAt(start) ?? 32).length
      end = words.endOf(text, start)
    }
    if (end <= start) break
    pieces.push(leaf('text', text.slice(at, start), line), leaf('abbreviation', text.slice(start, end), line))
    at = end
    if (render === undefined || pieces.length < VERY_MANY) continue
    rendered ??= createRendered()
    addRendered(rendered, render(pieces))
    pieces = []
  }
  pieces.push(leaf('text', text.slice(at), line))
  return rendered === undefined ? pieces : [rendered.done, rendered.open, ...pieces]
}

const replaceIn = (words: AbbreviationWords, element: Element, render: RenderSpans | undefined): void => {
  if (element.children.length === 0) return
  const children: Element[] = []
  for (const child of element.children) {
    if (child.type !== 'text' || element.contentModel === 'raw') {
      replaceIn(words, child, render)
      children.push(child)
    } else if (words.nextPlace(child.content, 0) >= 0) append(children, splitText(words, child, render))
    else children.push(child)
  }
  element.children = children
}

/** Makes the function that replaces abbreviations below an element; what `render` is given is let go at once. */
export const createReplacer = (document: Document): ((element: Element, render?: RenderSpans) => void) => {
  if (document.abbreviations.size === 0) return () => {}
  const words = createAbbreviationWords(document.abbreviations.keys())
  return (element, render) => replaceIn(words, element, render)
}
