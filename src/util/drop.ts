import type { Value } from './value.ts'

// Ruby objects that a template sees through a view: pages, documents, static files, the site itself. Counterpart of Liquid::Drop and of
// Jekyll's `to_liquid`. The layers above describe their objects by extending Drop; the Liquid engine and the value functions beside this
// file treat a drop by this contract alone.

/** Why a value is turned into JSON: `depth` counts the containers around it, as JSON's own state does. */
export interface JsonState {
  readonly depth: number
}

/** What a running render has noted of an object. */
export interface NotedReads {
  readonly owner: object
}

export abstract class Drop {
  /** The template engine's own, while a render runs: no one else touches it. */
  noted: NotedReads | undefined = undefined

  /**
   * What the read log calls this object ('pages/a.md'). An object without a name is part of the render's own data: reading it is
   * not noted.
   */
  readonly readId: string | undefined = undefined

  /**
   * The list that this object is a member of ('site.pages'), as `nameList` named it: when a render reads very many members, it
   * notes the list's properties in place of every member's.
   */
  readonly readList: string | undefined = undefined

  /** True where Jekyll's to_liquid gives a plain Hash (pages): it then prints, iterates and compares as a Hash does. */
  readonly isHash: boolean = false

  /** True for Liquid's own drops, which inspect as their class also by themselves. */
  readonly inspectsAsClass: boolean = false

  /** Ruby's name of the class, for error messages and for the text of a drop without one. */
  readonly rubyClass: string = 'Liquid::Drop'

  /** The property's value; nil (null) where there is none. Called with any key a template can write, so never index an object with it. */
  abstract get(key: string): Value

  /** All keys, in the order in which Jekyll prints them. */
  abstract keys(): readonly string[]

  /** Ruby's `key?`: whether a lookup finds the property rather than nothing at all. */
  has(key: string): boolean {
    return this.keys().includes(key)
  }

  /**
   * The object's own to_s: what it prints in an array that is put out, and, unless it is a hash, by itself. Undefined means a Hash's
   * inspect for hashes and the class's name for other drops.
   */
  text(): string | undefined {
    return undefined
  }

  /**
   * The object's own inspect, `#<Jekyll::Page ...>`: how it shows inside a container that is inspected. Undefined means what it is by
   * itself: a Hash's inspect, or JSON.
   */
  inspectText(): string | undefined {
    return undefined
  }

  /** Ruby's to_liquid, which Liquid's own filters put in place of every member of their list: for pages, a hash. */
  toLiquid(): Drop {
    return this
  }

  /** What jsonify makes of it. The default is every key with its value, in order. */
  toHash(_state?: JsonState): ReadonlyMap<Value, Value> {
    return new Map<Value, Value>(this.keys().map((key) => [key, this.get(key)]))
  }

  /** Ruby's `<=>` among drops of one kind, undefined where they do not compare. */
  compare(_other: Drop): number | undefined {
    return undefined
  }

  /** Ruby's `==`. */
  equals(other: unknown): boolean {
    return this === other
  }
}

/** A drop over a plain map: for tests, small views, and the results of plugins. */
export class MapDrop extends Drop {
  override readonly readId: string | undefined
  override readonly isHash: boolean
  readonly #entries: ReadonlyMap<string, Value>

  constructor(entries: ReadonlyMap<string, Value>, options: { readId?: string; isHash?: boolean } = {}) {
    super()
    this.#entries = entries
    this.readId = options.readId
    this.isHash = options.isHash ?? true
  }

  get(key: string): Value {
    return this.#entries.get(key)
  }

  keys(): readonly string[] {
    return [...this.#entries.keys()]
  }

  override has(key: string): boolean {
    return this.#entries.has(key)
  }
}

export const isDrop = (value: unknown): value is Drop => value instanceof Drop
