// The automatic excerpt: the text up to the first separator, with open Liquid blocks closed and used link definitions brought along.
// Counterpart: Jekyll::Excerpt.
import type { Warning } from '../util/error.ts'

const BLOCK_TAGS = new Set([
  'capture',
  'case',
  'comment',
  'for',
  'highlight',
  'if',
  'ifchanged',
  'raw',
  'tab',
  'tablerow',
  'tabs',
  'unless',
])

const TAG = /\{%-?\s*(\w+)\s*[\s\S]*?-?%\}/g
const LINK_DEFINITION = /^ {0,3}(\[[^\]\n]+\])(:.+)$/gm

export interface Excerpt {
  readonly text: string
  readonly warnings: readonly Warning[]
}

const closeBlocks = (head: string, separator: string, path: string): Excerpt => {
  let added = ''
  // Behind the last end there is no tag, and whoever looked for one from each beginning would be long at it.
  const tags = head.slice(0, head.lastIndexOf('%}') + 2)
  const names = new Set([...tags.matchAll(TAG)].map((match) => match[1] ?? '').reverse())
  for (const name of names) {
    if (!BLOCK_TAGS.has(name)) continue
    if (new RegExp(`\\{%-?\\s*end${name}[\\s\\S]*?-?%\\}`).test(added === '' ? tags : head + added)) continue
    added += `\n{% end${name} %}`
  }
  if (added === '') return { text: head, warnings: [] }
  const message = `Excerpt modified in ${path}! Found a Liquid block containing the excerpt separator ${JSON.stringify(separator)}.`
  const advice =
    'The block has been closed. Write an `excerpt` or an `excerpt_separator` in the front matter if that does not suit.'
  return { text: head + added, warnings: [{ message, place: { path }, advice }] }
}

/** The excerpt's source text, to be rendered like a document without layout. */
export const extractExcerpt = (content: string, separator: string, path: string): Excerpt => {
  const at = content.indexOf(separator)
  if (at < 0) return { text: content, warnings: [] }
  const tail = content.slice(at + separator.length)
  const head = content.slice(0, at)
  if (tail === '') return { text: head, warnings: [] }
  const { text, warnings } = head.includes('{%') ? closeBlocks(head, separator, path) : { text: head, warnings: [] }
  const definitions = tail.includes(']:')
    ? [...tail.matchAll(LINK_DEFINITION)]
        .filter((match) => text.includes(match[1] ?? ''))
        .map((match) => `${match[1]}${match[2]}`)
    : []
  return { text: definitions.length === 0 ? text : `${text}\n\n${definitions.join('\n')}`, warnings }
}
