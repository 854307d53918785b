// Takes a YAML text apart into tokens as libyaml does, whose rules are looser than YAML's in some places and stricter in others. That a
// text is a key shows only at the colon behind it: whatever may be one is noted, and the tokens that say so are put in before it.
import {
  type Cursor,
  codeAt,
  columnOf,
  isBreak,
  isDocumentMark,
  isGap,
  refuse,
  skipToBreak,
  takeBreak,
  type YamlOptions,
} from './cursor.ts'
import { takeDirective, takeName, takeTag } from './properties.ts'
import { takeBlockScalar, takePlainScalar, takeQuotedScalar } from './scalars.ts'

export type TokenKind =
  | 'end'
  | 'version'
  | 'tag prefix'
  | 'document start'
  | 'document end'
  | 'block list'
  | 'block hash'
  | 'block end'
  | 'flow list'
  | 'flow list end'
  | 'flow hash'
  | 'flow hash end'
  | 'block entry'
  | 'flow entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'plain'
  | 'quoted'

export interface Token {
  readonly kind: TokenKind
  readonly at: number
  /** A scalar's text, an anchor's or alias' name, a tag without its handle, a directive's text. */
  readonly value: string
  /** Of a tag, and of the directive that gives a prefix to one. */
  readonly handle: string
}

/** What may turn out to be a key, one for each level of flow collections. */
interface PossibleKey {
  isPossible: boolean
  /** Is there nothing else that it could be? */
  isRequired: boolean
  /** Counted from the first token of all. */
  number: number
  at: number
  line: number
  column: number
}

export interface Scanner extends Cursor {
  readonly tokens: Token[]
  /** The first of `tokens` that is not taken yet. */
  head: number
  taken: number
  /** Is it settled that nothing comes before the token at the head? */
  isReady: boolean
  /** The column of the innermost block collection; -1 outside of all. */
  indent: number
  readonly indents: number[]
  readonly keys: PossibleKey[]
  keyAllowed: boolean
}

// A key is on one line, and no longer than this.
const LONGEST_KEY = 1024

const noKey = (): PossibleKey => ({ isPossible: false, isRequired: false, number: 0, at: 0, line: 0, column: 0 })

export const createScanner = (text: string, options: YamlOptions): Scanner => ({
  text,
  options,
  at: 0,
  line: 0,
  lineStart: 0,
  tokens: [],
  head: 0,
  taken: 0,
  isReady: false,
  indent: -1,
  indents: [],
  keys: [noKey()],
  keyAllowed: true,
})

const isInFlow = (scanner: Scanner): boolean => scanner.keys.length > 1

const push = (scanner: Scanner, kind: TokenKind, at: number, value = ''): void => {
  scanner.tokens.push({ kind, at, value, handle: '' })
}

/** The token of one or more characters that is here. */
const pushMark = (scanner: Scanner, kind: TokenKind, length = 1): void => {
  push(scanner, kind, scanner.at)
  scanner.at += length
}

/** Puts a token before the one of the given number. */
const insert = (scanner: Scanner, kind: TokenKind, at: number, number: number): void => {
  scanner.tokens.splice(scanner.head + number - scanner.taken, 0, { kind, at, value: '', handle: '' })
}

const nextNumber = (scanner: Scanner): number => scanner.taken + scanner.tokens.length - scanner.head

const openBlock = (
  scanner: Scanner,
  kind: TokenKind,
  column: number,
  at: number,
  number = nextNumber(scanner),
): void => {
  if (isInFlow(scanner) || scanner.indent >= column) return
  scanner.indents.push(scanner.indent)
  scanner.indent = column
  insert(scanner, kind, at, number)
}

const closeBlocks = (scanner: Scanner, column: number): void => {
  if (isInFlow(scanner)) return
  while (scanner.indent > column) {
    push(scanner, 'block end', scanner.at)
    scanner.indent = scanner.indents.pop() ?? -1
  }
}

const isFar = (scanner: Scanner, from: number): boolean => {
  const length = scanner.at - from
  // A character beyond the first plane is one here, and two in our count.
  return length > LONGEST_KEY && (length > 2 * LONGEST_KEY || [...scanner.text.slice(from, scanner.at)].length > LONGEST_KEY) // biome-ignore format: one line
}

const isStale = (scanner: Scanner, key: PossibleKey): boolean => key.line < scanner.line || isFar(scanner, key.at)

const refuseKeyless = (scanner: Scanner, { at }: PossibleKey): never =>
  refuse(scanner, at, 'A key has no colon behind it', 'Write "key: value", or indent the line if it goes on from the last.') // biome-ignore format: one line

const dropKey = (scanner: Scanner): void => {
  const key = scanner.keys[scanner.keys.length - 1]!
  if (key.isPossible && key.isRequired) refuseKeyless(scanner, key)
  key.isPossible = false
}

/** Notes that what is here may be a key. */
const noteKey = (scanner: Scanner): void => {
  if (!scanner.keyAllowed) return
  dropKey(scanner)
  const column = columnOf(scanner)
  const key = scanner.keys[scanner.keys.length - 1]!
  key.isPossible = true
  key.isRequired = !isInFlow(scanner) && scanner.indent === column
  key.number = nextNumber(scanner)
  key.at = scanner.at
  key.line = scanner.line
  key.column = column
}

const BYTE_ORDER_MARK = 0xfeff

const nextCode = (scanner: Scanner): number => {
  scanner.at++
  return codeAt(scanner)
}

const skipToToken = (scanner: Scanner): void => {
  for (;;) {
    let code = codeAt(scanner)
    // A byte order mark may begin any line.
    if (code === BYTE_ORDER_MARK && scanner.at === scanner.lineStart) code = nextCode(scanner)
    while (code === 32 || (code === 9 && (isInFlow(scanner) || !scanner.keyAllowed))) {
      code = nextCode(scanner)
    }
    if (code === 35) {
      skipToBreak(scanner)
      code = codeAt(scanner)
    }
    if (!isBreak(code)) return
    takeBreak(scanner)
    if (!isInFlow(scanner)) scanner.keyAllowed = true
  }
}

const endBlocks = (scanner: Scanner): void => {
  closeBlocks(scanner, -1)
  dropKey(scanner)
  scanner.keyAllowed = false
}

const openFlow = (scanner: Scanner, kind: TokenKind): void => {
  noteKey(scanner)
  scanner.keys.push(noKey())
  scanner.keyAllowed = true
  pushMark(scanner, kind)
}

const closeFlow = (scanner: Scanner, kind: TokenKind): void => {
  dropKey(scanner)
  if (isInFlow(scanner)) scanner.keys.pop()
  scanner.keyAllowed = false
  pushMark(scanner, kind)
}

const fetchFlowEntry = (scanner: Scanner): void => {
  dropKey(scanner)
  scanner.keyAllowed = true
  pushMark(scanner, 'flow entry')
}

const fetchBlockEntry = (scanner: Scanner): void => {
  if (!isInFlow(scanner)) {
    if (!scanner.keyAllowed)
      refuse(scanner, scanner.at, 'A list begins within a line', 'Begin it on the next line, or quote the hyphen.')
    openBlock(scanner, 'block list', columnOf(scanner), scanner.at)
  }
  dropKey(scanner)
  scanner.keyAllowed = true
  pushMark(scanner, 'block entry')
}

const fetchKey = (scanner: Scanner): void => {
  if (!isInFlow(scanner)) {
    if (!scanner.keyAllowed)
      refuse(
        scanner,
        scanner.at,
        'A key begins within a line',
        'Begin it on the next line, or quote the question mark.',
      )
    openBlock(scanner, 'block hash', columnOf(scanner), scanner.at)
  }
  dropKey(scanner)
  scanner.keyAllowed = !isInFlow(scanner)
  pushMark(scanner, 'key')
}

const fetchValue = (scanner: Scanner): void => {
  const key = scanner.keys[scanner.keys.length - 1]!
  if (key.isPossible && !isStale(scanner, key)) {
    insert(scanner, 'key', key.at, key.number)
    openBlock(scanner, 'block hash', key.column, key.at, key.number)
    key.isPossible = false
    scanner.keyAllowed = false
  } else {
    if (!isInFlow(scanner)) {
      if (!scanner.keyAllowed)
        refuse(scanner, scanner.at, 'A value holds another colon', 'Quote a value that holds a colon and a blank.')
      openBlock(scanner, 'block hash', columnOf(scanner), scanner.at)
    }
    scanner.keyAllowed = !isInFlow(scanner)
  }
  pushMark(scanner, 'value')
}

const fetchName = (scanner: Scanner, kind: 'anchor' | 'alias'): void => {
  const { at } = scanner
  noteKey(scanner)
  scanner.keyAllowed = false
  push(scanner, kind, at, takeName(scanner))
}

const fetchTag = (scanner: Scanner): void => {
  const { at } = scanner
  noteKey(scanner)
  scanner.keyAllowed = false
  scanner.tokens.push({ kind: 'tag', at, ...takeTag(scanner, isInFlow(scanner)) })
}

const fetchBlockScalar = (scanner: Scanner): void => {
  const { at } = scanner
  dropKey(scanner)
  scanner.keyAllowed = true
  push(scanner, 'quoted', at, takeBlockScalar(scanner, scanner.indent))
}

const fetchQuoted = (scanner: Scanner): void => {
  const { at } = scanner
  noteKey(scanner)
  scanner.keyAllowed = false
  push(scanner, 'quoted', at, takeQuotedScalar(scanner))
}

const fetchPlain = (scanner: Scanner): void => {
  const { at } = scanner
  noteKey(scanner)
  const { value, endsLine } = takePlainScalar(scanner, scanner.indent + 1, isInFlow(scanner))
  scanner.keyAllowed = endsLine
  push(scanner, 'plain', at, value)
}

const fetchDirective = (scanner: Scanner): void => {
  const { at } = scanner
  endBlocks(scanner)
  scanner.tokens.push({ at, ...takeDirective(scanner) })
}

const fetchDocumentMark = (scanner: Scanner): void => {
  endBlocks(scanner)
  pushMark(scanner, codeAt(scanner) === 45 ? 'document start' : 'document end', 3)
}

const fetchEnd = (scanner: Scanner): void => {
  // The end counts as a line of its own, on which no key of an earlier one is open.
  if (columnOf(scanner) > 0) {
    scanner.line++
    scanner.lineStart = scanner.at
  }
  endBlocks(scanner)
  push(scanner, 'end', scanner.at)
}

const FETCH_MARK: Readonly<Record<string, (scanner: Scanner) => void>> = {
  '[': (scanner) => openFlow(scanner, 'flow list'),
  '{': (scanner) => openFlow(scanner, 'flow hash'),
  ']': (scanner) => closeFlow(scanner, 'flow list end'),
  '}': (scanner) => closeFlow(scanner, 'flow hash end'),
  ',': fetchFlowEntry,
  '*': (scanner) => fetchName(scanner, 'alias'),
  '&': (scanner) => fetchName(scanner, 'anchor'),
  '!': fetchTag,
  '"': fetchQuoted,
  "'": fetchQuoted,
}

// These may begin a plain scalar as well, for what comes next.
const fetchIndicator = (scanner: Scanner, mark: string): boolean => {
  const isAlone = isGap(codeAt(scanner, 1))
  const isFlow = isInFlow(scanner)
  if (mark === '-' && isAlone) fetchBlockEntry(scanner)
  else if (mark === '?' && (isFlow || isAlone)) fetchKey(scanner)
  else if (mark === ':' && (isFlow || isAlone)) fetchValue(scanner)
  else if ((mark === '|' || mark === '>') && !isFlow) fetchBlockScalar(scanner)
  else return false
  return true
}

const REFUSED = new Map([
  ['%', 'percent sign'],
  ['@', 'at sign'],
  ['`', 'backtick'],
  ['|', 'vertical line'],
  ['>', 'greater-than sign'],
  ['\t', 'tab'],
])

const refuseStart = (scanner: Scanner, name: string): never =>
  refuse(
    scanner,
    scanner.at,
    `No text begins with a ${name}`,
    name === 'tab' ? 'Indent with spaces only.' : 'Quote the text.',
  )

const fetchToken = (scanner: Scanner): void => {
  skipToToken(scanner)
  const outer = scanner.keys[0]!
  if (outer.isPossible && outer.isRequired && isStale(scanner, outer)) refuseKeyless(scanner, outer)
  closeBlocks(scanner, columnOf(scanner))
  const mark = scanner.text[scanner.at]
  const fetch = mark === undefined ? fetchEnd : FETCH_MARK[mark]
  if (mark === '%' && scanner.at === scanner.lineStart) fetchDirective(scanner)
  else if (isDocumentMark(scanner)) fetchDocumentMark(scanner)
  else if (fetch) fetch(scanner)
  else if (mark !== undefined && !fetchIndicator(scanner, mark)) {
    const refused = REFUSED.get(mark)
    if (refused !== undefined) refuseStart(scanner, refused)
    fetchPlain(scanner)
  }
}

// As long as the token at the head may be a key, something may have to be put in before it.
const isOpen = (scanner: Scanner): boolean =>
  scanner.head === scanner.tokens.length ||
  scanner.keys.some((key) => key.isPossible && key.number === scanner.taken && !isStale(scanner, key))

/** The next token, which stays. */
export const peek = (scanner: Scanner): Token => {
  if (!scanner.isReady) {
    while (isOpen(scanner)) fetchToken(scanner)
    scanner.isReady = true
  }
  return scanner.tokens[scanner.head]!
}

/** Takes the next token, which `peek` has shown. */
export const skip = (scanner: Scanner): void => {
  scanner.isReady = false
  scanner.taken++
  scanner.head++
  if (scanner.head < scanner.tokens.length) return
  scanner.tokens.length = 0
  scanner.head = 0
}
