import { isDrop } from '../../util/drop.ts'
import { textOf } from '../../util/inspect.ts'
import { isArray, isHash, isNil, isTruthy, type Value } from '../../util/value.ts'
import type { Filter } from '../core.ts'
import { isMethodLiteral } from '../expression.ts'
import { isStable, remember } from '../list-index.ts'
import type { Runtime } from '../runtime.ts'
import { itemProperty, selectable, toArray } from './item-property.ts'

// where and find: members by the text of a property. Over a list that stays the same the answers come from an index of the texts.

/** Everything that `where` compares with a target's text. */
const matchTexts = (property: Value): readonly string[] =>
  typeof property === 'string' ? [property] : toArray(property).map(textOf)

const matches = (property: Value, target: Value): boolean => {
  if (isNil(target)) return isNil(property)
  if (isMethodLiteral(target)) return property === '' || toArray(property).map(textOf).join('') === ''
  return matchTexts(property).includes(textOf(target))
}

interface WhereIndex {
  readonly byText: ReadonlyMap<string, readonly Value[]>
  readonly nil: readonly Value[]
}

const buildIndex = (items: readonly Value[], name: string, runtime: Runtime): WhereIndex => {
  const byText = new Map<string, Value[]>()
  const nil: Value[] = []
  for (const item of items) {
    const property = itemProperty(item, name, runtime)
    if (isNil(property)) nil.push(item)
    for (const text of new Set(matchTexts(property))) {
      const known = byText.get(text)
      if (known) known.push(item)
      else byText.set(text, [item])
    }
  }
  return { byText, nil }
}

const isCollection = (value: Value): boolean => isArray(value) || isHash(value) || (isDrop(value) && value.isHash)

const selectWhere = (items: readonly Value[], name: string, target: Value, runtime: Runtime): readonly Value[] => {
  if (!isStable(items) || isMethodLiteral(target))
    return items.filter((item) => matches(itemProperty(item, name, runtime), target))
  const key = isNil(target) ? 'where\0nil' : `where\0text\0${textOf(target)}`
  const properties = [name]
  return remember({ list: items, key: `${key}\0${name}`, properties }, runtime, () => {
    const index = remember({ list: items, key: `index\0${name}`, properties }, runtime, () =>
      buildIndex(items, name, runtime),
    )
    return (isNil(target) ? index.nil : index.byText.get(textOf(target))) ?? []
  })
}

const where = (input: Value, [property, target]: readonly Value[], runtime: Runtime): Value => {
  if (!isTruthy(property) || isCollection(target)) return input
  const items = selectable(input, runtime)
  return items ? selectWhere(items, textOf(property), target, runtime) : input
}

const find = (input: Value, [property, target]: readonly Value[], runtime: Runtime): Value => {
  if (!isTruthy(property) || isCollection(target)) return input
  const items = selectable(input, runtime)
  if (!items) return input
  const name = textOf(property)
  if (isStable(items)) return selectWhere(items, name, target, runtime)[0] ?? null
  return items.find((item) => matches(itemProperty(item, name, runtime), target)) ?? null
}

export const whereFilters: Readonly<Record<string, Filter>> = {
  where: { apply: where, arity: [2, 2] },
  find: { apply: find, arity: [2, 2] },
}
