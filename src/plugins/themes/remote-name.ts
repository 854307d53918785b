// What `remote_theme` may say. Counterpart: Jekyll::RemoteTheme::Theme.
//
//   owner/name   owner/name@ref   https://host/owner/name@ref   ./folder   ../folder   /folder   ~/folder
import { homedir } from 'node:os'
import path from 'node:path'

export type RemoteName =
  | { readonly kind: 'folder'; readonly name: string; readonly folder: string }
  | {
      readonly kind: 'repository'
      readonly host: string
      readonly owner: string
      readonly name: string
      /** A branch, tag or commit; 'latest' for the newest release. */
      readonly ref: string
    }

const REPOSITORY = /^([a-z0-9-]+)\/([a-z0-9._-]+?)(?:@([a-z0-9._-]+))?$/i

const folderNamed = (text: string, source: string): RemoteName => {
  const folder = path.resolve(source, text.startsWith('~/') ? path.join(homedir(), text.slice(2)) : text)
  return { kind: 'folder', name: path.basename(folder), folder }
}

const hostsAllowed = (env: NodeJS.ProcessEnv): ReadonlySet<string | undefined> =>
  new Set(['github.com', env['PAGES_GITHUB_HOSTNAME']?.toLowerCase(), env['GITHUB_HOSTNAME']?.toLowerCase()])

/** Reads a `remote_theme`; undefined where it is no valid one. Folders count from the source. */
export const parseRemoteName = (text: string, source: string, env: NodeJS.ProcessEnv): RemoteName | undefined => {
  const trimmed = text.trim()
  if (/^(?:\/|\.\.?\/|~\/|[a-z]:[/\\])/i.test(trimmed)) return folderNamed(trimmed, source)
  const short = REPOSITORY.test(trimmed)
  const address = short ? `https://github.com/${trimmed}` : trimmed
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const [, owner, name, ref = 'HEAD'] = REPOSITORY.exec(url.pathname.slice(1)) ?? []
  if (owner === undefined || name === undefined || !/^https?:$/.test(url.protocol)) return undefined
  if (!hostsAllowed(env).has(url.hostname)) return undefined
  return {
    kind: 'repository',
    host: url.host,
    // The original writes everything in lower case, the ref too; a ref's case matters to the host, though.
    owner: owner.toLowerCase(),
    name: name.toLowerCase(),
    ref,
  }
}
