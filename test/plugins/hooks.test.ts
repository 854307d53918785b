// Hooks by Jekyll's names. The order is Jekyll's own for the same hooks, but that every page's :pre_render comes before the first page is
// rendered: a page that is changed is changed for every template.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.ts'
import { buildFiles, type Files, writeSite } from '../site.ts'

const SITE: Files = {
  '_config.yml': 'collections: { notes: { output: true } }\n',
  'a.html': '---\n---\nx',
  '_posts/2020-01-01-p.html': '---\n---\nx',
  '_notes/n.html': '---\n---\nx',
}

const withHooks = (hooks: string, files: Files = SITE) =>
  buildFiles({ ...files, '_plugins/hooks.mjs': `export const hooks = {${hooks}}` })

const messageOf = async (hooks: string): Promise<string> => {
  try {
    await withHooks(hooks)
  } catch (error) {
    const { message, advice = '' } = error as { message: string; advice?: string }
    return `${message}. ${advice}`
  }
  return ''
}

describe('hooks', () => {
  it('run in order', async () => {
    const events = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write']
    const names = [
      ...['after_init', 'after_reset', 'post_read', 'pre_render', 'post_render', 'post_write'].map((e) => `site:${e}`),
      ...['pages', 'posts', 'documents', 'notes'].flatMap((owner) => events.map((event) => `${owner}:${event}`)),
      'clean:on_obsolete',
    ]
    const folder = writeSite({
      ...SITE,
      '_plugins/log.mjs': `
        import { appendFileSync } from 'node:fs'
        const note = (name) => (value) => { appendFileSync(new URL('../log.txt', import.meta.url), name + '\\n') }
        export const hooks = {
          ...Object.fromEntries(${JSON.stringify(names)}.map((name) => [name, note(name)])),
          'pages:pre_render': [note('pages:pre_render'), { priority: 'low', run: note('low') }, { priority: 'high', run: note('high') }, { priority: 25, run: note('25') }],
        }`,
    })
    await build({ source: folder, destination: path.join(folder, '_site') })
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(path.join(folder, 'log.txt'), 'utf8').trim().split('\n')).toEqual([
      'site:after_init',
      'site:after_reset',
      ...['posts', 'documents', 'notes', 'documents', 'pages'].map((owner) => `${owner}:post_init`),
      'site:post_read',
      'site:pre_render',
      ...['posts', 'documents', 'notes', 'documents'].map((owner) => `${owner}:pre_render`),
      ...['high', '25', 'pages:pre_render', 'low'],
      ...['posts', 'notes'].flatMap((owner) =>
        ['post_convert', 'post_render'].flatMap((event) => [`${owner}:${event}`, `documents:${event}`]),
      ),
      'pages:post_convert',
      'pages:post_render',
      'site:post_render',
      'clean:on_obsolete',
      ...['pages', 'posts', 'documents', 'notes', 'documents'].map((owner) => `${owner}:post_write`),
      'site:post_write',
    ])
  })

  it('give back what is to stand in a value’s place', async () => {
    const site = await withHooks(
      `
      'site:after_init': (config) => ({ ...config, data: new Map(config.data).set('title', 'T') }),
      'pages:post_init': (page) => ({ ...page, data: new Map(page.data).set('mood', 'good') }),
      'site:post_read': (site) => ({ ...site, data: new Map([['n', 5]]) }),
      'documents:pre_render': (page) => ({ ...page, content: page.content + '{{ page.date | date: "%Y" }}' }),
      'pages:post_convert': (page, text) => text + '+',
      'pages:post_render': (page, text) => text + '!',
      'posts:post_render': () => undefined,
      'site:post_render': (rendered) => rendered.map((one) => ({ ...one, output: one.output + '?' })),
      `,
      {
        ...SITE,
        'a.html': '---\nlayout: l\n---\n{{ site.title }}{{ page.mood }}{{ site.data.n }}',
        '_layouts/l.html': '[{{ content }}]',
      },
    )
    expect(site.text('a.html')).toBe('[Tgood5+]!?')
    expect(site.text('2020/01/01/p.html')).toBe('x2020?')
  })

  it('choose what is removed from the destination', async () => {
    const folder = writeSite({
      ...SITE,
      '_plugins/keep.mjs':
        "export const hooks = { 'clean:on_obsolete': (paths) => paths.filter((path) => path !== 'old/kept.txt') }",
    })
    const destination = path.join(folder, '_site')
    mkdirSync(path.join(destination, 'old'), { recursive: true })
    for (const name of ['old/kept.txt', 'old/gone.txt', 'gone.txt']) writeFileSync(path.join(destination, name), '')
    await build({ source: folder, destination })
    const there = ['old/kept.txt', 'old/gone.txt', 'gone.txt'].map((name) => existsSync(path.join(destination, name)))
    expect(there).toEqual([true, false, false])
  })

  it.each([
    ["'page:pre_render': () => {}", "There is no hook 'page:pre_render'", "Did you mean 'pages:pre_render'?"],
    ["'posts:post_rendered': () => {}", "There is no hook 'posts:post_rendered'", "Did you mean 'posts:post_render'?"],
    ["'site:whenever_it_suits': () => {}", 'There is no hook', 'The hooks of site are: after_init, after_reset'],
    ["'nobody:after_everything': () => {}", 'There is no hook', 'Hooks belong to site, pages, posts, documents, clean'],
    ["'pages:post_init': 1", "The hook 'pages:post_init' of the plugin _plugins/hooks.mjs is no function", ''],
  ])('that are none are refused: %s', async (hooks, message, advice) => {
    const found = await messageOf(hooks)
    expect(found).toContain(message)
    expect(found).toContain(advice)
  })
})
