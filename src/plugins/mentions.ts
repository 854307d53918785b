// @name becomes a link to that person. Counterpart: jekyll-mentions.
import type { Config } from '../model/config.ts'
import type { Page } from '../model/site.ts'
import { UserError } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { isHash, type Value } from '../util/value.ts'
import { formatFragment } from './html-format.ts'
import { ancestorsOf, changeBody, parseFragment, type Token, writeText } from './html-fragment.ts'
import { nest } from './html-nesting.ts'
import type { PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

const MENTION = /(^|\W)@(\w[\w-]*)(?![\w-])(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)/gim
const NOT_IN = new Set(['pre', 'code', 'tt', 'a', 'style', 'script'])
const NOT_PEOPLE = new Set(['mention', 'mentions', 'mentioned', 'mentioning'])

const defaultBase = (): string => {
  const { SSL: ssl, GITHUB_HOSTNAME: host } = process.env
  return ssl && host ? `${ssl === 'true' ? 'https://' : 'http://'}${host.replace(/\/$/, '')}` : 'https://github.com'
}

const baseOf = (setting: Value): string => {
  if (setting === null || setting === undefined) return defaultBase()
  if (typeof setting === 'string') return setting
  if (isHash(setting)) return setting.has('base_url') ? textOf(setting.get('base_url')) : defaultBase()
  throw new UserError(`jekyll-mentions is neither a text nor a hash, but ${inspect(setting)}`, {
    place: { path: '_config.yml' },
  })
}

const linkMentions = (text: string, base: string): string =>
  writeText(text).replace(MENTION, (all, before: string, name: string) =>
    NOT_PEOPLE.has(name.toLowerCase())
      ? all
      : `${before}<a href="${base.replace(/\/$/, '')}/${name}" class="user-mention">@${name}</a>`,
  )

const mentionify = (html: string, base: string): string => {
  if (!new RegExp(MENTION.source, 'im').test(html)) return html
  const tokens = nest(parseFragment(html))
  const ancestors = ancestorsOf(tokens)
  const changed = tokens.flatMap((token, index): readonly Token[] =>
    token.kind !== 'text' || !token.text.includes('@') || ancestors[index]?.some((name) => NOT_IN.has(name))
      ? [token]
      : parseFragment(linkMentions(token.text, base)),
  )
  return formatFragment(changed)
}

const isMentionable = (page: Page): boolean => {
  const permalink = ownOrDefault(page, 'permalink')
  const html = page.outputExtension === '.html' || (typeof permalink === 'string' && permalink.endsWith('/'))
  return page.write && html && ownOrDefault(page, 'jekyll-mentions') !== false
}

const transform = (page: Page, output: string, config: Config): string => {
  if (!output.includes('@') || !isMentionable(page)) return output
  const own = page.data.get('jekyll-mentions')
  const base = baseOf(own === undefined ? config.data.get('jekyll-mentions') : own)
  return changeBody(output, (body) => mentionify(body, base))
}

export const mentions: PluginFactory = (config) => ({
  name: 'jekyll-mentions',
  parallel: true,
  afterRender: (page, output) => transform(page, output, config),
})
