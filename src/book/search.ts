// The index of a book's pages that readers search in, made by Pagefind: small files that a browser loads as far as a search needs them.
import type { Output } from '../model/output.ts'
import { UserError } from '../util/error.ts'
import { escapeHtml } from '../util/html.ts'
import { loadModule } from '../util/load-module.ts'
import loader from './search-load.js?raw'
import panel from './search-panel.js?raw'
import reader from './search-reader.js?raw'

/** What is to be found of a page. */
export interface SearchPage {
  /** From the site's root, without the base URL. */
  readonly url: string
  readonly title: string
  /** A language tag; '' where it is not known. */
  readonly language: string
  /** The page's own text, without what is around it on every page. */
  readonly html: string
}

export interface SearchIndex {
  readonly outputs: readonly Output[]
  /** What Pagefind complained of, by the page's URL. */
  readonly problems: readonly { readonly url: string; readonly message: string }[]
}

/** The folder of the index in the output. */
export const SEARCH_FOLDER = 'pagefind'

// Reads the index where a page's policy forbids Pagefind's own program, which is WebAssembly.
const READER = 'octavo-reader.js'
const LOAD = 'octavo-load.js'
const PANEL = 'octavo-search.js'

// Of Pagefind's files, those that searching needs: its own widgets are not used.
const NEEDED =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[\w-]+\.pagefind|[^/]+\.pf_meta|(?:index|fragment|filter)\/.+)$/

const FIRST_HEADING = /^\s*<h1[\s>]/i

// Pagefind takes the first heading for the page's title.
const documentOf = ({ title, language, html }: SearchPage): string => {
  const heading = FIRST_HEADING.test(html) ? '' : `<h1>${escapeHtml(title)}</h1>`
  const root = language === '' ? '<html>' : `<html lang="${escapeHtml(language)}">`
  return `<!doctype html>${root}<head></head><body data-pagefind-body>${heading}${html}</body></html>`
}

const load = async (): Promise<typeof import('pagefind')> => {
  try {
    return await loadModule('pagefind')
  } catch (error) {
    throw new UserError('The search index cannot be made: the package pagefind is not installed', {
      place: { path: '_config.yml' },
      advice: 'Run `npm install pagefind`, or take `search` out of `octavo`.',
      cause: error,
    })
  }
}

/** Indexes pages. @throws UserError where Pagefind is missing or does not run on this machine. */
export const indexPages = async (pages: readonly SearchPage[]): Promise<SearchIndex> => {
  const pagefind = await load()
  try {
    const { index, errors } = await pagefind.createIndex({ keepIndexUrl: true })
    if (index === undefined) throw new Error(errors.join('; '))
    const results = await Promise.all(
      pages.map(async (page) => ({ page, ...(await index.addHTMLFile({ url: page.url, content: documentOf(page) })) })),
    )
    const { files, errors: failures } = await index.getFiles()
    if (failures.length > 0) throw new Error(failures.join('; '))
    return {
      outputs: [
        ...files.filter(({ path }) => NEEDED.test(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
        { path: READER, content: reader },
        { path: LOAD, content: loader },
        { path: PANEL, content: panel },
      ].map(({ path, content }) => ({ path: `${SEARCH_FOLDER}/${path}`, body: content })),
      problems: results.flatMap(({ page, errors: own }) => own.map((message) => ({ url: page.url, message }))),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UserError(`The search index cannot be made: ${message}`, {
      place: { path: '_config.yml' },
      advice:
        'Search needs a program of the package pagefind for this machine; `octavo: search: false` builds without.',
      cause: error,
    })
  } finally {
    await pagefind.close()
  }
}
