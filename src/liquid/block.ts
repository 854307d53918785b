import { UserError } from '../util/error.ts'
import { JsonError } from '../util/json.ts'
import { InvalidUriError } from '../util/uri.ts'
import { limitError, RubyError } from './errors.ts'
import type { Render, Runtime } from './runtime.ts'
import { excerptAt, locate, placeAt } from './template.ts'
import type { SourcePlace } from './types.ts'

// A list of nodes and how it renders: Liquid's BlockBody.

export interface Node {
  /** Text that is put out as it is, or what renders it. */
  readonly render: string | Render
  /** Outputs never interrupt a loop; tags may. */
  readonly kind: 'text' | 'output' | 'tag' | 'block'
  readonly line: number
  readonly offset: number
  /** A block that puts out nothing but whitespace puts out nothing at all. */
  readonly blank: boolean
  /** What it puts out and sets follows from the variables that it reads: of a tag that is so, and has noted what it reads and sets. */
  readonly steady?: boolean
}

export interface Body {
  readonly nodes: Node[]
  blank: boolean
}

export const createBody = (): Body => ({ nodes: [], blank: true })

/** The text that a body's errors are shown with. */
export interface Source {
  readonly text: string
  readonly origin: SourcePlace
}

/** Errors of Ruby's that a value function threw, and overlong strings, as errors of the template. */
export const toRubyError = (error: unknown): RubyError | undefined => {
  if (error instanceof RubyError) return error
  if (error instanceof JsonError || error instanceof InvalidUriError)
    return new RubyError(error.rubyClass, error.message)
  if (error instanceof RangeError && error.message === 'Invalid string length')
    return limitError('Memory limits exceeded', 'A text has grown beyond what memory holds.')
  if (error instanceof RangeError && /call stack/.test(error.message))
    return new RubyError('Liquid::StackLevelError', 'Nesting too deep')
  return undefined
}

const SILENT = new Set(['Liquid::UndefinedVariable', 'Liquid::UndefinedDropMethod', 'Liquid::UndefinedFilter'])

/** A mistake that a plugin's tag or filter reports is at its tag, unless it says otherwise. */
const placed = (error: UserError, { offset }: Node, { text, origin }: Source): UserError => {
  if (error.place) return error
  const { message, advice, includedFrom, cause } = error
  const place = placeAt(text, offset, origin)
  return new UserError(message, { place, excerpt: excerptAt(text, offset), advice, includedFrom, cause })
}

/** An error of a node: thrown on, or turned into the text that stands in the output for it. */
const handleError = (thrown: unknown, node: Node, runtime: Runtime, source: Source): string => {
  const error = toRubyError(thrown)
  if (!error) throw thrown instanceof UserError ? placed(thrown, node, source) : thrown
  error.line ??= node.line
  locate(error, source.text, { offset: node.offset, origin: source.origin })
  if (runtime.context.errors !== 'print' || error.rubyClass === 'Liquid::MemoryError') throw error
  runtime.errors.push(error)
  if (SILENT.has(error.rubyClass)) return ''
  return error.isLiquid ? error.text : `Liquid error (line ${error.line}): internal`
}

/** The body as one function. */
export const compileBody = ({ nodes }: Body, source: Source): Render => {
  const renders = nodes.map(({ render }) => render)
  const silent = nodes.map(({ kind, blank }) => kind === 'block' && blank)
  const mayInterrupt = nodes.map(({ kind }) => kind === 'tag' || kind === 'block')
  const [only] = renders
  if (renders.length === 0) return () => ''
  if (renders.length === 1 && typeof only === 'string') return () => only

  return (runtime) => {
    let output = ''
    let index = 0
    while (index < renders.length) {
      try {
        for (; index < renders.length; index++) {
          const render = renders[index]!
          if (typeof render === 'string') {
            output += render
            continue
          }
          const text = render(runtime)
          if (!silent[index]) output += text
          if (mayInterrupt[index] && runtime.interrupts.length > 0) return output
        }
      } catch (error) {
        output += handleError(error, nodes[index]!, runtime, source)
        index++
      }
    }
    runtime.tick(output)
    return output
  }
}
