import { Drop } from '../../util/drop.ts'
import type { Value } from '../../util/value.ts'

// forloop and tablerowloop.

const FOR_KEYS = ['name', 'length', 'parentloop', 'index', 'index0', 'rindex', 'rindex0', 'first', 'last']
const TABLE_KEYS = ['length', 'col', 'row', 'index', 'index0', 'col0', 'rindex', 'rindex0', 'first', 'last', 'col_first', 'col_last'] // biome-ignore format: a list

/** What for and tablerow have in common: a position among `length` items. */
abstract class LoopDrop extends Drop {
  override readonly inspectsAsClass = true
  readonly length: number
  /** From 0; the loop moves it. */
  position = 0

  constructor(length: number) {
    super()
    this.length = length
  }

  get(key: string): Value {
    switch (key) {
      case 'length':
        return this.length
      case 'index':
        return this.position + 1
      case 'index0':
        return this.position
      case 'rindex':
        return this.length - this.position
      case 'rindex0':
        return this.length - this.position - 1
      case 'first':
        return this.position === 0
      case 'last':
        return this.position === this.length - 1
      default:
        return null
    }
  }

  // Liquid's own drops answer to any key, with nil.
  override has(): boolean {
    return true
  }

  override inspectText(): string {
    return this.rubyClass
  }
}

export class ForLoopDrop extends LoopDrop {
  override readonly rubyClass = 'Liquid::ForloopDrop'
  readonly #name: string
  readonly #parent: Drop | undefined

  constructor(name: string, length: number, parent: Drop | undefined) {
    super(length)
    this.#name = name
    this.#parent = parent
  }

  override get(key: string): Value {
    if (key === 'name') return this.#name
    return key === 'parentloop' ? (this.#parent ?? null) : super.get(key)
  }

  keys(): readonly string[] {
    return FOR_KEYS
  }
}

export class TableRowLoopDrop extends LoopDrop {
  override readonly rubyClass = 'Liquid::TablerowloopDrop'
  readonly #columns: number
  row = 1
  column = 1

  constructor(length: number, columns: number) {
    super(length)
    this.#columns = columns
  }

  get endsRow(): boolean {
    return this.column === this.#columns
  }

  get isLast(): boolean {
    return this.position === this.length - 1
  }

  advance(): void {
    this.position++
    if (this.endsRow) {
      this.column = 1
      this.row++
    } else this.column++
  }

  override get(key: string): Value {
    switch (key) {
      case 'row':
        return this.row
      case 'col':
        return this.column
      case 'col0':
        return this.column - 1
      case 'col_first':
        return this.column === 1
      case 'col_last':
        return this.endsRow
      default:
        return super.get(key)
    }
  }

  keys(): readonly string[] {
    return TABLE_KEYS
  }
}
