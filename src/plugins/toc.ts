// Contents of a page from its headings: the filters toc, toc_only and inject_anchors, and {% toc %}. Counterpart: jekyll-toc.
import type { FilterDefinition, FilterScope, TagDefinition } from '../liquid/index.ts'
import { hashAt } from '../model/hash.ts'
import { escapeHtml } from '../util/html.ts'
import { textOf } from '../util/inspect.ts'
import { cgiEscape } from '../util/uri.ts'
import { type Hash, isArray, isTruthy, type Value } from '../util/value.ts'
import { formatFragment } from './html-format.ts'
import { attributeOf, parseFragment, type TagToken, type Token } from './html-fragment.ts'
import { nest } from './html-nesting.ts'
import type { PluginFactory } from './plugin.ts'
import { property } from './scope.ts'

interface Settings {
  readonly levels: ReadonlySet<number>
  readonly list: 'ol' | 'ul'
  readonly skipped: readonly string[]
  readonly listId: string
  readonly listClass: string
  readonly sublistClass: string
  readonly itemClass: string
  readonly itemPrefix: string
}

const resolveSettings = (own: Hash): Settings => {
  const text = (key: string, fallback: string): string => (own.has(key) ? textOf(own.get(key)) : fallback)
  const [min, max] = [Number(text('min_level', '1')), Number(text('max_level', '6'))]
  const skipped = own.get('no_toc_section_class')
  return {
    levels: new Set([1, 2, 3, 4, 5, 6].filter((level) => level >= min && level <= max)),
    list: isTruthy(own.get('ordered_list')) ? 'ol' : 'ul',
    skipped: isArray(skipped) ? skipped.map(textOf) : [text('no_toc_section_class', 'no_toc_section')],
    listId: text('list_id', 'toc'),
    listClass: text('list_class', 'section-nav'),
    sublistClass: text('sublist_class', ''),
    itemClass: text('item_class', 'toc-entry'),
    itemPrefix: text('item_prefix', 'toc-'),
  }
}

interface Entry {
  readonly id: string
  readonly text: string
  readonly level: number
  /** The token after which the heading's content starts. */
  readonly at: number
}

const classesOf = (token: TagToken): string[] => (attributeOf(token, 'class') ?? '').split(/\s+/)

const idFromText = (text: string): string =>
  cgiEscape(
    text
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

const collectEntries = (tokens: readonly Token[], settings: Settings): Entry[] => {
  const entries: Entry[] = []
  const seen = new Map<string, number>()
  const open: { name: string; skip: boolean }[] = []
  let heading: { token: TagToken; at: number; text: string } | undefined
  tokens.forEach((token, at) => {
    if (token.kind === 'text' && heading) heading.text += token.text
    if (token.kind === 'open') {
      const level = Number(/^h([1-6])$/.exec(token.name)?.[1] ?? 0)
      if (settings.levels.has(level) && !open.some(({ skip }) => skip) && !classesOf(token).includes('no_toc'))
        heading = { token, at, text: '' }
      open.push({ name: token.name, skip: classesOf(token).some((name) => settings.skipped.includes(name)) })
    }
    if (token.kind !== 'close') return
    const index = open.findLastIndex(({ name }) => name === token.name)
    if (index >= 0) open.length = index
    if (heading?.token.name !== token.name) return
    const id = attributeOf(heading.token, 'id') ?? idFromText(heading.text)
    const times = seen.get(id) ?? 0
    seen.set(id, times + 1)
    entries.push({
      id: times === 0 ? id : `${id}-${times}`,
      text: escapeHtml(heading.text),
      level: Number(token.name.slice(1)),
      at: heading.at,
    })
    heading = undefined
  })
  return entries
}

const buildList = (entries: readonly Entry[], settings: Settings): string => {
  const top = Math.min(...entries.map(({ level }) => level))
  const sublist = settings.sublistClass === '' ? '' : ` class="${settings.sublistClass}"`
  let html = ''
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]
    if (!entry) break
    const isTop = entry.level === top
    const from = isTop ? i + 1 : i
    let to = from
    while (to < entries.length && (entries[to]?.level ?? 0) !== top) to++
    const nested = to > from ? buildList(entries.slice(from, to), settings) : ''
    if (isTop) {
      html += `<li class="${settings.itemClass} ${settings.itemPrefix}h${entry.level}"><a href="#${entry.id}">${entry.text}</a>`
      if (nested !== '') html += `\n<${settings.list}${sublist}>\n${nested}</${settings.list}>\n`
      html += '</li>\n'
    } else html += nested
    i = to - 1
  }
  return html
}

const buildToc = (html: string, settings: Settings): string => {
  const list = buildList(collectEntries(parseFragment(html), settings), settings)
  return `<${settings.list} id="${settings.listId}" class="${settings.listClass}">\n${list}</${settings.list}>`
}

const anchorTo = (id: string): readonly Token[] =>
  parseFragment(
    `<a class="anchor" href="#${escapeHtml(id)}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`,
  )

/** quirk(jekyll-toc): the whole page is written as Nokogiri writes it, and not its headings alone. */
const injectAnchors = (html: string, settings: Settings): string => {
  const tokens = nest(parseFragment(html))
  const anchors = new Map(collectEntries(tokens, settings).map(({ id, at }) => [at, anchorTo(id)]))
  return formatFragment(tokens.flatMap((token, index) => [token, ...(anchors.get(index) ?? [])]))
}

const isOn = (scope: FilterScope): boolean => property(scope.variable('page'), 'toc') === true

export const toc: PluginFactory = (config) => {
  const settings = resolveSettings(hashAt(config.data, 'toc') ?? new Map())
  const filter = (off: (html: Value) => Value, make: (html: string) => string): FilterDefinition => ({
    apply: (input, _, scope) => (isOn(scope) ? make(textOf(input)) : off(input)),
    arity: [0, 0],
  })
  const tag: TagDefinition = {
    compile: () => (scope) => {
      const page = scope.variable('page')
      return isTruthy(property(page, 'toc')) ? buildToc(textOf(property(page, 'content')), settings) : ''
    },
  }
  return {
    name: 'jekyll-toc',
    parallel: true,
    tags: { toc: tag },
    filters: {
      toc_only: filter(
        () => '',
        (html) => buildToc(html, settings),
      ),
      inject_anchors: filter(
        (html) => html,
        (html) => injectAnchors(html, settings),
      ),
      toc: filter(
        (html) => html,
        (html) => buildToc(html, settings) + injectAnchors(html, settings),
      ),
    },
  }
}
