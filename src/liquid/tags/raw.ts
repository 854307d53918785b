import { createBody } from '../block.ts'
import { syntaxError } from '../errors.ts'
import { type TagBuilder, tagNeverClosed } from '../parser.ts'

// raw and comment.

const LAST_TAG = /^([\s\S]*)\{%[ \t\r\n\f\v]*(\w+)[ \t\r\n\f\v]*([\s\S]*)?%\}$/

export const raw: TagBuilder = (head, parser) => {
  if (head.markup.trim() !== '') throw syntaxError("Syntax Error in 'raw' - Valid syntax: raw")
  let text = ''
  for (let token = parser.shift(); token; token = parser.shift()) {
    const match = token.text.endsWith('%}') ? LAST_TAG.exec(token.text) : null
    // quirk(liquid): text before a tag within one token is kept twice over unless the tag ends the block.
    if (match) text += match[1]
    if (match?.[2] === 'endraw') return { render: text === '' ? () => '' : (() => text), kind: 'block', blank: text === '', steady: true } // biome-ignore format: one value
    text += token.text
  }
  throw tagNeverClosed(head.name)
}

/** The inside is parsed, so that it must be whole, and thrown away. Tags that are not known are let pass. */
export const comment: TagBuilder = (head, parser) => {
  const body = createBody()
  const { effects } = parser
  parser.effects = undefined
  parser.block(head, body, () => body)
  parser.effects = effects
  return { render: () => '', kind: 'block', blank: true, steady: true }
}
