// Source maps of style sheets. quirk(jekyll): a map joins the site's pages when its sheet is rendered, so the pages after it see one more.
import type { Page } from '../model/site.ts'
import { isSass } from './page-kinds.ts'
import type { AddedPage } from './session.ts'

export interface SourceMapPages {
  readonly added: readonly AddedPage[]
  /** The page that stands for a sheet's map; undefined where it gets none. */
  of(sheet: Page): Page | undefined
}

/** The name of a sheet's source map, beside it. */
export const sourceMapName = (sheet: Page): string =>
  `${sheet.name.slice(0, sheet.name.length - sheet.extension.length)}.css.map`

/** A source map as the site lists it: beside its style sheet, with the sheet's data. Its content comes with the rendering of the sheet. */
const sourceMapPage = (sheet: Page): Page => {
  const name = sourceMapName(sheet)
  const dir = sheet.url.slice(0, sheet.url.lastIndexOf('/') + 1)
  return {
    ...sheet,
    dir,
    name,
    basename: name.slice(0, -'.map'.length),
    extension: '.map',
    relativePath: dir.slice(1) + name,
    content: '',
    url: dir + encodeURI(name),
    outputExtension: '.map',
    outputPath: dir.slice(1) + name,
  }
}

/** `writesMaps` is asked only where there are style sheets. */
export const planSourceMaps = (order: readonly Page[], writesMaps: () => boolean): SourceMapPages => {
  const added = order.flatMap((page, at) => (isSass(page) && writesMaps() ? [{ page: sourceMapPage(page), at }] : []))
  const bySheet = new Map(added.map(({ page, at }) => [order[at], page]))
  return { added, of: (sheet) => bySheet.get(sheet) }
}
