// Abbreviations are put into the finished tree: every text is searched for the words that are defined.

import type { Document } from '../document.ts'
import { append, type Element, leaf } from '../element.ts'
import { addRendered, createRendered, type Rendered } from './rendered.ts'

const SPECIAL = /[.*+?^${}()|[\]\\/]/g
const SPACE = /[ \t\n\v\f\r]/g

interface Patterns {
  /** Any of the words. */
  readonly any: RegExp
  readonly anyHere: RegExp
  /** A place before one of them that stands alone: a character that is part of no word, or the start of a line. */
  readonly place: RegExp
  readonly startHere: RegExp
}

const createPatterns = (document: Document): Patterns => {
  const words = [...document.abbreviations.keys()].sort((a, b) => b.length - a.length)
  const union = words.map((word) => word.replace(SPECIAL, '\\$&').replace(SPACE, '[ \\t\\n\\v\\f\\r\\p{Z}]+')).join('|')
  return {
    any: new RegExp(union, 'u'),
    anyHere: new RegExp(union, 'uy'),
    place: new RegExp(`(?=(?:[^a-zA-Z0-9_]|^)(?:${union})(?![a-zA-Z0-9_]))`, 'gum'),
    startHere: new RegExp(`(?:${union})(?![a-zA-Z0-9_])`, 'uy'),
  }
}

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

// The next place from `at` on; `at` itself counts as the start of a line.
const nextPlace = (patterns: Patterns, text: string, at: number): number => {
  if (matchAt(patterns.startHere, text, at) !== undefined) return at
  patterns.place.lastIndex = at
  return patterns.place.exec(text)?.index ?? -1
}

/** Renders spans that are finished. */
type RenderSpans = (spans: Element[]) => string

const VERY_MANY = 200

// With `render`, of very many pieces the first are rendered before the last are made.
const splitText = (
  patterns: Patterns,
  { content: text, line }: Element,
  render: RenderSpans | undefined,
): Element[] => {
  let pieces: Element[] = []
  let rendered: Rendered | undefined
  let at = 0
  for (let place = nextPlace(patterns, text, 0); place >= 0; place = nextPlace(patterns, text, at)) {
    let start = place
    let word = matchAt(patterns.anyHere, text, start)
    if (word === undefined) {
      start += String.fromCodePoint(text.codePointAt(start) ?? 32).length
      word = matchAt(patterns.anyHere, text, start)
    }
    if (word === undefined || word === '') break
    pieces.push(leaf('text', text.slice(at, start), line), leaf('abbreviation', word, line))
    at = start + word.length
    if (render === undefined || pieces.length < VERY_MANY) continue
    rendered ??= createRendered()
    addRendered(rendered, render(pieces))
    pieces = []
  }
  pieces.push(leaf('text', text.slice(at), line))
  return rendered === undefined ? pieces : [rendered.done, rendered.open, ...pieces]
}

const replaceIn = (patterns: Patterns, element: Element, render: RenderSpans | undefined): void => {
  if (element.children.length === 0) return
  const children: Element[] = []
  for (const child of element.children) {
    if (child.type !== 'text' || element.contentModel === 'raw') {
      replaceIn(patterns, child, render)
      children.push(child)
    } else if (patterns.any.test(child.content)) append(children, splitText(patterns, child, render))
    else children.push(child)
  }
  element.children = children
}

/** Makes the function that replaces abbreviations below an element; what `render` is given is let go at once. */
export const createReplacer = (document: Document): ((element: Element, render?: RenderSpans) => void) => {
  if (document.abbreviations.size === 0) return () => {}
  const patterns = createPatterns(document)
  return (element, render) => replaceIn(patterns, element, render)
}
