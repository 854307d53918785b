// Where a picture is mentioned in the source: for warnings, so that files are read again only when there is something to say.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page, Site } from '../../model/site.ts'
import type { Place } from '../../util/error.ts'
import { textOf } from '../../util/inspect.ts'
import { baseName } from '../../util/path.ts'
import { unescapePath } from '../../util/url.ts'
import { ownOrDefault } from '../settings.ts'

const FENCE = /^ {0,3}(?:>\s*)*(`{3,}|~{3,})/

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return [] // made by a generator
  }
}

/** The lines, from 1, that hold one of `texts` outside of fenced code. */
const mentions = (lines: readonly string[], text: string): number[] => {
  let fence: string | undefined
  const found: number[] = []
  lines.forEach((line, index) => {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined
    else if (fence === undefined && line.includes(text)) found.push(index + 1)
  })
  return found
}

const templates = (site: Site): { file: string; shown: string }[] => {
  const { config } = site
  const includes = path.resolve(config.source, config.includesDir)
  const folders = [includes, ...(config.theme?.includes === undefined ? [] : [config.theme.includes])]
  const list = (folder: string): string[] => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    } catch {
      return [] // a site without includes
    }
  }
  return folders.flatMap((folder) =>
    list(folder).map((name) => ({ file: path.join(folder, name), shown: path.join(path.basename(folder), name) })),
  )
}

/** The files that a page is made of, nearest first: itself, its layouts, all includes. */
function* filesOf(site: Site, page: Page): Generator<{ readonly file: string; readonly shown: string }> {
  yield { file: page.path, shown: page.relativePath }
  const seen = new Set<string>()
  for (let name = textOf(ownOrDefault(page, 'layout')); name !== '' && !seen.has(name); ) {
    seen.add(name)
    const layout = site.layouts.get(name)
    if (layout) yield { file: layout.path, shown: layout.relativePath }
    name = textOf(layout?.data.get('layout') ?? null)
  }
  yield* templates(site)
}

/**
 * Where `address` is written for the `nth` time on its page, counted from 0: in the page, or in a template around it. The page alone
 * where it is put together while rendering.
 */
export const placeOf = (site: Site, page: Page, address: string, nth: number): Place => {
  const written = [...new Set([address, unescapePath(address), baseName(unescapePath(address))])]
  for (const { file, shown } of filesOf(site, page)) {
    const lines = linesOf(file)
    for (const text of written) {
      const found = text === '' ? [] : mentions(lines, text)
      const line = found[Math.min(nth, found.length - 1)]
      if (line !== undefined) return { path: shown, line }
    }
  }
  return { path: page.relativePath }
}
