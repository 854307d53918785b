// What YAML says of a value before it, and of a document before that: anchors, tags and directives, with the characters that libyaml
// takes in each.
import { type Cursor, codeAt, isBlank, isBreak, isGap, refuse, skipBlanks, skipToBreak, takeBreak } from './cursor.ts' // biome-ignore format: one line

const NAME = /[\w-]+/y
const HANDLE = /!(?:[\w-]*!)?/y
const URI = /(?:[\w;/?:@&=+$.!~*'()-]|%[\da-f]{2})*/iy
const VERBATIM = /(?:[\w;/?:@&=+$.!~*'(),[\]-]|%[\da-f]{2})*/iy
const VERSION = /\d{1,9}\.\d{1,9}/y

const take = (cursor: Cursor, pattern: RegExp): string => {
  pattern.lastIndex = cursor.at
  const taken = pattern.exec(cursor.text)?.[0] ?? ''
  cursor.at += taken.length
  return taken
}

// ? : , ] } % @ `
const ENDS_NAME = new Set([63, 58, 44, 93, 125, 37, 64, 96])

/** The name behind `&` or `*`. */
export const takeName = (cursor: Cursor): string => {
  const mark = cursor.text[cursor.at]
  cursor.at++
  const name = take(cursor, NAME)
  const next = codeAt(cursor)
  if (name === '' || !(isGap(next) || ENDS_NAME.has(next))) {
    const thing = mark === '*' ? 'an asterisk' : 'an ampersand'
    refuse(cursor, cursor.at, `This is no name behind ${thing}`, `Quote a text that begins with ${thing}.`)
  }
  return name
}

export interface Tag {
  readonly handle: string
  readonly value: string
}

const ADVICE = 'Quote a text that begins with an exclamation mark.'

const takeUri = (cursor: Cursor, pattern: RegExp, isEmptyAllowed: boolean): string => {
  const uri = take(cursor, pattern)
  if (uri === '' && !isEmptyAllowed) refuse(cursor, cursor.at, 'A tag has no name', ADVICE)
  if (codeAt(cursor) === 37) refuse(cursor, cursor.at, 'A tag holds a percent sign', ADVICE)
  return uri
}

/** `!name`, `!!name`, `!handle!name`, `!<uri>`, or `!` alone, which has neither handle nor name. */
export const takeTag = (cursor: Cursor, isFlow: boolean): Tag => {
  const tag = cursor.text[cursor.at + 1] === '<' ? takeVerbatimTag(cursor) : takeShortTag(cursor)
  const next = codeAt(cursor)
  if (!isGap(next) && !(isFlow && next === 44)) refuse(cursor, cursor.at, 'A tag does not end here', ADVICE)
  return tag
}

const takeVerbatimTag = (cursor: Cursor): Tag => {
  cursor.at += 2
  const value = takeUri(cursor, VERBATIM, false)
  if (codeAt(cursor) !== 62) refuse(cursor, cursor.at, 'A tag has no ">" at its end', ADVICE)
  cursor.at++
  return { handle: '', value }
}

const takeShortTag = (cursor: Cursor): Tag => {
  const start = cursor.at
  const handle = take(cursor, HANDLE)
  const value = takeUri(cursor, URI, handle === '!')
  return cursor.at === start + 1 ? { handle: '', value: '!' } : { handle, value }
}

export interface Directive extends Tag {
  readonly kind: 'version' | 'tag prefix'
}

const refuseDirective = (cursor: Cursor, message: string): never =>
  refuse(cursor, cursor.at, message, 'Quote a text that begins with a percent sign.')

const takeVersion = (cursor: Cursor): Directive => {
  skipBlanks(cursor)
  const value = take(cursor, VERSION)
  if (value === '') refuseDirective(cursor, 'A version of YAML is missing')
  return { kind: 'version', handle: '', value }
}

const takePrefix = (cursor: Cursor): Directive => {
  skipBlanks(cursor)
  const handle = take(cursor, HANDLE)
  if (handle === '' || !isBlank(codeAt(cursor))) refuseDirective(cursor, 'This is no handle of a tag')
  skipBlanks(cursor)
  const value = takeUri(cursor, VERBATIM, false)
  if (!isGap(codeAt(cursor))) refuseDirective(cursor, 'This is no prefix of a tag')
  return { kind: 'tag prefix', handle, value }
}

/** A line that begins with a percent sign: `%YAML 1.1` or `%TAG ! prefix`. */
export const takeDirective = (cursor: Cursor): Directive => {
  cursor.at++
  const name = take(cursor, NAME)
  const directive =
    isGap(codeAt(cursor)) && name === 'YAML'
      ? takeVersion(cursor)
      : isGap(codeAt(cursor)) && name === 'TAG'
        ? takePrefix(cursor)
        : refuseDirective(cursor, 'No directive has this name')
  skipBlanks(cursor)
  if (codeAt(cursor) === 35) skipToBreak(cursor)
  if (isBreak(codeAt(cursor))) takeBreak(cursor)
  else if (cursor.at < cursor.text.length) refuseDirective(cursor, 'A directive does not end here')
  return directive
}
