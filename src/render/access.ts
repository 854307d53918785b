// What the Liquid engine may ask of a site: includes, links, posts, Markdown, Sass, highlighted code.

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { createHighlighter } from '../highlight/index.ts'
import type { HighlightOptions, IncludeSource, PostLink, SiteAccess } from '../liquid/index.ts'
import type { Markdown } from '../markdown/index.ts'
import { postsOf, type Site } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import { lazy } from '../util/lazy.ts'
import { joinPath } from '../util/path.ts'
import { isOutside } from './inside.ts'
import { createSmartyPants } from './markdown.ts'
import type { SassConverter } from './sass.ts'

export interface Processors {
  readonly markdown: () => Markdown
  readonly sass: () => SassConverter
}

const readIncludeFile = (root: string, name: string, source: string): IncludeSource | undefined => {
  const file = path.join(root, name)
  if (!file.startsWith(root + path.sep)) return undefined
  try {
    if (!statSync(file).isFile()) return undefined
  } catch {
    return undefined // not there: the next folder may have it
  }
  const shown = file.startsWith(source + path.sep) ? path.relative(source, file) : joinPath(path.basename(root), name)
  return { path: shown, source: readFileSync(file, 'utf8').replace(/^\ufeff/, '') }
}

const listIncludes = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    } catch {
      return [] // the folder is not there
    }
  })

const postLinks = (site: Site): PostLink[] =>
  postsOf(site).map((post) => {
    const at = post.relativePath.indexOf('_posts/')
    const slug = post.data.get('slug')
    return {
      relativePath: post.relativePath,
      url: post.url,
      date: post.date ?? site.time,
      slug: slug === null || slug === undefined ? post.basename : textOf(slug),
      basename: at < 0 ? post.name : post.relativePath.slice(at + '_posts/'.length),
    }
  })

// Only what is written can be linked.
const linkTable = (site: Site): ReadonlyMap<string, string> => {
  const table = new Map<string, string>()
  const add = (key: string, url: string): void => {
    if (!table.has(key)) table.set(key, url)
  }
  for (const page of site.pages) add(page.relativePath, page.url)
  for (const file of site.staticFiles) if (file.write) add(file.relativePath, file.url)
  for (const { docs } of site.collections.values())
    for (const doc of docs) if (doc.write) add(doc.relativePath, doc.url)
  return table
}

export const createSiteAccess = (site: Site, processors: Processors): SiteAccess => {
  const { config } = site
  const folders = [config.includesDir, ...(config.theme?.includes ? [config.theme.includes] : [])]
  const includes = new Map<string, IncludeSource | undefined>()
  const findInclude = (name: string): IncludeSource | undefined => {
    if (includes.has(name)) return includes.get(name)
    let found: IncludeSource | undefined
    for (const folder of folders) {
      found ??= readIncludeFile(folder, name, config.source)
      if (found && config.safe && isOutside(config.source, path.join(folder, name)) && folder === config.includesDir)
        found = undefined
    }
    includes.set(name, found)
    return found
  }
  const links = lazy(() => linkTable(site))
  const posts = lazy(() => postLinks(site))
  const smarty = lazy(() => createSmartyPants(config))
  const highlighter = lazy(() => createHighlighter({}))
  const highlight = (code: string, language: string, options: HighlightOptions): string | undefined =>
    config.highlighter === 'rouge'
      ? highlighter().tagCode(code, language, {
          linenos: options.lineNumbers ?? false,
          mark_lines: options.markLines ?? [],
        })
      : undefined
  return {
    config: config.data,
    findInclude,
    includeNames: () => listIncludes(folders),
    includeDirs: () => folders,
    findRelative: (dir, name) => {
      const root = realpathSync(config.source)
      const file = path.join(config.source, dir, name)
      if (!file.startsWith(config.source + path.sep)) return undefined
      if (config.safe && isOutside(root, file)) return undefined
      return readIncludeFile(config.source, path.relative(config.source, file), config.source)
    },
    linkUrl: (relativePath) => links().get(relativePath) ?? links().get(`/${relativePath}`),
    posts,
    highlight,
    markdownify: (text) => processors.markdown().render(text),
    smartify: (text) => smarty().render(text).replace(/\n$/, ''),
    scssify: (text) => processors.sass().compile(text, 'scss'),
    sassify: (text) => processors.sass().compile(text, 'indented'),
  }
}
