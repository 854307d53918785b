// Which repository a site is built from, and what follows from its name. Counterparts: RepositoryFinder, Repository and
// RepositoryCompat of jekyll-github-metadata. Nothing is asked of GitHub.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../model/config.ts'
import { stringAt } from '../model/hash.ts'
import { findGitFolder, type GitFolder, readHead, readOrigin } from './git-folder.ts'
import type { PagesEnvironment } from './github-pages-environment.ts'

export interface Repository {
  readonly nwo: string
  readonly owner: string
  readonly name: string
  readonly url: string
  readonly userPage: boolean
  /** Where the site is published. */
  readonly pagesUrl: string
  readonly branch: string
  /** The site's folder in the repository: '/' or '/docs'. */
  readonly folder: string
  readonly revision: string | null
}

const nwoOfRemote = (url: string, hostname: string): string | undefined => {
  const at = url.indexOf(hostname)
  const match = at < 0 ? null : /^[:/]([\w-]+)\/([\w.-]+)/.exec(url.replace(/\.git$/, '').slice(at + hostname.length))
  return match ? `${match[1]}/${match[2]}` : undefined
}

const findName = (config: Config, git: GitFolder | undefined, hostname: string): string | undefined => {
  const own = stringAt(config.data, 'repository')
  const origin = git ? readOrigin(git) : undefined
  return (
    process.env['PAGES_REPO_NWO'] ||
    (own?.includes('/') ? own : undefined) ||
    process.env['GITHUB_REPOSITORY'] ||
    (origin === undefined ? undefined : nwoOfRemote(origin, hostname))
  )
}

const isUserPage = (owner: string, name: string, pages: PagesEnvironment): boolean => {
  const lower = name.toLowerCase()
  if (pages.enterprise) return lower === `${owner}.${pages.hostname}`.toLowerCase()
  return [`${owner}.github.io`, `${owner}.${pages.pagesHostname}`, `${owner}.github.com`]
    .map((domain) => domain.toLowerCase())
    .includes(lower)
}

const customDomain = (source: string): string | undefined => {
  const file = path.join(source, 'CNAME')
  if (!existsSync(file)) return undefined
  const domain = readFileSync(file, 'utf8').trim()
  return /^[\w.-]+$/.test(domain) ? domain : undefined
}

interface Named {
  readonly owner: string
  readonly name: string
  readonly userPage: boolean
}

// Where GitHub publishes: what its API answers, as far as names tell.
const pagesUrlOf = ({ owner, name, userPage }: Named, pages: PagesEnvironment, source: string): string => {
  if (pages.enterprise) {
    const place = userPage ? owner : `${owner}/${name}`
    return pages.subdomainIsolation
      ? `${pages.scheme}://${pages.pagesHostname}/${place}`
      : `${pages.githubUrl}/pages/${place}`
  }
  const domain = customDomain(source)
  if (domain !== undefined) return `https://${domain}`
  const host = pages.pagesHostname.startsWith('localhost') ? 'github.io' : pages.pagesHostname
  return `https://${owner.toLowerCase()}.${host}${userPage ? '' : `/${name}`}`
}

const folderIn = (git: GitFolder | undefined, source: string): string => {
  const relative = git ? path.relative(realpathSync(git.root), realpathSync(source)).replaceAll('\\', '/') : ''
  return relative === '' ? '/' : `/${relative}`
}

/** The repository of a site; undefined where nothing names one. */
export const findRepository = (config: Config, pages: PagesEnvironment): Repository | undefined => {
  const git = findGitFolder(config.source)
  const nwo = findName(config, git, pages.hostname)
  if (nwo === undefined) return undefined
  const head = git ? readHead(git) : undefined
  const [owner = ''] = nwo.split('/')
  const name = nwo.slice(nwo.lastIndexOf('/') + 1)
  const named = { owner, name, userPage: isUserPage(owner, name, pages) }
  return {
    ...named,
    nwo,
    url: `${pages.githubUrl}/${owner}/${name}`,
    pagesUrl: pagesUrlOf(named, pages, config.source),
    branch: process.env['GITHUB_REF_NAME'] || head?.branch || (named.userPage ? 'master' : 'gh-pages'),
    folder: folderIn(git, config.source),
    revision: process.env['JEKYLL_BUILD_REVISION'] || head?.revision || null,
  }
}
