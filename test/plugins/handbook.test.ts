// The handbook's examples of plugins, run as they stand there.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { definePlugin, type Page } from '../../src/index.ts'
import { type Files, writeSite } from '../site.ts'

const root = path.resolve(import.meta.dirname, '../..')
const chapter = readFileSync(path.join(root, 'pages/plugins.md'), 'utf8')

/** The blocks of code that begin with a comment of their file's name. */
const examples: Files = Object.fromEntries(
  [...chapter.matchAll(/```[jt]s\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, name = '', code = '']) => [
    name,
    code.replace(/\{% (?:end)?raw %\}/g, ''),
  ]),
)

it('shows plugins that work', () => {
  expect(Object.keys(examples)).toEqual([
    '_plugins/reading.mjs',
    '_plugins/essays.mjs',
    '_plugins/callout.ts',
    '_plugins/lib/slug.ts',
  ])
  const folder = writeSite({
    ...examples,
    '_config.yml': 'time: 2024-05-06\n',
    'a.html': '---\n---\n<body>(c) {% today %F %} {% callout Good to know %}*so*{% endcallout %}</body>',
    '_posts/2020-01-01-p.html': '---\n---\nText.',
  })
  const kept = path.join(folder, '_site/archive')
  mkdirSync(kept, { recursive: true })
  writeFileSync(path.join(kept, 'old.html'), '')
  const { status } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'build', '-q'], { cwd: folder })
  expect(status).toBe(0)
  const text = (name: string): string => readFileSync(path.join(folder, '_site', name), 'utf8')
  expect(text('a.html')).toBe(
    '<body>© 2024-05-06 <aside class="good-to-know"><p><em>so</em></p>\n</aside><!-- checked --></body>',
  )
  expect(text('2020/01/01/p.html')).toContain('The end of this essay.')
  expect(existsSync(path.join(kept, 'old.html'))).toBe(true)
})

it('has a helper that gives a plugin its types', () => {
  const plugin = definePlugin({
    name: 'typed',
    filters: { double: { apply: (input) => Number(input) * 2 } },
    tags: { where: { compile: (markup, place) => (scope) => `${markup}${place.path}${scope.body()}` } },
    generate: (site, context) => ({ ...site, pages: [...site.pages, context.createPage('a.txt', new Map(), '')] }),
    hooks: {
      'pages:post_init': (page) => ({ ...page, content: page.content.trim() }),
      'notes:post_render': (_: Page, text: string) => text,
      'site:post_read': { priority: 'high', run: (site) => site },
    },
  })
  expect(Object.keys(plugin)).toContain('hooks')
  expect(definePlugin((config) => ({ name: config.source }))).toBeTypeOf('function')
})
