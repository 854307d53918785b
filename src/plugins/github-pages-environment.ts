// What the environment says of GitHub (or a GitHub Enterprise) around a site. Counterpart: Jekyll::GitHubMetadata::Pages.

const variable = (name: string, ...others: readonly (string | undefined)[]): string => {
  const own = process.env[name]
  return (own === '' ? undefined : own) ?? others.find((other) => other !== undefined && other !== '') ?? ''
}

const withoutSlash = (url: string): string => url.replace(/\/$/, '')

export interface PagesEnvironment {
  readonly environment: string
  readonly hostname: string
  readonly pagesHostname: string
  readonly apiUrl: string
  readonly helpUrl: string
  readonly githubUrl: string
  readonly enterprise: boolean
  readonly subdomainIsolation: boolean
  readonly scheme: string
  /** True where GitHub itself builds. */
  readonly pageBuild: boolean
}

/** `environment` is Jekyll's own, which stands in where PAGES_ENV is not set. */
export const readPagesEnvironment = (environment: string): PagesEnvironment => {
  const env = variable('PAGES_ENV', process.env['JEKYLL_ENV'], environment, 'development')
  const hostname = withoutSlash(variable('PAGES_GITHUB_HOSTNAME', process.env['GITHUB_HOSTNAME'], 'github.com'))
  const scheme = variable('SSL', 'false') === 'true' || env === 'test' ? 'https' : 'http'
  const local = env === 'development' ? 'localhost:4000' : undefined
  return {
    environment: env,
    hostname,
    pagesHostname: withoutSlash(variable('PAGES_PAGES_HOSTNAME', process.env['PAGES_HOSTNAME'], local, 'github.io')),
    apiUrl: withoutSlash(variable('PAGES_API_URL', process.env['API_URL'], 'https://api.github.com')),
    helpUrl: withoutSlash(variable('PAGES_HELP_URL', process.env['HELP_URL'], 'https://docs.github.com')),
    githubUrl: env === 'dotcom' || hostname === 'github.com' ? 'https://github.com' : `${scheme}://${hostname}`,
    enterprise: env === 'enterprise',
    subdomainIsolation: variable('SUBDOMAIN_ISOLATION', 'false') === 'true',
    scheme,
    pageBuild: variable('PAGE_BUILD_ID') !== '',
  }
}
