// Finds a theme's gem: in the folder that the Gemfile names, among the installed gems, in the cache, or at the gem host.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../util/error.ts'
import { type FetchContext, themeError } from './fetching.ts'
import type { ThemePlace } from './folders.ts'
import { bundledCheckout, gemHomes, installedGems } from './gem-folders.ts'
import { gemspecIn, parseMetadata, readGemspec } from './gem-spec.ts'
import { newest, satisfies } from './gem-version.ts'
import { type GemRequest, type GitSource, readGemRequest } from './gemfile.ts'
import { parseRemoteName } from './remote-name.ts'

const NAME = /^[a-z0-9_][a-z0-9._-]{0,100}$/

const inFolder = (name: string, root: string): ThemePlace => ({
  name,
  root,
  kind: 'gem',
  spec: readGemspec(gemspecIn(root, name)),
})

// The site of a theme may be built with the theme itself: its gemspec is in the source then.
const ownFolder = (name: string, request: GemRequest, source: string): string | undefined =>
  [request.folder, existsSync(path.join(source, `${name}.gemspec`)) ? source : undefined].find(
    (folder) => folder !== undefined && existsSync(folder),
  )

const installed = (name: string, request: GemRequest, context: FetchContext): ThemePlace | undefined => {
  const homes = gemHomes(context.source, context.env)
  if (request.git) {
    const { checkout } = request.git
    const root = checkout === undefined ? undefined : bundledCheckout(checkout, homes)
    return root === undefined ? undefined : inFolder(name, root)
  }
  const { version, requirements } = request
  const gem = newest(
    installedGems(name, homes),
    (found) => found.version,
    version === undefined ? requirements : [`= ${version}`],
  )
  return gem && { name, root: gem.root, kind: 'gem', spec: readGemspec(gem.specification) }
}

const GITHUB = /^(?:https?:\/\/|git:\/\/|git@|ssh:\/\/git@)github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/

// What Bundler would clone is fetched as an archive.
const fromRepository = async (name: string, git: GitSource, context: FetchContext): Promise<ThemePlace> => {
  const repository = GITHUB.exec(git.remote)?.[1]
  const remote = repository === undefined ? undefined : parseRemoteName(`${repository}@${git.ref}`, '/', {})
  if (remote?.kind !== 'repository')
    throw themeError(
      `The theme '${name}' could not be found here, and Octavo cannot fetch ${git.ref} from ${git.remote}, where the Gemfile has it from`,
      `Run bundle install, or put the theme into _themes/${name}.`,
    )
  const { remoteTheme } = await import('./fetch-remote.ts')
  return inFolder(name, (await remoteTheme(remote, context)).root)
}

const elsewhere = (name: string, request: GemRequest, context: FetchContext): string => {
  const others = installedGems(name, gemHomes(context.source, context.env))
    .map(({ version }) => version)
    .filter((version) => request.version !== undefined || !satisfies(version, request.requirements))
  if (others.length === 0) return ''
  const asked = request.version ?? request.requirements.join(', ')
  return ` Installed is ${others.join(', ')}, but the Gemfile or its lock file asks for ${asked}.`
}

/** @throws UserError where there is no such gem, or it cannot be fetched. */
export const findGemTheme = async (name: string, context: FetchContext): Promise<ThemePlace> => {
  if (!NAME.test(name))
    throw new UserError(`The theme '${name}' could not be found`, {
      place: { path: '_config.yml' },
      advice: 'Name a folder below the source (`theme: ./my-theme`), an npm package, or a gem.',
    })
  const request = readGemRequest(name, context.source, context.env)
  const folder = ownFolder(name, request, context.source)
  if (folder !== undefined) return inFolder(name, folder)
  const gem = installed(name, request, context)
  if (gem) return gem
  if (request.git) return fromRepository(name, request.git, context)
  const { fetchGem, storedGem } = await import('./fetch-gem.ts')
  const { METADATA } = await import('./gem-file.ts')
  try {
    const { root } = storedGem(name, request, context.source) ?? (await fetchGem(name, request, context))
    return { name, root, kind: 'gem', spec: parseMetadata(readFileSync(path.join(root, METADATA), 'utf8')) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const advice = `${error.advice ?? ''}${elsewhere(name, request, context)}`
    throw new UserError(error.message, { place: error.place, advice, cause: error })
  }
}
