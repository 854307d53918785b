// `octavo: social_cards`: a picture for each page, which other sites show beside a link to it.
//
// The cards are drawn before rendering, so that no page names one that could not be made.
import { openCacheFolder } from '../cache/index.ts'
import { drawAll, drawingName, openStore, type PictureStore, sharpVersion } from '../images/index.ts'
import type { Config } from '../model/config.ts'
import { hashAt, stringAt } from '../model/hash.ts'
import type { Output } from '../model/output.ts'
import { documentsOf, isHtmlPage, type Page, type Site } from '../model/site.ts'
import { UserError, type Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { suggest } from '../util/suggest.ts'
import { hashOf, isHash, isNil, isTruthy } from '../util/value.ts'
import { featureSettings } from './feature-settings.ts'
import { decodeReferences } from './html-fragment.ts'
import { mapDocuments, mapPages, withEntries } from './pages-of.ts'
import { unknownKeys } from './pictures/settings.ts'
import type { PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'
import { CARD_KEYS, type CardSettings, readCardSettings } from './social-cards/settings.ts'
import { fillTemplate, namesIn } from './social-cards/template.ts'

const FOLDER = 'assets/cards'
const WIDTH = 1200
const HEIGHT = 630

const NAMES = ['title', 'description', 'book', 'site', 'author', 'url']

const plain = (text: string): string => decodeReferences(text.replace(/<[^<>]*>/g, ''))

const wantsCard = (page: Page, key: string): boolean =>
  isHtmlPage(page) &&
  page.write &&
  !page.generated &&
  page.outputPath !== '404.html' &&
  !isTruthy(ownOrDefault(page, 'image') ?? null) &&
  isNil(ownOrDefault(page, key))

const bookTitle = (config: Config, page: Page): string => {
  const name = ownOrDefault(page, 'book')
  if (isNil(name)) return ''
  const book = hashAt(config.data, 'books')?.get(textOf(name))
  return isHash(book) ? textOf(book.get('title') ?? null) : ''
}

const authorOf = (config: Config, page: Page): string => {
  const author = ownOrDefault(page, 'author') ?? config.data.get('author') ?? null
  return isHash(author) ? textOf(author.get('name') ?? null) : textOf(author)
}

const valuesOf = (config: Config, page: Page, settings: CardSettings): Map<string, string> => {
  const site = stringAt(config.data, 'title') ?? ''
  const title = textOf(ownOrDefault(page, 'title') ?? null)
  const values = new Map<string, string>([
    ...settings.values,
    ['title', plain(title === '' ? site || page.basename : title)],
    ['description', plain(textOf(ownOrDefault(page, 'description') ?? config.data.get('description') ?? null))],
    ['book', plain(bookTitle(config, page))],
    ['site', plain(site)],
    ['author', plain(authorOf(config, page))],
    ['url', (config.url ?? '').replace(/^https?:\/\//, '') + config.baseurl],
  ])
  for (const name of namesIn(settings.template))
    if (name.startsWith('page.'))
      values.set(name, plain(textOf(ownOrDefault(page, name.slice('page.'.length)) ?? null)))
  return values
}

const templateRemarks = ({ template, templatePath, values }: CardSettings): Warning[] => {
  const known = [...NAMES, ...values.keys()]
  return namesIn(template)
    .filter((name) => !name.startsWith('page.') && !known.includes(name))
    .map((name) => ({
      message: `The template for social cards asks for '${name}', which there is not`,
      place: templatePath === undefined ? undefined : { path: templatePath },
      advice: suggest(name, known) ?? `There are ${known.join(', ')}, and page.key for front matter.`,
    }))
}

const noAddress: Warning = {
  message: 'Social cards need the address of the site: no other site shows a picture without one',
  place: { path: '_config.yml' },
  advice: 'Set `url`, such as https://books.example.org.',
}

/** The drawing of each page's card. */
const planCards = (site: Site, settings: CardSettings): Map<Page, string> =>
  new Map(
    [...documentsOf(site), ...site.pages]
      .filter((page) => wantsCard(page, settings.key))
      .map((page) => [page, fillTemplate(settings.template, valuesOf(site.config, page, settings))] as const),
  )

const draw = async (svgs: readonly string[], store: PictureStore): Promise<Warning[]> => {
  try {
    const [problem] = (await drawAll(svgs, store)).values()
    return problem === undefined
      ? []
      : [{ message: `A social card cannot be drawn: ${problem}`, advice: 'Look at the template: it must be SVG.' }]
  } catch (error) {
    if (error instanceof UserError) return [error]
    throw error
  }
}

export const socialCards: PluginFactory = (config) => {
  const own = featureSettings(config, 'social_cards') ?? new Map()
  const settings = readCardSettings(own, config.source)
  const used = new Set<string>()
  let store: PictureStore | undefined
  return {
    name: 'social-cards',
    // Titles may come from other generators.
    priority: -900,
    generate: async (site, { warn }) => {
      const remarks = [...unknownKeys('social_cards', own, CARD_KEYS), ...templateRemarks(settings)]
      if (config.url === undefined || config.url === '') remarks.push(noAddress)
      const cards = planCards(site, settings)
      store = openStore(openCacheFolder(config.source, 'cards'))
      remarks.push(...(await draw([...cards.values()], store)))
      for (const remark of remarks) warn(remark)
      const made = store
      const change = (page: Page): Page => {
        const svg = cards.get(page)
        const name = svg === undefined ? undefined : drawingName(svg)
        if (name === undefined || !made.has(name)) return page
        used.add(name)
        const alt = textOf(ownOrDefault(page, 'title') ?? config.data.get('title') ?? null)
        const card = hashOf({ path: `/${FOLDER}/${name}`, width: WIDTH, height: HEIGHT, alt: plain(alt) })
        return withEntries(page, { [settings.key]: card })
      }
      return sharpVersion() === undefined ? site : mapDocuments(mapPages(site, change), change)
    },
    finish: (): Output[] =>
      store === undefined ? [] : [...used].map((name) => ({ path: `${FOLDER}/${name}`, body: store!.copyOf(name) })),
  }
}
