import type { Context, FilterImplOptions, Liquid, Parser as LiquidjsParser, Template as LiquidjsTemplate, TopLevelToken } from 'liquidjs' // biome-ignore format: one list
import type { Value } from '../util/value.ts'
import { type Body, createBody } from './block.ts'
import { RubyError, syntaxError } from './errors.ts'
import { createValueBridge, type ValueBridge } from './liquidjs-values.ts'
import type { Parser, TagBuilder, TagHead } from './parser.ts'
import { BREAK, CONTINUE, type Render, type Runtime } from './runtime.ts'
import { slotOf } from './slots.ts'
import type { AdaptedTag, FilterDefinition } from './types.ts'

// Tags and filters written for liquidjs, run as they are. A foreign tag gets liquidjs's own tokens to parse; what it parses inside a block
// is parsed by us, so that Ruby's rules hold there too, and handed to it as templates of liquidjs that render ours.

type Module = typeof import('liquidjs')

export interface LiquidjsExtras {
  readonly tags: ReadonlyMap<string, AdaptedTag>
  readonly filters: ReadonlyMap<string, FilterDefinition>
}

/** What a plugin wrote went wrong. Errors of templates inside its blocks are our own and pass as they are. */
const translate = (error: unknown): unknown => {
  const inner = (error as { originalError?: unknown }).originalError
  if (error instanceof RubyError) return error
  if (inner !== undefined) return translate(inner)
  return error instanceof Error ? new RubyError('Liquid::StandardError', error.message) : error
}

const guarded = <T>(body: () => T): T => {
  try {
    return body()
  } catch (error) {
    throw translate(error)
  }
}

const adoptFilter = (liquid: Liquid, impl: FilterImplOptions, { module, bridge }: Workshop): FilterDefinition => ({
  apply: (input, args) => {
    const handler = typeof impl === 'function' ? impl : impl.handler
    const context = new module.Context({}, liquid.options, { sync: true }, { liquid })
    // Filters seldom ask for their token.
    const self = { context, liquid, token: undefined } as unknown as ThisParameterType<typeof handler>
    const result = guarded(() =>
      module.toValueSync(handler.call(self, bridge.toPlugin(input), ...args.map(bridge.toPlugin))),
    )
    return bridge.fromPlugin(result)
  },
})

interface Workshop {
  readonly module: Module
  readonly bridge: ValueBridge
}

/** The variables of a render, as the environment of a liquidjs context. */
const environmentOf = (runtime: Runtime, bridge: ValueBridge): object => {
  const read = (key: string | symbol): unknown =>
    typeof key === 'string' ? bridge.toPlugin(runtime.find(key)) : undefined
  return new Proxy(Object.create(null) as object, {
    has: (_, key) => read(key) !== undefined,
    get: (_, key) => read(key),
    getOwnPropertyDescriptor: (_, key) => ({ value: read(key), configurable: true, enumerable: true }),
  })
}

const runtimes = new WeakMap<Context, Runtime>()
const scopesOf = (context: Context): readonly Record<string, unknown>[] =>
  (context as unknown as { scopes: Record<string, unknown>[] }).scopes

/** A piece of ours inside a block of a plugin. */
class Inner implements LiquidjsTemplate {
  readonly token: TopLevelToken
  readonly #render: Render
  readonly #bridge: ValueBridge

  constructor(token: TopLevelToken, render: Render, bridge: ValueBridge) {
    this.token = token
    this.#render = render
    this.#bridge = bridge
  }

  render(context: Context, emitter: { write(text: unknown): void }): void {
    const runtime = runtimes.get(context)
    if (!runtime) throw new Error('a block of a plugin was rendered outside its tag')
    const scope = new Map<Value, Value>()
    for (const variables of scopesOf(context))
      for (const [key, value] of Object.entries(variables)) scope.set(key, this.#bridge.fromPlugin(value))
    if (scope.size > 0) runtime.push(scope)
    try {
      emitter.write(this.#render(runtime))
    } finally {
      if (scope.size > 0) runtime.pop()
    }
    context.breakCalled = runtime.interrupts.includes(BREAK)
    context.continueCalled = runtime.interrupts.includes(CONTINUE)
  }
}

type TagClass = Liquid['tags'][string]

/** Our tokens from here to the end, as liquidjs's. */
const remainingTokens = (liquid: Liquid, parser: Parser, { module }: Workshop): TopLevelToken[] => {
  class Plain extends module.Token {}
  const { text, origin } = parser.source
  return parser.remaining().map(({ kind, offset, text: source }) => {
    const end = offset + source.length
    if (kind === 'tag') return new module.TagToken(text, offset, end, liquid.options, origin.path)
    const tokenKind = kind === 'text' ? module.TokenKind.HTML : module.TokenKind.Output
    return new Plain(tokenKind, text, offset, end, origin.path) as unknown as TopLevelToken
  })
}

/** liquidjs's parser for the inside of a block: it asks ours for every token, and keeps step with it. */
const innerParser = (liquid: Liquid, parser: Parser, { module, bridge }: Workshop): LiquidjsParser => {
  const inner = new module.Parser(liquid)
  inner.parseToken = (token: TopLevelToken, rest: TopLevelToken[]) => {
    parser.rewind(rest.length + 1)
    const body: Body = createBody()
    parser.one(body)
    rest.splice(0, rest.length - parser.remaining().length)
    return new Inner(token, parser.compile(body), bridge) as unknown as ReturnType<LiquidjsParser['parseToken']>
  }
  return inner
}

const adoptTag =
  (liquid: Liquid, Tag: TagClass, workshop: Workshop): TagBuilder =>
  (head: TagHead, parser: Parser) => {
    const { module, bridge } = workshop
    const tokens = remainingTokens(liquid, parser, workshop)
    const { text, origin } = parser.source
    const end = tokens[0]?.begin ?? text.length
    const template = guarded(() => {
      const token = new module.TagToken(text, head.offset, end, liquid.options, origin.path)
      const inner = innerParser(liquid, parser, workshop)
      // Tags that are written as plain objects find the parser in their liquid.
      const own = Object.create(liquid, { parser: { value: inner } }) as Liquid
      return new Tag(token, tokens, own, inner)
    })
    if (tokens.length > parser.remaining().length) throw syntaxError(`'${head.name}' put tokens back`)
    parser.rewind(tokens.length)
    const render: Render = (runtime) => {
      const context = new module.Context(environmentOf(runtime, bridge), liquid.options, { sync: true }, { liquid })
      runtimes.set(context, runtime)
      let output = ''
      const emitter = { write: (part: unknown) => void (output += String(part ?? '')), buffer: '' }
      const returned = guarded(() => module.toValueSync(template.render(context, emitter as never)))
      for (const [name, value] of Object.entries(scopesOf(context)[0] ?? {}))
        runtime.assign(slotOf(name), bridge.fromPlugin(value))
      return output + (typeof returned === 'string' ? returned : '')
    }
    return { render, kind: 'tag', blank: false }
  }

/** What `register` adds to a liquidjs engine, for EngineOptions. liquidjs itself is loaded by this call alone. */
export const adaptLiquidjs = async (register: (liquid: Liquid) => void): Promise<LiquidjsExtras> => {
  const module = await import('liquidjs')
  const liquid = new module.Liquid({ ownPropertyOnly: true })
  const before = { tags: { ...liquid.tags }, filters: { ...liquid.filters } }
  register(liquid)
  const workshop: Workshop = { module, bridge: createValueBridge(module.Drop) }
  const tags = Object.entries(liquid.tags).filter(([name, tag]) => before.tags[name] !== tag)
  const filters = Object.entries(liquid.filters).filter(([name, filter]) => before.filters[name] !== filter)
  return {
    tags: new Map(tags.map(([name, tag]) => [name, { adapted: adoptTag(liquid, tag, workshop) }])),
    filters: new Map(filters.map(([name, filter]) => [name, adoptFilter(liquid, filter, workshop)])),
  }
}
