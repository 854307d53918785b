import { syntaxError } from './errors.ts'

// Liquid's strict parser of markup: tokens, and the few phrases that tags are made of. Lax mode does without it, warn mode asks it first.

type TokenType = 'comparison' | 'string' | 'number' | 'id' | 'dotdot' | 'end_of_string' | 'pipe' | 'dot' | 'colon' | 'comma' | 'open_square' | 'close_square' | 'open_round' | 'close_round' | 'question' | 'dash' // biome-ignore format: one list

interface Token {
  readonly type: TokenType
  readonly text: string
}

const RULES: readonly (readonly [TokenType, RegExp])[] = [
  ['comparison', /==|!=|<>|<=?|>=?|contains(?=[ \t\r\n\f\v])/y],
  ['string', /'[^']*'|"[^"]*"/y],
  ['number', /-?\d+(\.\d+)?/y],
  ['id', /[a-zA-Z_][\w-]*\??/y],
  ['dotdot', /\.\./y],
]

const SPECIALS: ReadonlyMap<string, TokenType> = new Map([
  ['|', 'pipe'], ['.', 'dot'], [':', 'colon'], [',', 'comma'], ['[', 'open_square'], [']', 'close_square'],
  ['(', 'open_round'], [')', 'close_round'], ['?', 'question'], ['-', 'dash'],
]) // biome-ignore format: a table

const SPACE = /[ \t\r\n\f\v]*/y

const nextToken = (source: string, at: number): Token => {
  for (const [type, pattern] of RULES) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) return { type, text: match[0] }
  }
  const character = String.fromCodePoint(source.codePointAt(at)!)
  const special = SPECIALS.get(character)
  if (special) return { type: special, text: character }
  throw syntaxError(`Unexpected character ${character}`)
}

const tokenize = (source: string): Token[] => {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    SPACE.lastIndex = at
    at += SPACE.exec(source)![0].length
    if (at >= source.length) break
    const token = nextToken(source, at)
    tokens.push(token)
    at += token.text.length
  }
  tokens.push({ type: 'end_of_string', text: '' })
  return tokens
}

const inspectToken = ({ type, text }: Token): string =>
  type === 'end_of_string' ? '[:end_of_string]' : `[:${type}, "${text.replace(/["\\]/g, '\\$&')}"]`

/** Expressions nest by parentheses and brackets; no author writes this many. */
const DEEPEST = 200

export interface StrictParser {
  consume(type?: TokenType): string
  consumeIf(type: TokenType): string | undefined
  /** Consumes the identifier of that name; tells whether it was there. */
  consumeId(name: string): boolean
  look(type: TokenType, ahead?: number): boolean
  /** The source of one expression, in the form in which `parseExpression` reads it. */
  expression(): string
  /** An expression, or `name: expression`. */
  argument(): string
}

export const createStrictParser = (source: string): StrictParser => {
  const tokens = tokenize(source)
  let position = 0
  let depth = 0
  const current = (): Token => tokens[position] ?? { type: 'end_of_string', text: '' }

  const consume = (type?: TokenType): string => {
    const token = current()
    if (type && token.type !== type) throw syntaxError(`Expected ${type} but found ${token.type}`)
    position++
    return token.text
  }
  const look = (type: TokenType, ahead = 0): boolean => tokens[position + ahead]?.type === type
  const consumeIf = (type: TokenType): string | undefined => (look(type) ? consume() : undefined)
  const consumeId = (name: string): boolean => {
    if (!look('id') || current().text !== name) return false
    position++
    return true
  }

  const signature = (): string => {
    let text = consume('id')
    for (;;) {
      while (look('open_square')) text += consume() + expression() + consume('close_square')
      if (!look('dot')) return text
      text += consume() + consume('id')
    }
  }

  const range = (): string => {
    consume()
    const first = expression()
    consume('dotdot')
    const last = expression()
    consume('close_round')
    return `(${first}..${last})`
  }

  const expression = (): string => {
    const token = current()
    if (++depth > DEEPEST) throw syntaxError('Nesting too deep')
    try {
      if (token.type === 'id') return signature()
      if (token.type === 'string' || token.type === 'number') return consume()
      if (token.type === 'open_round') return range()
    } finally {
      depth--
    }
    throw syntaxError(`${inspectToken(token)} is not a valid expression`)
  }

  const argument = (): string => (look('id') && look('colon', 1) ? `${consume()}${consume()} ` : '') + expression()

  return { consume, consumeIf, consumeId, look, expression, argument }
}
