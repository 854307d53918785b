// What a feature under `octavo:` in _config.yml is set to.
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import { UserError } from '../util/error.ts'
import { inspect } from '../util/inspect.ts'
import { type Hash, isHash } from '../util/value.ts'

// What may stand for `true`: the one way in which a feature works, or a setting by its name alone.
const WORDS: Readonly<Record<string, ReadonlyMap<string, Hash>>> = {
  math: new Map([['katex', new Map()]]),
  mermaid: new Map([['code', new Map([['draw', false]])]]),
}

/**
 * A feature's settings: those of `octavo: {key: {...}}`, empty ones for `octavo: {key: true}`, and undefined where it is off.
 * @throws UserError where the key holds neither.
 */
export const featureSettings = (config: Config, key: string): Hash | undefined => {
  const value = hashAt(config.data, 'octavo')?.get(key)
  if (value === undefined || value === null || value === false) return undefined
  if (value === true) return new Map()
  const word = typeof value === 'string' ? WORDS[key]?.get(value) : undefined
  if (word) return word
  if (isHash(value)) return value.get('enabled') === false ? undefined : value
  throw new UserError(`'octavo.${key}' should be true, false or a hash of settings, but was: ${inspect(value)}`, {
    place: { path: '_config.yml' },
  })
}
