// Fetches a theme's gem once. Which version: the one of Gemfile.lock; else the newest that meets the Gemfile and is for our Jekyll.
import { type FetchContext, fetchFile, themeError, unpacking, type Wanted } from './fetching.ts'
import { openGem, unpackGem } from './gem-file.ts'
import { chooseVersion, parseIndex } from './gem-index.ts'
import { parseMetadata } from './gem-spec.ts'
import { isVersion, newest } from './gem-version.ts'
import type { GemRequest } from './gemfile.ts'
import { type StoredTheme, sha256, storedNames, storedTheme, storeTheme } from './store.ts'

const keyOf = (name: string, version: string): string => `gems/${name}-${version}`

/** The gem as an earlier build fetched it. */
export const storedGem = (name: string, request: GemRequest, source: string): StoredTheme | undefined => {
  if (request.version !== undefined) return storedTheme(source, keyOf(name, request.version))
  const versions = storedNames(source, 'gems')
    .filter((folder) => folder.startsWith(`${name}-`))
    .map((folder) => folder.slice(name.length + 1))
    .filter(isVersion)
  const version = newest(versions, (text) => text, request.requirements)
  return version === undefined ? undefined : storedTheme(source, keyOf(name, version))
}

const wantedOf = (name: string, path: string, context: FetchContext): Wanted => ({
  url: `${context.hosts.gems}/${path}`,
  subject: `The theme '${name}'`,
  unreachable: 'could not be found here, nor fetched from',
  missing: 'the gem host has none of that name and version',
  advice: `No folder, npm package or installed gem here has this name: check it. Without a network, put the theme into _themes/${name}, install its gem (gem install ${name}), or name a host that can be reached as octavo.gem_host.`,
})

const choose = async (name: string, request: GemRequest, context: FetchContext) => {
  if (request.version !== undefined && request.sha256 !== undefined)
    return { version: request.version, sha256: request.sha256 }
  const index = wantedOf(name, `info/${name}`, context)
  const gems = parseIndex((await fetchFile(index, context)).toString('utf8'))
  const gem = chooseVersion(gems, request.version, request.requirements)
  if (gem) return gem
  const asked = request.version ?? request.requirements.join(', ')
  throw themeError(
    `The theme '${name}' could not be found: ${context.hosts.gems} lists no version ${asked} of it with a checksum`,
    gems.length === 0
      ? 'Check the name, or name another host as octavo.gem_host.'
      : `Ask for another in Gemfile or Gemfile.lock: it lists ${gems
          .map(({ version }) => version)
          .slice(-5)
          .join(', ')}.`,
  )
}

/** Fetches the gem, verifies its checksums and keeps it. @throws UserError where that cannot be done; then nothing is kept. */
export const fetchGem = async (name: string, request: GemRequest, context: FetchContext): Promise<StoredTheme> => {
  const { version, sha256: expected } = await choose(name, request, context)
  const wanted = wantedOf(name, `gems/${name}-${version}.gem`, context)
  const gem = await fetchFile(wanted, context)
  const actual = sha256(gem)
  if (actual !== expected)
    throw themeError(
      `The theme '${name}' cannot be used: ${wanted.url} has the wrong checksum (sha256 ${actual}, but ${expected} was promised)`,
      'Nothing of it was kept. Try again; if it stays so, something on the way changes files, or the host is not to be trusted.',
    )
  const stored = await unpacking(wanted, async () => {
    const parts = await openGem(gem, context.limits.unpack)
    const spec = parseMetadata(parts.metadata)
    if (spec.name !== name || spec.version !== version)
      throw themeError(
        `The theme '${name}' cannot be used: ${wanted.url} is ${spec.name} ${spec.version}`,
        'Nothing of it was kept. Name another host as octavo.gem_host.',
      )
    return storeTheme(context.source, keyOf(name, version), { url: wanted.url, sha256: actual, version }, (folder) =>
      unpackGem(parts, folder, context.limits.unpack),
    )
  })
  context.log.info('Theme:', `fetched ${name} ${version} from ${wanted.url}, for this build and the next ones.`)
  return stored
}
