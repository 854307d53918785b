// Where themes are fetched from: keys under `octavo:` in _config.yml, and environment variables, which win over them.
import { hashAt, stringAt } from '../../model/hash.ts'
import { UserError } from '../../util/error.ts'
import type { Hash } from '../../util/value.ts'

export interface Hosts {
  /** Answers /info/NAME and /gems/NAME-VERSION.gem. */
  readonly gems: string
  /** Answers /OWNER/NAME/tar.gz/REF; undefined for the one that belongs to the repository's own host. */
  readonly archives: string | undefined
  /** Answers /repos/OWNER/NAME/releases/latest; undefined for the one that belongs to the repository's own host. */
  readonly api: string | undefined
}

/** The keys under `octavo:` that this reads. */
export const HOST_KEYS = ['gem_host', 'archive_host', 'api_host'] as const

const DEFAULT_GEM_HOST = 'https://rubygems.org'

const checkedHost = (address: string, name: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '')
    return address.replace(/\/+$/, '')
  throw new UserError(`'${name}' should be the address of a host`, {
    place: { path: '_config.yml' },
    advice: 'Write it as https://gems.example.org, without user names and queries.',
  })
}

/** @throws UserError for what is not the address of a host. */
export const hostsOf = (settings: Hash, env: NodeJS.ProcessEnv): Hosts => {
  const own = hashAt(settings, 'octavo') ?? new Map()
  const host = (key: (typeof HOST_KEYS)[number]): string | undefined => {
    const variable = `OCTAVO_${key.toUpperCase()}`
    if (env[variable]) return checkedHost(env[variable], variable)
    const value = stringAt(own, key)
    return value === undefined || value === '' ? undefined : checkedHost(value, `octavo.${key}`)
  }
  return { gems: host('gem_host') ?? DEFAULT_GEM_HOST, archives: host('archive_host'), api: host('api_host') }
}
