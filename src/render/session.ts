// The render session: the one place with state while a site is rendered. It holds what each page has become so far, for Jekyll's one real
// mutation shows through here: `{{ post.content }}` is the source before that post is rendered and HTML afterwards, and `output` is nil
// until then. Pages are rendered in one documented order (documents by collection, then pages), so the answer is always the same.
import type { Page } from '../model/site.ts'
import { type PackedText, unpackText } from '../util/packed-text.ts'

export interface RenderState {
  /** The source before the page is rendered, its converted content afterwards. */
  contentOf(page: Page): string
  /** The whole page with its layouts; undefined before it is rendered. */
  outputOf(page: Page): string | undefined
  /** The automatic excerpt as HTML, rendered when first asked for; undefined where there is none. */
  excerptOf(page: Page): string | undefined
  /** Pages that rendering itself has added to the site so far. */
  addedPages(): readonly Page[]
  /** The page whose Liquid runs now. */
  current(): Page | undefined
}

export interface Session extends RenderState {
  setContent(page: Page, content: PackedText): void
  setOutput(page: Page, output: PackedText): void
  setCurrent(page: Page | undefined): void
  addPage(page: Page): void
  onExcerpt(render: (page: Page, source: string) => string): void
}

export const createSession = (): Session => {
  const contents = new Map<Page, PackedText>()
  const outputs = new Map<Page, PackedText>()
  const excerpts = new Map<Page, string>()
  const added: Page[] = []
  let current: Page | undefined
  let renderExcerpt: (page: Page, source: string) => string = (_, source) => source
  return {
    contentOf: (page) => unpackText(contents.get(page) ?? page.content),
    outputOf: (page) => {
      const output = outputs.get(page)
      return output === undefined ? undefined : unpackText(output)
    },
    excerptOf: (page) => {
      if (page.excerpt === undefined) return undefined
      const known = excerpts.get(page)
      if (known !== undefined) return known
      // While it renders, an excerpt that asks for itself sees its source.
      excerpts.set(page, page.excerpt)
      const html = renderExcerpt(page, page.excerpt)
      excerpts.set(page, html)
      return html
    },
    addedPages: () => added,
    current: () => current,
    setContent: (page, content) => contents.set(page, content),
    setOutput: (page, output) => outputs.set(page, output),
    setCurrent: (page) => {
      current = page
    },
    addPage: (page) => {
      added.push(page)
    },
    onExcerpt: (render) => {
      renderExcerpt = render
    },
  }
}
