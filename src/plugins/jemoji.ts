// :name: becomes the picture of that emoji. Counterpart: jemoji.
import { gemoji } from 'gemoji'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Page } from '../model/site.ts'
import { textOf } from '../util/inspect.ts'
import { formatFragment } from './html-format.ts'
import { ancestorsOf, changeBody, parseFragment, type Token } from './html-fragment.ts'
import { nest } from './html-nesting.ts'
import type { PluginFactory } from './plugin.ts'
import { ownOrDefault } from './settings.ts'

const NAME = /:([\w+-]+)(?=:)/g
const NOT_IN = new Set(['pre', 'code', 'tt'])

// The picture of an emoji is named after its code points, without joiners and variation selectors (which are kept in first place only).
const fileOf = (emoji: string): string =>
  [...emoji]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
    .join('-')
    .replace(/-(?:fe0f|200d)\b/g, '')

const files: ReadonlyMap<string, string> = new Map(
  gemoji.flatMap(({ emoji, names }) => names.map((name) => [name, fileOf(emoji)])),
)

/** `replace` for each known :name: of a text, found from left to right; the colons of one do not serve another. */
const replaceNames = (text: string, replace: (name: string, file: string) => string): string => {
  let result = ''
  let done = 0
  for (const match of text.matchAll(NAME)) {
    const name = match[1] ?? ''
    const file = files.get(name)
    if (file === undefined || match.index < done) continue
    result += text.slice(done, match.index) + replace(name, file)
    done = match.index + match[0].length + 1
  }
  return result + text.slice(done)
}

const hasNames = (text: string): boolean => [...text.matchAll(NAME)].some(([, name = '']) => files.has(name))

const rootOf = (config: Config): string => {
  const own = hashAt(config.data, 'emoji')
  if (own?.has('src')) return textOf(own.get('src'))
  const host = process.env['ASSET_HOST_URL']
  return `${host ? host.replace(/\/$/, '') : 'https://github.githubassets.com'}/images/icons/`
}

const emojify = (html: string, root: string): string => {
  const picture = (name: string, file: string): string =>
    `<img class="emoji" title=":${name}:" alt=":${name}:" src="${root.replace(/\/+$/, '')}/emoji/unicode/${file}.png" height="20" width="20">`
  const tokens = nest(parseFragment(html))
  const ancestors = ancestorsOf(tokens)
  const changed = tokens.flatMap((token, index): readonly Token[] => {
    if ((token.kind !== 'text' && token.kind !== 'raw') || token.text.startsWith('<!') || !hasNames(token.text))
      return [token]
    if (ancestors[index]?.some((name) => NOT_IN.has(name))) return [token]
    const replaced = replaceNames(token.text, picture)
    // quirk(html-pipeline): the text's references are read before and its result is taken for HTML: `&lt;b&gt; :+1:` makes an element.
    return token.kind === 'raw' ? [{ kind: 'raw', text: replaced }] : nest(parseFragment(replaced))
  })
  return formatFragment(changed)
}

const isEmojiable = (page: Page): boolean => {
  const permalink = ownOrDefault(page, 'permalink')
  return (page.write && page.outputExtension === '.html') || (typeof permalink === 'string' && permalink.endsWith('/'))
}

export const jemoji: PluginFactory = (config) => ({
  name: 'jemoji',
  parallel: true,
  afterRender: (page, output) =>
    isEmojiable(page) && hasNames(output) ? changeBody(output, (body) => emojify(body, rootOf(config))) : output,
})
