import type { Place } from '../util/error.ts'
import { className, missingMethod } from '../util/inspect.ts'
import type { Value } from '../util/value.ts'

// Errors as Ruby raises them while a template is parsed or rendered. On their way up they learn their line and the includes around them;
// the engine's door turns them into the one class of users' mistakes.

/** Where in a template something stands. */
export interface Spot {
  readonly line: number
  /** Of its first character in the source. */
  readonly offset: number
}

export class RubyError extends Error {
  readonly rubyClass: string
  /** Ruby's line number: only Liquid's own errors print it. */
  line: number | undefined
  /** What the offending markup was: `in "{{ x @ }}"`. */
  markup: string | undefined
  /** The include that the error came from, as Ruby's message names it. */
  templateName: string | undefined
  place: Place | undefined
  excerpt: string | undefined
  advice: string | undefined
  readonly includedFrom: Place[] = []

  constructor(rubyClass: string, message: string) {
    super(message)
    this.rubyClass = rubyClass
  }

  get isLiquid(): boolean {
    return this.rubyClass.startsWith('Liquid::')
  }

  /** Ruby's text of the error: Liquid's own have a prefix with the line. */
  get text(): string {
    if (!this.isLiquid) return this.message
    const kind = this.rubyClass === 'Liquid::SyntaxError' ? 'Liquid syntax error' : 'Liquid error'
    const name = this.templateName === undefined ? '' : `${this.templateName} `
    const line = this.line === undefined ? '' : ` (${name}line ${this.line})`
    return `${kind}${line}: ${this.message}${this.markup === undefined ? '' : ` ${this.markup}`}`
  }
}

export const syntaxError = (message: string): RubyError => new RubyError('Liquid::SyntaxError', message)
export const argumentError = (message: string): RubyError => new RubyError('Liquid::ArgumentError', message)
export const typeError = (message: string): RubyError => new RubyError('TypeError', message)
export const noMethodError = (method: string, receiver: Value): RubyError =>
  new RubyError('NoMethodError', missingMethod(method, receiver))

/** A TypeError as Ruby words it for an argument of the wrong class. */
export const noConversion = (value: Value, wanted: string): RubyError => {
  const name =
    value === null || value === undefined ? 'nil' : typeof value === 'boolean' ? String(value) : className(value)
  return typeError(`no implicit conversion of ${name} into ${wanted}`)
}

/** A limit of ours that Ruby does not have. */
export const limitError = (message: string, advice: string): RubyError => {
  const error = new RubyError('Liquid::MemoryError', message)
  error.advice = advice
  return error
}
