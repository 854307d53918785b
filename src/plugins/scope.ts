// Reading a template's variables and running its filters from a plugin's code.
import type { TagScope } from '../liquid/index.ts'
import { Drop } from '../util/drop.ts'
import { textOf } from '../util/inspect.ts'
import { isArray, isHash, isTruthy, type Value } from '../util/value.ts'

const SLOT = 'octavo_plugin_value'

/** The value after a chain of filters: `filtered(scope, title, 'markdownify | strip_html')`. */
export const filtered = (scope: TagScope, value: Value, filters: string): Value => {
  scope.setVariable(SLOT, value)
  const result = scope.evaluate(`${SLOT} | ${filters}`)
  scope.setVariable(SLOT, null)
  return result
}

export const filteredText = (scope: TagScope, value: Value, filters: string): string =>
  textOf(filtered(scope, value, filters))

/** A property as a template reads it: noted among what its page depends on. */
export const readProperty = (scope: TagScope, value: Value, key: string): Value => {
  scope.setVariable(SLOT, value)
  const result = scope.evaluate(`${SLOT}.${key}`)
  scope.setVariable(SLOT, null)
  return result
}

/** A property of a hash or view, nil where there is none. */
export const property = (value: Value, ...keys: readonly string[]): Value => {
  let current: Value = value
  for (const key of keys) {
    if (current instanceof Drop) current = current.get(key)
    else if (isHash(current)) current = current.get(key)
    else return null
  }
  return current ?? null
}

export const listProperty = (value: Value, key: string): readonly Value[] => {
  const found = property(value, key)
  return isArray(found) ? found : []
}

/** Liquid's `default` filter: the fallback for nil, false and what is empty. */
export const orDefault = (value: Value, fallback: Value): Value => {
  const empty = value === '' || (isArray(value) && value.length === 0) || (isHash(value) && value.size === 0)
  return !isTruthy(value) || empty ? fallback : value
}
