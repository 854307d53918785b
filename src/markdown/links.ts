// The link definitions of a document. Before the first of them is asked for they are no more than text: a table of very many, made while
// all else is made, costs several times as much as one that is made at once.

import type { Element } from './element.ts'
import { flatten, LONG_PIECE } from './text.ts'

export interface LinkDefinition {
  readonly url: string
  readonly title: string | undefined
  /** The marker in the tree that a following attribute list may have been added to. */
  readonly marker: Element | undefined
}

interface NewLink extends LinkDefinition {
  readonly id: string
  readonly line: number
}

export interface Links {
  /** By normalized id. */
  readonly known: Map<string, LinkDefinition>
  /** Texts of later ones. */
  packs: string[]
  open: string
  /** The one that was defined last, which an attribute list may still be added to. */
  last: NewLink | undefined
}

export const createLinks = (): Links => ({ known: new Map(), packs: [], open: '', last: undefined })

/** What is said of an id that is defined again. */
type Complain = (id: string, line: number) => void

const makeKnown = ({ known }: Links, { id, line, url, title, marker }: NewLink, complain: Complain): void => {
  const { size } = known
  known.set(id, { url, title, marker })
  if (known.size === size) complain(id, line)
}

/** Makes all of them known. */
export const settleLinks = (links: Links, complain: Complain): void => {
  const { packs, open, last } = links
  if (open !== '') packs.push(open)
  links.packs = []
  links.open = ''
  links.last = undefined
  for (const pack of packs) {
    // None of the texts has a line feed.
    const texts = pack.split('\n')
    for (let at = 0; at < texts.length - 1; at += 4) {
      const [id = '', line, url = '', title = ''] = texts.slice(at, at + 4)
      const link = { url, title: title === '' ? undefined : title.slice(1), marker: undefined }
      makeKnown(links, { id, line: Number(line), ...link }, complain)
    }
  }
  if (last !== undefined) makeKnown(links, last, complain)
}

/** Adds a definition. `isLastBare` is whether certainly no attribute list was or will be added to the one before. */
export const addLink = (links: Links, link: NewLink, isLastBare: boolean, complain: Complain): void => {
  const { last } = links
  if (last !== undefined && isLastBare) {
    links.open += `${last.id}\n${last.line}\n${last.url}\n${last.title === undefined ? '' : `=${last.title}`}\n`
    if (links.open.length > LONG_PIECE) {
      links.packs.push(flatten(links.open))
      links.open = ''
    }
  } else if (last !== undefined) settleLinks(links, complain)
  links.last = link
}
