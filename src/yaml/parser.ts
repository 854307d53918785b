// The grammar of YAML over the scanner's tokens: says to a receiver what there is, one thing after the other. Counterpart: libyaml's parser,
// whose tolerance and strictness it shares.
import { refuse, type YamlOptions } from './cursor.ts'
import { createScanner, peek, type Scanner, skip, type Token, type TokenKind } from './scanner.ts'

export interface ScalarEvent {
  readonly value: string
  /** Is its type to be read out of the text, for it has no quotes or has a tag? */
  readonly isGuessed: boolean
  readonly tag: string | undefined
  readonly anchor: string | undefined
}

export interface Receiver {
  scalar(event: ScalarEvent, at: number): void
  alias(name: string, at: number): void
  open(isHash: boolean, anchor: string | undefined, at: number): void
  close(): void
}

interface Parser {
  readonly scanner: Scanner
  readonly receiver: Receiver
  readonly prefixes: Map<string, string>
  depth: number
}

interface Properties {
  readonly anchor: string | undefined
  readonly tag: string | undefined
}

const MAX_DEPTH = 400

const NO_PROPERTIES: Properties = { anchor: undefined, tag: undefined }

const nextIs = (parser: Parser, ...kinds: readonly TokenKind[]): boolean => kinds.includes(peek(parser.scanner).kind)

/** Takes the next token if it is of this kind. */
const takes = (parser: Parser, kind: TokenKind): boolean => {
  if (peek(parser.scanner).kind !== kind) return false
  skip(parser.scanner)
  return true
}

const refuseNext = ({ scanner }: Parser, message: string, advice: string): never =>
  refuse(scanner, peek(scanner).at, message, advice)

const resolveTag = (parser: Parser, { handle, value, at }: Token): string => {
  if (handle === '') return value
  const prefix = parser.prefixes.get(handle)
  if (prefix === undefined)
    refuse(parser.scanner, at, `Nothing says what the tag ${handle} means`, 'Quote a text that begins with an exclamation mark.') // biome-ignore format: one line
  return prefix + value
}

const takeProperties = (parser: Parser): Properties => {
  if (!nextIs(parser, 'anchor', 'tag')) return NO_PROPERTIES
  let anchor: string | undefined
  let tag: string | undefined
  for (;;) {
    const token = peek(parser.scanner)
    if (token.kind === 'anchor' && anchor === undefined) anchor = token.value
    else if (token.kind === 'tag' && tag === undefined) tag = resolveTag(parser, token)
    else return { anchor, tag }
    skip(parser.scanner)
  }
}

const emptyScalar = (parser: Parser, { anchor, tag }: Properties = NO_PROPERTIES): void =>
  parser.receiver.scalar({ value: '', isGuessed: true, tag, anchor }, peek(parser.scanner).at)

const takeScalar = (parser: Parser, token: Token, { anchor, tag }: Properties): void => {
  skip(parser.scanner)
  // A tag, also one of `!` alone, sets the quotes aside.
  const isGuessed = token.kind === 'plain' || tag !== undefined
  parser.receiver.scalar({ value: token.value, isGuessed, tag, anchor }, token.at)
}

/** A list or a hash, with what `parseItems` finds in it. */
const parseCollection = (
  parser: Parser,
  isHash: boolean,
  anchor: string | undefined,
  parseItems: (parser: Parser) => void,
): void => {
  // biome-ignore format: one line
  const { at } = peek(parser.scanner)
  if (++parser.depth > MAX_DEPTH) refuse(parser.scanner, at, `It is nested more than ${MAX_DEPTH} levels deep`, 'Nest it less.') // biome-ignore format: one line
  parser.receiver.open(isHash, anchor, at)
  parseItems(parser)
  parser.receiver.close()
  parser.depth--
}

type Context = 'block' | 'in a block hash' | 'flow'

const parseNode = (parser: Parser, context: Context): void => {
  const token = peek(parser.scanner)
  if (token.kind === 'alias') {
    skip(parser.scanner)
    parser.receiver.alias(token.value, token.at)
    return
  }
  const properties = takeProperties(parser)
  const next = peek(parser.scanner)
  if (next.kind === 'plain' || next.kind === 'quoted') takeScalar(parser, next, properties)
  else if (next.kind === 'flow list') parseCollection(parser, false, properties.anchor, parseFlowList)
  else if (next.kind === 'flow hash') parseCollection(parser, true, properties.anchor, parseFlowHash)
  else if (next.kind === 'block list' && context !== 'flow')
    parseCollection(parser, false, properties.anchor, parseBlockList) // biome-ignore format: one line
  else if (next.kind === 'block hash' && context !== 'flow')
    parseCollection(parser, true, properties.anchor, parseBlockHash) // biome-ignore format: one line
  // The hyphens of a list may be no further right than the key whose value it is: nothing opens or closes it.
  else if (next.kind === 'block entry' && context === 'in a block hash')
    parseCollection(parser, false, properties.anchor, parseEntries) // biome-ignore format: one line
  else if (properties !== NO_PROPERTIES) emptyScalar(parser, properties)
  else
    refuseNext(parser, 'A value is missing here', 'Quote a value that begins with punctuation, and close what is open.')
}

const parseBlockList = (parser: Parser): void => {
  skip(parser.scanner)
  while (takes(parser, 'block entry'))
    if (nextIs(parser, 'block entry', 'block end')) emptyScalar(parser)
    else parseNode(parser, 'block')
  if (!takes(parser, 'block end')) refuseNext(parser, 'A list goes on without a hyphen', 'Begin each item with "- " in the same column.') // biome-ignore format: one line
}

const parseEntries = (parser: Parser): void => {
  while (takes(parser, 'block entry'))
    if (nextIs(parser, 'block entry', 'key', 'value', 'block end')) emptyScalar(parser)
    else parseNode(parser, 'block')
}

const parseBlockHash = (parser: Parser): void => {
  const parseHalf = (): void => {
    if (nextIs(parser, 'key', 'value', 'block end')) emptyScalar(parser)
    else parseNode(parser, 'in a block hash')
  }
  skip(parser.scanner)
  while (takes(parser, 'key')) {
    parseHalf()
    if (takes(parser, 'value')) parseHalf()
    else emptyScalar(parser)
  }
  if (!takes(parser, 'block end')) refuseNext(parser, 'A key is missing here', 'Write one "key: value" a line, each in the same column, and quote a value that holds a colon or quotes.') // biome-ignore format: one line
}

/** What stands between a flow collection's marks, `parseItem` for each; `end` is what closes it. */
const parseFlowItems = (parser: Parser, end: TokenKind, parseItem: () => void): void => {
  const { at } = peek(parser.scanner)
  const mark = end === 'flow hash end' ? '}' : ']'
  skip(parser.scanner)
  for (let isFirst = true; !nextIs(parser, end); isFirst = false) {
    if (nextIs(parser, 'end'))
      refuse(parser.scanner, at, `No "${mark}" closes what begins here`, 'Close it, or quote the text.')
    if (!isFirst && !takes(parser, 'flow entry'))
      refuseNext(parser, `A comma or "${mark}" is missing here`, 'Close what is open, and quote a text that holds brackets, braces or commas.') // biome-ignore format: one line
    if (!nextIs(parser, end)) parseItem()
  }
  skip(parser.scanner)
}

const parseFlowValue = (parser: Parser, end: TokenKind): void => {
  if (takes(parser, 'value') && !nextIs(parser, 'flow entry', end)) parseNode(parser, 'flow')
  else emptyScalar(parser)
}

const parseFlowHash = (parser: Parser): void =>
  parseFlowItems(parser, 'flow hash end', () => {
    if (takes(parser, 'key')) {
      if (nextIs(parser, 'value', 'flow entry', 'flow hash end')) emptyScalar(parser)
      else parseNode(parser, 'flow')
      parseFlowValue(parser, 'flow hash end')
    } else {
      parseNode(parser, 'flow')
      emptyScalar(parser)
    }
  })

/** `key: value` in a list, which is a hash of its own. */
const parsePair = (parser: Parser): void => {
  skip(parser.scanner)
  if (nextIs(parser, 'value', 'flow entry', 'flow list end')) {
    // quirk(libyaml): what comes behind a key of nothing is lost, so that `[? : x]` is refused.
    skip(parser.scanner)
    emptyScalar(parser)
  } else parseNode(parser, 'flow')
  parseFlowValue(parser, 'flow list end')
}

const parseFlowList = (parser: Parser): void =>
  parseFlowItems(parser, 'flow list end', () => {
    if (nextIs(parser, 'key')) parseCollection(parser, true, undefined, parsePair)
    else parseNode(parser, 'flow')
  })

const takeDirectives = (parser: Parser): void => {
  let hasVersion = false
  const handles = new Set<string>()
  for (;;) {
    const { kind, value, handle, at } = peek(parser.scanner)
    if (kind === 'version') {
      if (hasVersion || !/^0*1\.0*[12]$/.test(value))
        refuse(parser.scanner, at, `This is no YAML ${value}`, 'Write %YAML 1.1 once, or leave the line out.')
      hasVersion = true
    } else if (kind === 'tag prefix') {
      if (handles.has(handle)) refuse(parser.scanner, at, `The tag ${handle} has a meaning already`, 'Leave the line out.') // biome-ignore format: one line
      handles.add(handle)
      parser.prefixes.set(handle, value)
    } else return
    skip(parser.scanner)
  }
}

/**
 * Tells the first document in `text` to `receiver`; false where there is none, not even an empty one. What comes behind it is read only as
 * far as it takes to see that it has ended.
 * @throws UserError where the text is not YAML.
 */
export const parseDocument = (text: string, options: YamlOptions, receiver: Receiver): boolean => {
  const prefixes = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ])
  const parser: Parser = { scanner: createScanner(text, options), receiver, prefixes, depth: 0 }
  if (nextIs(parser, 'end')) return false
  if (nextIs(parser, 'version', 'tag prefix', 'document start')) {
    takeDirectives(parser)
    if (!takes(parser, 'document start'))
      refuseNext(parser, 'A directive has no document', 'Write --- on a line below it.')
    if (nextIs(parser, 'version', 'tag prefix', 'document start', 'document end', 'end')) emptyScalar(parser)
    else parseNode(parser, 'block')
  } else parseNode(parser, 'block')
  peek(parser.scanner)
  return true
}
