// site.github: what is known of the repository that a site is built from, and {% github_edit_link %}. Counterpart:
// jekyll-github-metadata, without a network: the repository is found in git's own files and the environment, and what only GitHub's API
// could tell is nil.
import type { TagDefinition } from '../liquid/index.ts'
import type { Config } from '../model/config.ts'
import { deepMerge } from '../model/hash.ts'
import { renderOrder, type Site } from '../model/site.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { normalizeUri } from '../util/uri.ts'
import { type Hash, hashOf, isHash, isTruthy, type Value } from '../util/value.ts'
import { type PagesEnvironment, readPagesEnvironment } from './github-pages-environment.ts'
import { findRepository, type Repository } from './github-repository.ts'
import type { PluginFactory } from './plugin.ts'
import { property } from './scope.ts'

const OWNER_KEYS =
  'avatar_url bio blog collaborators company created_at description email followers following has_organization_projects has_repository_projects hireable html_url id is_verified location login name node_id public_gists public_repos type updated_at'.split(
    ' ',
  )
/** Keys that GitHub's API alone could fill. */
const FROM_API =
  'archived contributors disabled issues_url language latest_release license organization_members owner_display_name private project_tagline public_repositories releases show_downloads wiki_url'.split(
    ' ',
  )
const ASKED_OF_API = new RegExp(`\\bsite\\.github\\.(${FROM_API.join('|')})\\b`)
const ASKED = /\bsite\.github\b|\{%-?\s*github_edit_link\b/

const pathOf = (url: string): string => /^\w+:\/\/[^/]*(.*)$/.exec(url)?.[1] ?? ''

const environmentHash = (pages: PagesEnvironment): Record<string, Value> => ({
  api_url: pages.apiUrl,
  environment: pages.environment,
  help_url: pages.helpUrl,
  hostname: pages.hostname,
  pages_env: pages.environment,
  pages_hostname: pages.pagesHostname,
  versions: new Map(),
})

const ownerHash = (repository: Repository, pages: PagesEnvironment): Hash =>
  new Map<Value, Value>(OWNER_KEYS.map((key) => [key, null]))
    .set('login', repository.owner)
    .set('html_url', `${pages.githubUrl}/${repository.owner}`)

const repositoryHash = (repository: Repository, pages: PagesEnvironment): Record<string, Value> => {
  const { url, name, owner, branch, pagesUrl } = repository
  return {
    baseurl: pathOf(pagesUrl),
    build_revision: repository.revision,
    clone_url: `${url}.git`,
    is_project_page: !repository.userPage,
    is_user_page: repository.userPage,
    owner: ownerHash(repository, pages),
    owner_gravatar_url: `${pages.githubUrl}/${owner}.png`,
    owner_name: owner,
    owner_url: `${pages.githubUrl}/${owner}`,
    project_title: name,
    releases_url: `${url}/releases`,
    repository_name: name,
    repository_nwo: repository.nwo,
    repository_url: url,
    source: hashOf({ branch, path: repository.folder }),
    tar_url: `${url}/tarball/${branch}`,
    url: pagesUrl,
    zip_url: `${url}/zipball/${branch}`,
  }
}

const metadataOf = (repository: Repository | undefined, pages: PagesEnvironment): Hash => {
  const known = { ...environmentHash(pages), ...(repository ? repositoryHash(repository, pages) : {}) }
  const all: [string, Value][] = [...FROM_API.map((key): [string, Value] => [key, null]), ...Object.entries(known)]
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What the plugin sets of the configuration where the site leaves it open. */
const fallbacks = (config: Config, repository: Repository, pages: PagesEnvironment): Map<string, Value> => {
  const { data } = config
  const values = new Map<string, Value>()
  const open = (key: string): boolean => !isTruthy(data.get(key))
  if (open('title') && open('name')) values.set('title', repository.userPage ? repository.owner : repository.name)
  if (config.environment !== 'production' && !pages.pageBuild) return values
  const path = pathOf(repository.pagesUrl)
  if (open('url')) values.set('url', repository.pagesUrl.slice(0, repository.pagesUrl.length - path.length))
  if (open('baseurl') || data.get('baseurl') === '/') values.set('baseurl', path)
  return values
}

const configure = (config: Config, repository: Repository | undefined, pages: PagesEnvironment): Config => {
  const own = config.data.get('github')
  const found = metadataOf(repository, pages)
  const github = isHash(own) ? deepMerge(found, own) : (own ?? found)
  const values = repository ? fallbacks(config, repository, pages) : new Map<string, Value>()
  const url = values.get('url')
  return {
    ...config,
    data: new Map([...config.data, ...values, ['github', github] as const]),
    url: url === undefined ? config.url : textOf(url),
    baseurl: values.has('baseurl') ? textOf(values.get('baseurl')) : config.baseurl,
  }
}

const partsOfLink = (site: Value, page: Value): Value[] => [
  property(site, 'github', 'repository_url'),
  'edit/',
  property(site, 'github', 'source', 'branch'),
  property(site, 'github', 'source', 'path'),
  property(page, 'path'),
]

const editLink: TagDefinition = {
  compile: (markup) => {
    const [, double, single] = /"(.*)"|'(.*)'/.exec(markup) ?? []
    const label = double ?? single
    return (scope) => {
      const parts = partsOfLink(scope.variable('site'), scope.variable('page'))
      const complete = parts.every((part) => part !== null && part !== undefined)
      if (!complete) scope.warn('There is no site.github.repository_url to make a link for editing from')
      const joined = parts.map((part) => textOf(part).replace(/^\/|\/$/g, '')).filter((part) => part !== '')
      const link = complete ? normalizeUri(joined.join('/')) : ''
      return label === undefined ? link : `<a href="${link}">${label}</a>`
    }
  },
}

const noRepository: Warning = {
  message: 'site.github is asked for, but nothing says which repository on GitHub the site belongs to',
  place: { path: '_config.yml' },
  advice:
    "Write 'repository: owner/name' in _config.yml, set PAGES_REPO_NWO, or build in a clone whose remote 'origin' is on GitHub.",
}

// Cheap: templates are searched as texts, once.
const remarks = (site: Site, repository: Repository | undefined): Warning[] => {
  const own = property(site.config.data, 'github')
  const templates = [...site.layouts.values(), ...renderOrder(site)].filter(({ content }) => ASKED.test(content))
  if (!repository) return templates.length > 0 && !isTruthy(property(own, 'repository_url')) ? [noRepository] : []
  for (const { content, relativePath } of templates) {
    const key = ASKED_OF_API.exec(content)?.[1]
    if (key === undefined || property(own, key) !== null) continue
    return [
      {
        message: `site.github.${key} is nil: only GitHub's API could tell it, and nothing is fetched while building`,
        place: { path: relativePath },
        advice: `Give it under 'github:' in _config.yml, where it is to show.`,
      },
    ]
  }
  return []
}

export const githubMetadata: PluginFactory = (first) => {
  const pages = readPagesEnvironment(first.environment)
  const repository = findRepository(first, pages)
  return {
    name: 'jekyll-github-metadata',
    parallel: true,
    configure: (config) => configure(config, repository, pages),
    tags: { github_edit_link: editLink },
    generate: (site, context) => {
      for (const warning of remarks(site, repository)) context.warn(warning)
      return site
    },
  }
}
