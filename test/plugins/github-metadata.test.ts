// Where GitHub's API is not needed, the values are those of jekyll-github-metadata for the same repository.
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BuildResult, build } from '../../src/build.ts'
import { bodyText } from '../site.ts'
import { commitSite, git } from './git-site.ts'

const VARIABLES =
  'PAGES_REPO_NWO GITHUB_REPOSITORY GITHUB_REF_NAME JEKYLL_BUILD_REVISION JEKYLL_ENV PAGES_ENV PAGES_GITHUB_HOSTNAME GITHUB_HOSTNAME PAGES_PAGES_HOSTNAME PAGES_HOSTNAME PAGES_API_URL API_URL PAGES_HELP_URL HELP_URL SSL SUBDOMAIN_ISOLATION PAGE_BUILD_ID'.split(
    ' ',
  )

beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, undefined)
})
afterEach(() => vi.unstubAllEnvs())

const siteWith = (text: string, config = '', remote = 'git@github.com:ada/engine.git'): string => {
  const folder = commitSite({
    '_config.yml': `plugins: [jekyll-github-metadata]\n${config}`,
    'index.html': `---\n---\n${text}`,
    'docs/_config.yml': `plugins: [jekyll-github-metadata]\n${config}`,
    'docs/index.html': `---\n---\n${text}`,
  })
  if (remote !== '') git(folder, ['remote', 'add', 'origin', remote])
  return folder
}

const resultOf = (folder: string, environment?: string): Promise<BuildResult> =>
  build({ source: folder, destination: path.join(folder, '_site'), dryRun: true, environment })

const textOf = async (folder: string, environment?: string): Promise<string> =>
  bodyText((await resultOf(folder, environment)).outputs.find((output) => output.path === 'index.html')?.body)

const values = (...keys: string[]): string => keys.map((key) => `{{ site.github.${key} }}`).join(' ')

describe('site.github', () => {
  it.each([
    ['project_title repository_name repository_nwo owner_name', 'engine engine ada/engine ada'],
    ['owner_url owner_gravatar_url', 'https://github.com/ada https://github.com/ada.png'],
    ['repository_url clone_url', 'https://github.com/ada/engine https://github.com/ada/engine.git'],
    ['zip_url', 'https://github.com/ada/engine/zipball/main'],
    ['tar_url releases_url', 'https://github.com/ada/engine/tarball/main https://github.com/ada/engine/releases'],
    ['is_project_page is_user_page', 'true false'],
    ['url baseurl', 'https://ada.github.io/engine /engine'],
    ['hostname pages_hostname', 'github.com localhost:4000'],
    ['environment pages_env', 'development development'],
    ['api_url help_url', 'https://api.github.com https://docs.github.com'],
    ['source.branch source.path owner.login', 'main / ada'],
    ['language license', ' '],
  ])('%s', async (keys, expected) => {
    expect(await textOf(siteWith(values(...keys.split(' '))))).toBe(expected)
  })

  it.each([
    ['https://github.com/ada/engine', 'ada/engine'],
    ['https://token@github.com/ada/engine.js.git', 'ada/engine.js'],
    ['ssh://git@github.com/ada/ada.github.io.git', 'ada/ada.github.io'],
  ])('finds the repository of %s', async (remote, nwo) => {
    expect(await textOf(siteWith(values('repository_nwo'), '', remote))).toBe(nwo)
  })

  it('prefers the environment to the configuration, and that to git', async () => {
    const folder = siteWith(values('repository_nwo'), 'repository: own/site')
    expect(await textOf(folder)).toBe('own/site')
    vi.stubEnv('PAGES_REPO_NWO', 'env/site')
    expect(await textOf(folder)).toBe('env/site')
  })

  it('tells the revision, and the folder and branch of the source', async () => {
    const folder = siteWith(values('build_revision', 'source.path', 'source.branch'))
    const head = git(folder, ['rev-parse', 'HEAD'])
    expect(await textOf(path.join(folder, 'docs'))).toBe(`${head} /docs main`)
    git(folder, ['pack-refs', '--all'])
    expect(await textOf(folder)).toBe(`${head} / main`)
    git(folder, ['checkout', '-q', '--detach'])
    expect(await textOf(folder)).toBe(`${head} / gh-pages`)
  })

  it('keeps what the site writes under `github`', async () => {
    const text = values('language', 'owner_name', 'mine')
    expect(await textOf(siteWith(text, 'github: { language: Ada, mine: 1 }'))).toBe('Ada ada 1')
  })

  it('knows the addresses of an Enterprise', async () => {
    vi.stubEnv('PAGES_ENV', 'enterprise')
    vi.stubEnv('PAGES_GITHUB_HOSTNAME', 'git.corp.test')
    vi.stubEnv('SSL', 'true')
    const folder = siteWith(values('url', 'repository_url'), '', 'git@git.corp.test:ada/engine.git')
    expect(await textOf(folder)).toBe('https://git.corp.test/pages/ada/engine https://git.corp.test/ada/engine')
  })
})

describe('the configuration', () => {
  const SHOWN = '{{ site.title }} {{ site.url }} {{ site.baseurl }} {{ "/a" | absolute_url }}'

  it.each([
    ['development', '', 'engine   /a'],
    ['production', '', 'engine https://ada.github.io /engine https://ada.github.io/engine/a'],
    ['production', 'title: T\nurl: https://t.test\nbaseurl: /b', 'T https://t.test /b https://t.test/b/a'],
    ['production', 'name: N\nbaseurl: ""', ' https://ada.github.io  https://ada.github.io/a'],
  ])('in %s, with %j', async (environment, config, expected) => {
    expect(await textOf(siteWith(SHOWN, config), environment)).toBe(expected)
  })

  it("is a user's own site where the repository has that name", async () => {
    const folder = siteWith(SHOWN, '', 'git@github.com:ada/ada.github.io.git')
    expect(await textOf(folder, 'production')).toBe('ada https://ada.github.io  https://ada.github.io/a')
  })
})

describe('warnings', () => {
  const warningsOf = async (folder: string): Promise<string[]> =>
    (await resultOf(folder)).warnings.map(({ message }) => message)

  it('come once where a template asks for what only the API knows', async () => {
    expect(await warningsOf(siteWith('{{ site.github.contributors }}{{ site.github.releases }}'))).toEqual([
      "site.github.contributors is nil: only GitHub's API could tell it, and nothing is fetched while building",
    ])
    expect(await warningsOf(siteWith('{{ site.github.url }}'))).toEqual([])
  })

  it('come where no repository is known and a template asks for it', async () => {
    expect(await warningsOf(siteWith('{{ site.github.url }}', '', ''))).toEqual([
      'site.github is asked for, but nothing says which repository on GitHub the site belongs to',
    ])
    expect(await warningsOf(siteWith('', '', ''))).toEqual([])
  })
})

it('{% github_edit_link %} leads to the file on GitHub', async () => {
  const text = '{% github_edit_link %}|{% github_edit_link "Edit me" %}'
  const link = 'https://github.com/ada/engine/edit/main/docs/index.html'
  expect(await textOf(path.join(siteWith(text), 'docs'))).toBe(`${link}|<a href="${link}">Edit me</a>`)
})
