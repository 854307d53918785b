import { type Drop, isDrop } from '../util/drop.ts'
import type { UserError, Warning } from '../util/error.ts'
import { isArray, type Value } from '../util/value.ts'
import type { EngineCore } from './core.ts'
import { limitError, RubyError } from './errors.ts'
import { nameOfList, type ReadNotes } from './reads.ts'
import { knownSlot, slotCount, slotOf } from './slots.ts'
import type { FilterScope, Globals, RenderContext, SiteAccess, TemplateMemory } from './types.ts'

// The mutable state of one render: Liquid's Context.

export const NO_INTERRUPT = 0
export const BREAK = 1
export const CONTINUE = 2
export type Interrupt = typeof BREAK | typeof CONTINUE

/** A compiled piece of a template. */
export type Render = (runtime: Runtime) => string

/** Ruby's limit on nested variable scopes. */
const MAX_SCOPES = 100

export interface RuntimeOptions {
  readonly core: EngineCore
  readonly globals: Globals
  readonly context: RenderContext
  readonly notes: ReadNotes | undefined
}

export class Runtime implements FilterScope {
  readonly core: EngineCore
  readonly globals: Globals
  readonly context: RenderContext
  /** Where reads are noted; undefined where no one asks. */
  notes: ReadNotes | undefined
  readonly counters: Map<string, Value>
  readonly warnings: Warning[] = []
  readonly errors: (RubyError | UserError)[] = []

  /** What `assign` and `capture` set, by slot: the outermost scope. */
  readonly #assigned: Value[] = new Array<Value>(slotCount()).fill(undefined)
  /** The scopes of loops and includes. */
  readonly #scopes: Map<Value, Value>[] = []
  /** By slot: whether a loop or an include has had such a variable so far. Most names are looked for in one place only. */
  readonly #inner: boolean[] = new Array<boolean>(slotCount()).fill(false)
  readonly interrupts: Interrupt[] = []
  readonly #memory: TemplateMemory = { cycles: new Map(), forOffsets: new Map(), lastChanged: undefined }
  /** Where each loop of this render has come to. */
  readonly forOffsets = new Map<string, number>()
  readonly forLoops: Drop[] = []
  includeDepth = 0
  #ticks = 0
  readonly #deadline: number

  constructor({ core, globals, context, notes }: RuntimeOptions) {
    this.core = core
    this.globals = globals
    this.context = context
    this.notes = notes
    this.counters = context.counters ?? new Map()
    this.#deadline = performance.now() + core.limits.renderTime
  }

  /** Runs `body` without noting what it reads: its caller notes a projection of a list instead. */
  silently<T>(body: () => T): T {
    const { notes } = this
    this.notes = undefined
    try {
      return body()
    } finally {
      this.notes = notes
    }
  }

  /** What the template's tags remember. */
  get memory(): TemplateMemory {
    return this.context.memory?.template?.() ?? this.#memory
  }

  get site(): SiteAccess | undefined {
    return this.core.site
  }

  /** Opens a scope; `names` are all that it will ever hold. */
  push(scope: Map<Value, Value>, names: Iterable<Value> = scope.keys()): void {
    for (const name of names) this.#inner[slotOf(name)] = true
    this.#scopes.push(scope)
    if (this.#scopes.length >= MAX_SCOPES) throw new RubyError('Liquid::StackLevelError', 'Nesting too deep')
  }

  pop(): void {
    this.#scopes.pop()
  }

  /** A variable by its name, from the innermost scope that has it; undefined where there is none. */
  find(name: Value): Value {
    const slot = knownSlot(name)
    if (slot !== undefined) return this.findAt(slot, name)
    return typeof name === 'string' ? this.#outside(name) : undefined
  }

  /** The same, by the name's slot. */
  findAt(slot: number, name: Value): Value {
    if (this.#inner[slot] === true)
      for (let index = this.#scopes.length - 1; index >= 0; index--) {
        const value = this.#scopes[index]!.get(name)
        if (value !== undefined) return value
      }
    const value = this.#assigned[slot]
    if (value !== undefined) return value
    return typeof name === 'string' ? this.#outside(name) : undefined
  }

  #outside(name: string): Value {
    const counter = this.counters.size === 0 ? undefined : this.counters.get(name)
    return counter === undefined ? this.globals.get(name) : counter
  }

  variable(name: string): Value {
    return this.find(name) ?? null
  }

  /** Whether any scope or the globals know the name at all. */
  isDefined(name: Value): boolean {
    const slot = knownSlot(name)
    if (this.#scopes.some((scope) => scope.has(name)) || (slot !== undefined && this.#assigned[slot] !== undefined))
      return true
    return typeof name === 'string' && (this.counters.has(name) || this.globals.has(name))
  }

  assign(slot: number, value: Value): void {
    this.#assigned[slot] = value ?? null
  }

  /** What is assigned in a slot; undefined where nothing is. */
  assignedAt(slot: number): Value {
    return this.#assigned[slot]
  }

  /** Puts back what `assignedAt` gave. */
  restore(slot: number, value: Value): void {
    this.#assigned[slot] = value
  }

  /** Whether a loop or an include may have a variable in front of the assigned one. */
  isShadowed(slot: number, name: Value): boolean {
    return this.#inner[slot] === true && this.#scopes.some((scope) => scope.has(name))
  }

  /** One property of a hash-like drop, noted. */
  read(drop: Drop, key: string): Value {
    this.notes?.property(drop, key)
    return drop.get(key)
  }

  /** Notes that a whole object was read, or all objects of a list: printed, iterated, turned into JSON. */
  noteWhole(value: Value): void {
    if (!this.notes) return
    if (isDrop(value)) this.notes.property(value, '*')
    else if (isArray(value)) {
      const name = nameOfList(value)
      if (name !== undefined) this.notes.projection(name, '*')
      else for (const member of value) this.noteWhole(member)
    }
  }

  warn(message: string, topic?: string): void {
    this.warnings.push({ topic, message })
  }

  #refuseOverlong(text: string): void {
    if (text.length > this.core.limits.outputSize)
      throw limitError('Memory limits exceeded', `A page may have ${this.core.limits.outputSize} characters.`)
  }

  /** What a filter gives, unless it is a text, doubled again and again, that soon is more than memory or a pattern can take. */
  bounded(value: Value): Value {
    if (typeof value === 'string') this.#refuseOverlong(value)
    return value
  }

  /** Called once per loop and block: keeps a render within its limits. */
  tick(output: string): void {
    this.#refuseOverlong(output)
    if ((++this.#ticks & 1023) !== 0 || performance.now() < this.#deadline) return
    const seconds = this.core.limits.renderTime / 1000
    throw limitError(
      'Render time exceeded',
      `A page may take ${seconds} s. A loop over a loop over all pages is the usual cause.`,
    )
  }
}
