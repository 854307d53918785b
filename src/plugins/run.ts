// Runs plugins: generators over the site, and the rest as one set of extensions for rendering.

import { readFileSync } from 'node:fs'
import type { FilterDefinition, TagDefinition } from '../liquid/index.ts'
import { deepMerge } from '../model/hash.ts'
import type { Page, Site } from '../model/site.ts'
import { createDocument, createPage, type Reading } from '../read/index.ts'
import type { Extensions, PageTransform } from '../render/index.ts'
import { type Lazy, lazy } from '../util/lazy.ts'
import { directoryOf, joinPath } from '../util/path.ts'
import type { Hash } from '../util/value.ts'
import type { HookRunner } from './hooks.ts'
import type { GeneratorContext, Plugin } from './plugin.ts'

const folderOf = (path: string): string => {
  const folder = directoryOf(path)
  return folder === '.' ? '' : `/${folder}`
}

const rebuildPage = (reading: Reading, page: Page, data: Hash, content: string): Page => {
  if (page.kind === 'page') {
    const source = { path: page.path, dir: page.dir, name: page.name }
    return {
      ...createPage(reading, source, { data, content, line: page.line }),
      paging: page.paging,
      listing: page.listing,
      shownPath: page.shownPath,
      contentless: page.contentless,
    }
  }
  const label = page.collection ?? 'posts'
  const place = { label, metadata: reading.config.collections.get(label) ?? new Map(), relativeDirectory: `_${label}` }
  const source = { path: page.path, relativePath: page.relativePath, place, draft: page.draft }
  return createDocument(reading, source, { data: new Map(data), content, line: page.line, excerpt: page.excerpt })
}

type PageSteps = Omit<GeneratorContext, 'createPage'>

const createSteps = (
  reading: Reading,
  asRead: Lazy<ReadonlyMap<string, Page>>,
  markdownify: (text: string) => string,
): PageSteps => ({
  config: reading.config,
  markdownify,
  warn: (warning) => reading.warnings.push(warning),
  withData: (page, data, content) => rebuildPage(reading, page, deepMerge(new Map(), data), content ?? page.content),
  movePage: (moving, dir) => {
    // Jekyll reads the file again: what other plugins made of the page is not in its copies.
    const page = asRead().get(moving.path) ?? moving
    const data = new Map(page.data)
    data.delete('permalink')
    const moved = createPage(
      reading,
      { path: page.path, dir, name: page.name },
      { data: page.data.has('permalink') ? page.data : data, content: page.content, line: page.line },
    )
    return { ...moved, relativePath: page.relativePath }
  },
  pageFromFile: (file) => {
    const relative = file.relativePath.replace(/^\//, '')
    const source = { path: file.path, dir: folderOf(relative), name: file.name }
    return createPage(reading, source, {
      data: new Map(),
      content: readFileSync(file.path, 'utf8').replace(/^\ufeff/, ''),
      line: 1,
    })
  },
})

const createContext = (steps: PageSteps, reading: Reading, initPage: HookRunner['initPage']): GeneratorContext => {
  const context: GeneratorContext = {
    ...steps,
    createPage: (path, data, content) => {
      const source = {
        path: joinPath(reading.config.source, path),
        dir: folderOf(path),
        name: path.slice(path.lastIndexOf('/') + 1),
      }
      return initPage({ ...createPage(reading, source, { data, content, line: 1 }), generated: true }, context)
    },
    movePage: (page, dir) => initPage(steps.movePage(page, dir), context),
    pageFromFile: (file) => initPage(steps.pageFromFile(file), context),
  }
  return context
}

/** The site after every generator, and after the hooks between reading and rendering. */
export const runGenerators = async (
  site: Site,
  { plugins, hooks }: { readonly plugins: readonly Plugin[]; readonly hooks: HookRunner },
  reading: Reading,
  markdownify: (text: string) => string,
): Promise<Site> => {
  const asRead = lazy(() => new Map(site.pages.map((page) => [page.path, page])))
  const context = createContext(createSteps(reading, asRead, markdownify), reading, hooks.initPage)
  let current = await hooks.afterReading(site, context)
  for (const plugin of plugins) if (plugin.generate) current = await plugin.generate(current, context)
  return hooks.beforeRendering(current, context)
}

const chain = (transforms: readonly (PageTransform | undefined)[]): PageTransform => {
  const steps = transforms.filter((step): step is PageTransform => step !== undefined)
  return (page, text, site) => steps.reduce((result, step) => step(page, result, site), text)
}

/** What all plugins add to rendering; of two tags or filters with one name, the later plugin's wins. */
export const extensionsOf = (plugins: readonly Plugin[], hooks: HookRunner): Extensions => ({
  tags: new Map(plugins.flatMap((plugin) => Object.entries(plugin.tags ?? {}) as [string, TagDefinition][])),
  filters: new Map(plugins.flatMap((plugin) => Object.entries(plugin.filters ?? {}) as [string, FilterDefinition][])),
  beforeRender: chain(plugins.map((plugin) => plugin.beforeRender)),
  afterConvert: chain([...plugins.map((plugin) => plugin.afterConvert), hooks.afterConvert]),
  afterConvertExcerpt: chain(plugins.map((plugin) => plugin.afterConvertExcerpt)),
  afterRender: chain([...plugins.map((plugin) => plugin.afterRender), hooks.afterRender]),
})
