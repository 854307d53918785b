// Plugins of a site's own, and from npm packages, in the built program: Node itself loads them there.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, writeSite } from '../site.ts'

const root = path.resolve(import.meta.dirname, '../..')

const buildSite = (files: Files, ...args: string[]) => {
  const folder = writeSite(files)
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'build', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  const text = (name: string): string | undefined => {
    const file = path.join(folder, '_site', name)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }
  return { status, output: stdout + stderr, text }
}

describe('TypeScript', () => {
  const plugin = `import type { Plugin } from 'octavo'
import { definePlugin } from 'octavo'
import { shout } from './lib/words.js'
import { double } from 'doubling'

enum Mark { Loud = '!' }
interface Options { readonly mark: Mark }

const options: Options = { mark: Mark.Loud }

export default definePlugin({
  name: 'words',
  filters: { shout: { apply: (input): string => shout(String(input), options.mark) } , double: { apply: (input) => double(input as number) } },
} satisfies Plugin)
`
  const files: Files = {
    '_plugins/words.ts': plugin,
    '_plugins/lib/words.ts':
      'export type Text = string\nexport const shout = (text: Text, mark: string): Text => text.toUpperCase() + mark\n',
    'node_modules/doubling/package.json': '{ "name": "doubling", "type": "module", "exports": "./index.js" }',
    'node_modules/doubling/index.js': 'export const double = (n) => n * 2\n',
    'a.html': '---\n---\n{{ "hi" | shout }} {{ 2 | double }}',
  }

  it('may import its neighbours, packages and octavo', () => {
    const site = buildSite(files)
    expect(site.output).not.toContain('error')
    expect(site.text('a.html')).toBe('HI! 4')
  })

  it('may be an .mts file', () => {
    const site = buildSite({
      '_plugins/a.mts': 'export const filters = { up: { apply: (text: unknown): string => String(text) + "!" } }',
      'a.html': '---\n---\n{{ "hi" | up }}',
    })
    expect(site.text('a.html')).toBe('hi!')
  })

  it.each([
    [
      'a slip in its syntax',
      'const a: number = 1\n\nconst b = = 2\n',
      /could not be loaded: .*\n\s+at _plugins\/bad\.ts:3:11/,
    ],
    ['what it throws', '\ntype A = 1\nthrow new Error("no")\n', /could not be loaded: no\n\s+at _plugins\/bad\.ts:3:7/],
    [
      'what its parts throw',
      'interface A {\n  a: 1\n}\nexport const generate = (): never => {\n  throw new Error("no")\n}\n',
      /The plugin _plugins\/bad\.ts failed in generate: no\n\s+at _plugins\/bad\.ts:5:9/,
    ],
    [
      'what its filters throw',
      'export const filters = {\n  bad: { apply: (input: unknown) => (input as any).a.b.c },\n}\n',
      /The plugin _plugins\/bad\.ts failed in its filter bad: .*\n\s+at _plugins\/bad\.ts:2/,
    ],
  ])('names the place of %s', (_, source, expected) => {
    const site = buildSite({ '_plugins/bad.ts': source, 'a.html': '---\n---\n{{ "hi" | bad }}' })
    expect(site.output).toMatch(expected)
    expect(site.status).toBe(1)
  })
})

describe('JavaScript', () => {
  it.each([
    ['mjs', 'const a =\n\nconst b\n', /could not be loaded: .*\n\s+at _plugins\/bad\.mjs:3/],
    [
      'mjs',
      'export const hooks = {\n "pages:post_render": () => { throw new Error("no") } }',
      /failed in its hook 'pages:post_render': no\n\s+at _plugins\/bad\.mjs:2/,
    ],
    [
      'mjs',
      'export const tags = { bad: {\n compile: () => () => null.x } }',
      /failed in its tag \{% bad %\}: .*\n\s+at _plugins\/bad\.mjs:2/,
    ],
    ['mjs', 'export default 5', /exports no plugin/],
    [
      'mjs',
      'export default { name: "x", generator: () => {} }',
      /has no part 'generator'[\s\S]*Did you mean 'generate'/,
    ],
  ])('names the place of mistakes: .%s %j', (extension, source, expected) => {
    const site = buildSite({
      [`_plugins/bad.${extension}`]: source,
      'a.html': `---\n---\n${source.includes('tags') ? '{% bad %}' : ''}`,
    })
    expect(site.output).toMatch(expected)
    expect(site.status).toBe(1)
  })

  const PARTS = `export default () => ({
  name: 'parts',
  tags: {
    box: { block: true, compile: (markup) => (scope) => '<div class="' + markup.trim() + '">' + scope.body() + '</div>' },
  },
  filters: { plus_all: { apply: (input, args) => args.reduce((sum, n) => sum + n, input), arity: [1, 3] } },
  converters: [{
    name: 'upper', priority: 0,
    matches: (extension) => extension === '.up',
    outputExtension: () => '.html',
    convert: (text) => ({ text: text.toUpperCase(), warnings: [] }),
  }],
  generate: (site, context) => ({ ...site, pages: [...site.pages, context.createPage('made.html', new Map([['n', 2]]), 'made {{ page.n }}')] }),
  hooks: { 'pages:post_render': (page, html) => html + '.' },
})
`
  const PAGES: Files = {
    'a.html': '---\n---\n{% box red %}{{ 1 | plus_all: 2, 3 }}{% endbox %}',
    'b.up': '---\n---\nsmall',
  }
  const shown = (site: ReturnType<typeof buildSite>) => ['a.html', 'b.html', 'made.html'].map(site.text)
  const expected = ['<div class="red">6</div>.', 'SMALL.', 'made 2.']

  it('adds tags, blocks, filters, converters and pages', () => {
    expect(shown(buildSite({ '_plugins/parts.mjs': PARTS, ...PAGES }))).toEqual(expected)
  })

  it.each([
    ['an ES module', { '{}': `"type": "module", "exports": "./index.js"`, 'index.js': PARTS }],
    ['CommonJS', { '{}': `"main": "main.js"`, 'main.js': PARTS.replace('export default', 'module.exports =') }],
  ])('is loaded from an npm package that `plugins` names: %s', (_, { '{}': manifest = '', ...files }) => {
    const packaged = Object.entries(files as Files).map(([name, text]) => [`node_modules/octavo-parts/${name}`, text])
    const all = {
      '_config.yml': 'plugins: [octavo-parts]\n',
      'node_modules/octavo-parts/package.json': `{ "name": "octavo-parts", ${manifest} }`,
      ...Object.fromEntries(packaged),
      ...PAGES,
    }
    expect(shown(buildSite(all))).toEqual(expected)
    expect(buildSite(all, '--safe').output).toMatch(/Unknown tag 'box'/)
  })
})
