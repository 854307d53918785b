// Documents made of other documents: their lines put together anew, and pieces of them lost, doubled, moved or replaced.

import { createGrammar, SOUP } from './fuzz-markdown-grammar.mjs'

const JOINTS = ['\n', '\n\n', '\n\n', ' ', '\n> ', '\n\n* ', '\n\n    ', '\n^\n', '\r\n', '\n\n: ', ' | ', '\n{:.x}\n']

const splice = (parts, { int, pick }, pieces) => {
  const at = int(parts.length + 1)
  const length = 1 + int(3)
  const piece = parts.slice(at, at + length)
  const changes = [
    () => parts.splice(at, length),
    () => parts.splice(at, 0, ...piece),
    () => parts.splice(at, 0, pick(pieces)),
    () => parts.splice(at, length, pick(pieces)),
    () => parts.splice(int(parts.length + 1), 0, ...parts.splice(at, length)),
    () => parts.splice(at, length, ...piece.reverse()),
  ]
  pick(changes)()
}

const INDENTS = ['    ', '  ', '> ', '\t', '* ', '   ', '| ', ': ', '1. ', '[^1]: ']

const indentLines = (lines, { int, pick }) => {
  const from = int(lines.length)
  const indent = pick(INDENTS)
  const end = Math.min(lines.length, from + 1 + int(6))
  for (let i = from; i < end; i++) lines[i] = indent + lines[i]
}

/** Like the grammar of random documents, but of the lines of `texts`. */
export const createMixer = (random, texts) => {
  const grammar = createGrammar(random)
  const { int, pick, chance } = grammar
  const stretch = (most) => {
    const lines = pick(texts).split('\n')
    const from = int(lines.length)
    return lines.slice(from, from + 1 + int(most))
  }
  const mixed = () =>
    stretch(12).join('\n') + pick(JOINTS) + stretch(12).join('\n') + pick(JOINTS) + stretch(12).join('\n')
  const mutated = () => {
    const lines = stretch(50)
    for (let i = int(4); i > 0; i--)
      splice(lines, grammar, [...stretch(1), '', '{:.x}', grammar.piece(), '^', '>', '    '])
    if (chance(0.4)) indentLines(lines, grammar)
    // Whole characters: half of one is no text.
    const characters = [...lines.join('\n')]
    for (let i = int(5); i > 0; i--) splice(characters, grammar, SOUP)
    return characters.join('')
  }
  return { ...grammar, document: () => `${chance(0.5) ? mixed() : mutated()}\n` }
}
