// llms.txt, the site's contents for language models as llmstxt.org describes it, and llms-full.txt with all of the text.
import type { Chapter } from '../book/index.ts'
import type { Config } from '../model/config.ts'
import { stringAt } from '../model/hash.ts'
import type { Output } from '../model/output.ts'
import type { Page, Site } from '../model/site.ts'
import type { RenderedPage } from '../render/index.ts'
import { escapePath } from '../util/url.ts'
import { urlsOf } from './book-forms.ts'
import { featureSettings } from './feature-settings.ts'
import { descriptionOf, isMarkdownPage, markdownOf, titleOf, twinUrl } from './page-source.ts'
import type { FinishContext, PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'
import { absoluteUrl } from './urls.ts'

interface Section {
  readonly title: string
  readonly description: string | undefined
  readonly pages: readonly { readonly page: Page; readonly title: string }[]
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

// Square brackets would end the link's text.
const linkText = (title: string): string => oneLine(title).replace(/[[\]\\]/g, '\\$&')

const createLink =
  (config: Config) =>
  ({ page, title }: Section['pages'][number]): string => {
    const twin = featureSettings(config, 'markdown_twins') !== undefined && isMarkdownPage(page, config)
    const address = absoluteUrl(twin ? escapePath(twinUrl(page)) : page.url, config)
    const description = descriptionOf(page)
    return `- [${linkText(title)}](${address})${description === undefined ? '' : `: ${description}`}`
  }

const isListed = (page: Page): boolean =>
  ownOrDefault(page, 'search') !== false && ownOrDefault(page, 'sitemap') !== false && page.write

/** The books with their chapters, and then the Markdown pages that have a title and belong to none. */
const sectionsOf = (site: Site, rendered: readonly RenderedPage[], context: FinishContext): Section[] => {
  const { books } = context.books
  const chapters = new Set(books.flatMap((book) => [book.index, ...book.chapters.map(({ page }) => page)]))
  const entry = ({ page, title }: Chapter): Section['pages'][number] => ({ page, title })
  const others = rendered
    .map(({ page }) => ({ page, title: titleOf(page) ?? '' }))
    .filter(
      ({ page, title }) => title !== '' && !chapters.has(page) && isMarkdownPage(page, site.config) && isListed(page),
    )
  return [
    ...books.map((book): Section => {
      const pages = book.chapters.filter(({ page }) => isListed(page)).map(entry)
      return { title: book.title, description: book.description, pages }
    }),
    { title: 'Pages', description: undefined, pages: others },
  ].filter(({ pages }) => pages.length > 0)
}

const headOf = (config: Config): string => {
  const title = oneLine(stringAt(config.data, 'title') ?? stringAt(config.data, 'name') ?? 'Contents')
  const description = stringAt(config.data, 'description')
  return `# ${title}\n${description === undefined ? '' : `\n> ${oneLine(description)}\n`}`
}

const outline = (config: Config, sections: readonly Section[]): string => {
  const link = createLink(config)
  const parts = sections.map(({ title, description, pages }) => {
    const about = description === undefined ? '' : `${oneLine(description)}\n\n`
    return `\n## ${oneLine(title)}\n\n${about}${pages.map(link).join('\n')}\n`
  })
  return headOf(config) + parts.join('')
}

const fullText = (config: Config, sections: readonly Section[], rendered: readonly RenderedPage[]): string => {
  const byPage = new Map(rendered.map((one) => [one.page, one]))
  const texts = sections.flatMap(({ pages }) =>
    pages.map(({ page, title }) => {
      const found = byPage.get(page)
      return found ? `\n---\n\n${markdownOf(found, oneLine(title))}` : ''
    }),
  )
  return headOf(config) + texts.join('')
}

export const llms: PluginFactory = (config) => ({
  name: 'octavo-llms',
  finish: (site, rendered, context): Output[] => {
    const sections = sectionsOf(site, rendered, context)
    const outputs = [
      { path: 'llms.txt', body: outline(config, sections) },
      { path: 'llms-full.txt', body: fullText(config, sections, rendered) },
    ]
    const taken = urlsOf(site)
    return outputs.filter(({ path }) => !taken.has(`/${path}`))
  },
})
