// Finds the theme of a site: a folder, an npm package, an installed gem, or a gem or an archive that is fetched once.
// Counterparts: Jekyll::Site#configure_theme and Jekyll::RemoteTheme::Munger.

import { createRequire } from 'node:module'
import path from 'node:path'
import type { FoundTheme } from '../../config/index.ts'
import type { Warning } from '../../util/error.ts'
import { isFolder } from '../../util/file-kind.ts'
import { className } from '../../util/inspect.ts'
import { type Log, silentLog } from '../../util/log.ts'
import { packageRoot } from '../../util/package-root.ts'
import { type Hash, isArray, type Value } from '../../util/value.ts'
import { FETCH_LIMITS, type FetchContext, type FetchLimits } from './fetching.ts'
import { type ThemePlace, themeFolders, themeSettings } from './folders.ts'
import { gemspecIn, readGemspec } from './gem-spec.ts'
import { findGemTheme } from './gem-theme.ts'
import { isInGemfile } from './gemfile.ts'
import { hostsOf } from './hosts.ts'
import { parseRemoteName } from './remote-name.ts'

export interface ThemeSearch {
  readonly log?: Log | undefined
  readonly env?: NodeJS.ProcessEnv | undefined
  readonly limits?: FetchLimits | undefined
}

const LOOKS_LIKE_THEME = ['_layouts', 'layouts', '_includes', 'includes', '_sass']

// Of the packages on npm only those are meant that are themes: many a theme's gem has the name of some other package.
const npmRoot = (name: string, source: string): string | undefined => {
  try {
    const root = path.dirname(createRequire(path.join(source, 'package.json')).resolve(`${name}/package.json`))
    return LOOKS_LIKE_THEME.some((folder) => isFolder(path.join(root, folder))) ? root : undefined
  } catch {
    return undefined // no such package
  }
}

const placeIn = (name: string, root: string): ThemePlace => ({
  name,
  root,
  kind: 'package',
  spec: readGemspec(gemspecIn(root, path.basename(root))),
})

const findLocalTheme = (name: string, source: string): ThemePlace | undefined => {
  if (name === 'octavo') return { name, root: packageRoot(), kind: 'package' }
  const local = path.resolve(source, name)
  const own = path.join(source, '_themes', name)
  if (/[./]/.test(name) && isFolder(local)) return placeIn(name, local)
  if (isFolder(own)) return placeIn(name, own)
  const root = npmRoot(name, source)
  return root === undefined ? undefined : placeIn(name, root)
}

const remoteWarning = (message: string, advice: string): Warning => ({
  topic: 'Remote Theme:',
  message,
  place: { path: '_config.yml' },
  advice,
})

const textList = (value: Value | undefined): string[] => (isArray(value) ? value.map(String) : [])

const REMOTE_PLUGIN = 'jekyll-remote-theme'

// The plugin must be switched on; `github-pages` does so by itself. In safe mode it must be allowed besides.
const isRemoteOn = (settings: Hash, source: string, env: NodeJS.ProcessEnv): boolean => {
  if (settings.get('safe') === true && !textList(settings.get('whitelist')).includes(REMOTE_PLUGIN)) return false
  const named = [...textList(settings.get('plugins')), ...textList(settings.get('gems'))]
  const names = [REMOTE_PLUGIN, 'github-pages']
  return names.some((name) => named.includes(name) || isInGemfile(name, source, env))
}

const findRemoteTheme = async (
  text: string,
  context: FetchContext,
): Promise<{ readonly place?: ThemePlace; readonly warnings: readonly Warning[] }> => {
  const remote = parseRemoteName(text, context.source, context.env)
  if (!remote || (remote.kind === 'folder' && !isFolder(remote.folder))) {
    const advice = 'Write it as owner/name, owner/name@ref, or as a folder that is there: ./my-theme.'
    return { warnings: [remoteWarning(`${JSON.stringify(text)} is not a valid remote theme`, advice)] }
  }
  const { remoteTheme } = await import('./fetch-remote.ts')
  const root = remote.kind === 'folder' ? remote.folder : (await remoteTheme(remote, context)).root
  const spec = readGemspec(gemspecIn(root, remote.name))
  return { place: { name: remote.name, root, kind: 'remote', spec }, warnings: [] }
}

const findNamedTheme = async (
  name: Value | undefined,
  context: FetchContext,
): Promise<{ readonly place?: ThemePlace | undefined; readonly warnings: readonly Warning[] }> => {
  if (name === undefined || name === null || name === '') return { warnings: [] }
  if (typeof name !== 'string') {
    const message = `value of 'theme' in config should be String to use gem-based themes, but got ${className(name)}`
    return { warnings: [{ topic: 'Theme:', message, place: { path: '_config.yml' } }] }
  }
  const local = findLocalTheme(name, context.source)
  return { place: local ?? (await findGemTheme(name.toLowerCase().trim(), context)), warnings: [] }
}

/**
 * The theme of the site at `source`. Where both kinds are named, the remote one gives the files, and the other one its settings.
 * @throws UserError where there is no such theme, or it cannot be fetched.
 */
export const findTheme = async (settings: Hash, source: string, search: ThemeSearch = {}): Promise<FoundTheme> => {
  const { env = process.env, log = silentLog } = search
  const remote = settings.get('remote_theme')
  const hasRemote = remote !== undefined && remote !== null && remote !== false && remote !== ''
  const context = { source, env, log, hosts: hostsOf(settings, env), limits: search.limits ?? FETCH_LIMITS }
  const named = await findNamedTheme(settings.get('theme'), context)
  const own = named.place && themeFolders(named.place)
  const found = { theme: own, settings: named.place && themeSettings(named.place), warnings: named.warnings }
  if (!hasRemote) return found
  if (!isRemoteOn(settings, source, env)) {
    const message = `remote_theme is set, but the plugin ${REMOTE_PLUGIN} is not switched on: the setting does nothing`
    return {
      ...found,
      warnings: [...found.warnings, remoteWarning(message, `Add ${REMOTE_PLUGIN} to \`plugins\`.`)],
    }
  }
  const fetched = await findRemoteTheme(String(remote), context)
  return {
    ...found,
    theme: fetched.place ? { ...themeFolders(fetched.place), needs: own?.needs ?? [] } : own,
    warnings: [...found.warnings, ...fetched.warnings],
  }
}
