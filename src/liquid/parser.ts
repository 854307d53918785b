import { stripLeft, stripRight } from '../util/ruby-text.ts'
import { suggest } from '../util/suggest.ts'
import { type Body, compileBody, createBody, type Node, type Source } from './block.ts'
import type { EngineCore } from './core.ts'
import type { Effects } from './effects.ts'
import { RubyError, type Spot, syntaxError } from './errors.ts'
import type { Render } from './runtime.ts'
import { locate, type ParsedTemplate, toWarning } from './template.ts'
import { type Token, tokenize } from './tokenizer.ts'
import type { SourcePlace } from './types.ts'
import { parseVariable } from './variable.ts'

// Tokens to nodes: Liquid's Document, BlockBody#parse and Block#parse.

/** A tag as it stands in the source. */
export interface TagHead extends Spot {
  readonly name: string
  readonly markup: string
}

/** Makes the node of a tag; a block's builder parses its body with `parser.body`. */
export type TagBuilder = (head: TagHead, parser: Parser) => Pick<Node, 'render' | 'kind' | 'blank' | 'steady'>

export interface Parser {
  readonly core: EngineCore
  readonly source: Source
  /** Where the parser stands, as errors that concern no single tag are placed. */
  readonly spot: Spot
  /** What the innermost loop around the parser's place has read and set so far; undefined outside of loops. */
  effects: Effects | undefined
  /**
   * Parses up to the block's end tag into `body`. A tag that the engine does not know is offered to `onTag`, which gives the body that
   * goes on there, or 'close' where the block ends with it.
   */
  block(head: TagHead, body: Body, onTag?: (tag: TagHead) => Body | 'close' | undefined): void
  /** The tokens themselves, for raw: undefined at the end. */
  shift(): Token | undefined
  compile(body: Body): Render
  /** The tokens that are still to be parsed, `shift`'s next one first. */
  remaining(): readonly Token[]
  /** Goes to where this many tokens are left. */
  rewind(left: number): void
  /** Parses one node, whatever it is made of, into `body`. */
  one(body: Body): void
  /**
   * Runs the strict parser, the lax one, or one after the other, by the engine's error mode. A strict error says what markup it
   * is about: `context`.
   */
  byMode<T>(spot: Spot, context: string, parsers: { strict: () => T; lax: () => T }): T
}

const FULL_TAG = /^\{%-?[ \t\r\n\f\v]*(\w+)[ \t\r\n\f\v]*([\s\S]*?)-?%\}$/
const FULL_OUTPUT = /^\{\{-?([\s\S]*?)-?\}\}$/

const countNewlines = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

const MAX_DEPTH = 100

export const tagNeverClosed = (name: string): RubyError => syntaxError(`'${name}' tag was never closed`)

const termination = (kind: string, token: string, pattern: string): RubyError =>
  syntaxError(`${kind} '${token}' was not properly terminated with regexp: ${pattern}`)

class TemplateParser implements Parser {
  readonly core: EngineCore
  readonly source: Source
  effects: Effects | undefined
  readonly warnings: RubyError[] = []
  readonly #tokens: readonly Token[]
  #next = 0
  #line: number
  #spot: Spot
  #depth = 0
  #trimNext = false

  constructor(core: EngineCore, source: Source) {
    this.core = core
    this.source = source
    this.#tokens = tokenize(source.text)
    this.#line = source.origin.line
    this.#spot = { line: this.#line, offset: 0 }
  }

  get spot(): Spot {
    return this.#spot
  }

  shift(): Token | undefined {
    const token = this.#tokens[this.#next]
    if (!token) return undefined
    this.#next++
    this.#line += countNewlines(token.text)
    return token
  }

  remaining(): readonly Token[] {
    return this.#tokens.slice(this.#next)
  }

  rewind(left: number): void {
    const next = this.#tokens.length - left
    for (; this.#next < next; this.#next++) this.#line += countNewlines(this.#tokens[this.#next]!.text)
    for (; this.#next > next; this.#next--) this.#line -= countNewlines(this.#tokens[this.#next - 1]!.text)
    this.#trimNext = this.#tokens[this.#next - 1]?.kind !== 'text' && this.#tokens[this.#next - 1]?.text.at(-3) === '-'
    this.#advance()
  }

  one(body: Body): void {
    const token = this.shift()
    const tag = token && this.#node(token, body)
    if (tag) throw this.#unknown(tag)
    const last = body.nodes.at(-1)
    // The tag behind it may belong to the block's owner, who trims nothing.
    if (typeof last?.render === 'string' && this.#tokens[this.#next]?.text[2] === '-')
      body.nodes[body.nodes.length - 1] = { ...last, render: stripRight(last.render) }
    this.#advance()
  }

  compile(body: Body): Render {
    return compileBody(body, this.source)
  }

  byMode<T>(spot: Spot, context: string, parsers: { strict: () => T; lax: () => T }): T {
    if (this.core.errorMode === 'lax') return parsers.lax()
    try {
      return parsers.strict()
    } catch (error) {
      if (!(error instanceof RubyError) || error.rubyClass !== 'Liquid::SyntaxError') throw error
      error.line = spot.line
      error.markup = context
      locate(error, this.source.text, { offset: spot.offset, origin: this.source.origin })
      if (this.core.errorMode === 'strict') throw error
      this.warnings.push(error)
      return parsers.lax()
    }
  }

  /** Ruby's parse_context.line_number: where the next token begins. */
  #advance(): void {
    const offset = this.#tokens[this.#next]?.offset ?? this.source.text.length
    this.#spot = { line: this.#line, offset }
  }

  #trim(token: Token, body: Body): void {
    const last = body.nodes.at(-1)
    if (token.text[2] === '-' && typeof last?.render === 'string')
      body.nodes[body.nodes.length - 1] = { ...last, render: stripRight(last.render) }
    this.#trimNext = token.text.at(-3) === '-'
  }

  #text(token: Token, body: Body): void {
    const text = this.#trimNext ? stripLeft(token.text) : token.text
    this.#trimNext = false
    body.nodes.push({ render: text, kind: 'text', ...this.#spot, blank: false })
    body.blank &&= /^[ \t\r\n\f\v]*$/.test(text)
  }

  #output(token: Token, body: Body): void {
    this.#trim(token, body)
    const markup = FULL_OUTPUT.exec(token.text)?.[1]
    if (markup === undefined) throw termination('Variable', token.text, '/\\}\\}/')
    const render = parseVariable(markup, this.#spot, this).render
    body.nodes.push({ render, kind: 'output', ...this.#spot, blank: false })
    body.blank = false
  }

  /** Parses the node that begins with a token; a tag that the engine does not know is returned. */
  #node(token: Token, body: Body): TagHead | undefined {
    if (token.kind === 'text') this.#text(token, body)
    else if (token.kind === 'output') this.#output(token, body)
    else {
      this.#trim(token, body)
      const match = FULL_TAG.exec(token.text)
      if (!match) throw termination('Tag', token.text, '/\\%\\}/')
      const head: TagHead = { name: match[1]!, markup: match[2]!, ...this.#spot }
      const builder = this.core.tags.get(head.name)
      if (!builder) return head
      const node = builder(head, this)
      if (this.effects && !node.steady) this.effects.steady = false
      body.nodes.push({ ...node, line: head.line, offset: head.offset })
      body.blank &&= node.blank
    }
    return undefined
  }

  /** Parses nodes until a tag that the engine does not know, which it returns, or the end. */
  #nodes(body: Body): TagHead | undefined {
    this.#advance()
    for (let token = this.shift(); token; token = this.shift()) {
      const tag = this.#node(token, body)
      if (tag) return tag
      this.#advance()
    }
    return undefined
  }

  block(head: TagHead, body: Body, onTag?: (tag: TagHead) => Body | 'close' | undefined): void {
    let current: Body | 'close' = body
    if (this.#depth >= MAX_DEPTH) throw new RubyError('Liquid::StackLevelError', 'Nesting too deep')
    this.#depth++
    try {
      while (current !== 'close') {
        const tag: TagHead | undefined = this.#nodes(current)
        if (!tag) throw tagNeverClosed(head.name)
        if (tag.name === `end${head.name}`) return
        current = onTag?.(tag) ?? this.#refuse(head, tag)
      }
    } finally {
      this.#depth--
    }
  }

  #refuse(head: TagHead, tag: TagHead): never {
    if (tag.name === 'else') throw syntaxError(`${head.name} tag does not expect 'else' tag`)
    if (!tag.name.startsWith('end')) throw this.#unknown(tag)
    throw syntaxError(`'${tag.name}' is not a valid delimiter for ${head.name} tags. use end${head.name}`)
  }

  #unknown(tag: TagHead): RubyError {
    const error = syntaxError(`Unknown tag '${tag.name}'`)
    error.advice = suggest(tag.name, this.core.tags.keys())
    return error
  }

  document(): Render {
    const body = createBody()
    try {
      const tag = this.#nodes(body)
      if (!tag) return this.compile(body)
      if (tag.name === 'else' || tag.name === 'end') throw syntaxError(`Unexpected outer '${tag.name}' tag`)
      throw this.#unknown(tag)
    } catch (error) {
      if (!(error instanceof RubyError)) throw error
      if (error.rubyClass === 'Liquid::SyntaxError') error.line ??= this.#spot.line
      throw locate(error, this.source.text, { offset: this.#spot.offset, origin: this.source.origin })
    }
  }
}

/** Parses a template. Throws RubyError. */
export const parseTemplate = (core: EngineCore, text: string, place: SourcePlace): ParsedTemplate => {
  const parser = new TemplateParser(core, { text, origin: place })
  const render = parser.document()
  return { place, source: text, render, warnings: parser.warnings.map(toWarning) }
}
