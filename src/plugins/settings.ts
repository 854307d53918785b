// A plugin's own section of the configuration.
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Hash, Value } from '../util/value.ts'

/** The hash under `key`; an empty one where there is none. */
export const pluginSettings = (config: Config, key: string): Hash => hashAt(config.data, key) ?? new Map()

/** A page's value with the front-matter defaults behind it. */
export const ownOrDefault = (page: { readonly data: Hash; readonly defaults: Hash }, key: string): Value =>
  page.data.has(key) ? page.data.get(key) : page.defaults.get(key)
