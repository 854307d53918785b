// Finding the words that abbreviations are defined for: all of them at once, letter by letter. Of kramdown's regular expression there is
// an engine's limit to the size, and texts for which it never comes to an end.

import { isAsciiWord } from '../text.ts'

/** What the words have in common up to here. */
interface Node {
  readonly letters: Map<number, Node>
  /** Where so many spaces follow in a word. */
  blanks: Map<number, Node> | undefined
  isWord: boolean
}

export interface AbbreviationWords {
  /** Where the longest word ends that starts at `at`, or -1. */
  readonly endOf: (text: string, at: number) => number
  /** The next place from `at` on that a word stands alone at or behind, or -1. `at` itself counts as the start of a line. */
  readonly nextPlace: (text: string, at: number) => number
}

// Each place is compared with as much of a word. What is longer is no abbreviation.
const LONGEST = 200

// A space in a word stands for any number of blanks, as it is or broken between two lines. More than these are no part of a word.
const MOST_BLANKS = 100

const BLANK = /[ \t-\r\p{Z}]/u
const BLANKS = /[ \t-\r\p{Z}]+/gu
const SPACES = /( +)/

const isBlankAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : BLANK.test(text.charAt(at))
}

const createNode = (): Node => ({ letters: new Map(), blanks: undefined, isWord: false })

const childOf = <Key>(children: Map<Key, Node>, key: Key): Node => {
  const known = children.get(key)
  if (known !== undefined) return known
  const node = createNode()
  children.set(key, node)
  return node
}

// Spaces in turns with other blanks could be shared out in very many ways: they all count as spaces.
const simplifyBlanks = (run: string): string =>
  run.split(SPACES).filter((part) => part.startsWith(' ')).length > 1 ? ' '.repeat(run.length) : run

const addWord = (root: Node, word: string): void => {
  let node = root
  for (const [index, part] of word.replace(BLANKS, simplifyBlanks).split(SPACES).entries()) {
    if (index % 2 === 1) node = childOf((node.blanks ??= new Map()), part.length)
    else for (let at = 0; at < part.length; at++) node = childOf(node.letters, part.charCodeAt(at))
  }
  node.isWord = true
}

type Accepts = (text: string, end: number) => boolean

const findBehindBlanks = (blanks: Map<number, Node>, text: string, at: number, accepts: Accepts): number => {
  let most = 0
  while (most < MOST_BLANKS && isBlankAt(text, at + most)) most++
  let best = -1
  for (const [least, node] of blanks)
    for (let count = most; count >= least; count--) {
      const end = findEnd(node, text, at + count, accepts)
      best = Math.max(best, end)
      if (end >= 0) break
    }
  return best
}

// Where a word ends that starts with what led to the node, and goes on with what stands at `from`.
const findEnd = (from: Node, text: string, start: number, accepts: Accepts): number => {
  let best = -1
  let at = start
  for (let node: Node | undefined = from; node !== undefined; node = node.letters.get(text.charCodeAt(at++))) {
    if (node.isWord && accepts(text, at)) best = at
    if (node.blanks !== undefined) best = Math.max(best, findBehindBlanks(node.blanks, text, at, accepts))
  }
  return best
}

const always: Accepts = () => true
const endsAlone: Accepts = (text, end) => !isAsciiWord(text.charCodeAt(end))

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

export const createAbbreviationWords = (words: Iterable<string>): AbbreviationWords => {
  const root = createNode()
  for (const word of words) if (word.length <= LONGEST) addWord(root, word)
  const standsAt = (text: string, at: number): boolean => findEnd(root, text, at, endsAlone) >= 0
  return {
    endOf: (text, at) => findEnd(root, text, at, always),
    nextPlace: (text, at) => {
      if (standsAt(text, at)) return at
      for (let start = at + 1; start < text.length; start++) {
        const before = text.charCodeAt(start - 1)
        if (isAsciiWord(before) || !standsAt(text, start)) continue
        return isLowSurrogate(before) ? start - 2 : start - 1
      }
      return -1
    },
  }
}
