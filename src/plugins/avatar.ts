// {% avatar user size=40 %}: a person's picture from GitHub. Counterpart: jekyll-avatar.

import type { TagDefinition } from '../liquid/index.ts'
import { textOf } from '../util/inspect.ts'
import { crc32 } from './crc32.ts'
import type { PluginFactory } from './plugin.ts'

const HOSTS = 4

const addressOf = (user: string, size: string, scale: number): string => {
  const path = (factor: number): string => `${user}?v=3&s=${factor === 1 ? size : Number(size) * factor}`
  // quirk(jekyll-avatar): the host follows from the smallest picture's path, whatever the scale.
  const custom = process.env['PAGES_AVATARS_URL']
  const host = custom ? custom.replace(/\/?$/, '') : `https://avatars${crc32(path(1)) % HOSTS}.githubusercontent.com`
  return `${host}/${path(scale)}`
}

const avatarTag: TagDefinition = {
  compile: (markup) => {
    const raw = markup.trim()
    const size = /\bsize=(\d+)\b/i.exec(raw)?.[1] ?? '40'
    const variable = /\buser=([\w.]+)\b/.exec(raw)?.[1]
    return (scope) => {
      const text = raw.replace(/\{\{(.*?)\}\}/g, (_, expression: string) => textOf(scope.evaluate(expression)))
      const first = text.split(' ')[0] ?? ''
      const found = variable === undefined ? null : scope.evaluate(variable)
      const user =
        variable === undefined
          ? first.replace(/^@/, '')
          : found === null || found === undefined || found === false
            ? variable
            : textOf(found)
      const source = addressOf(user, size, 1)
      const set = [1, 2, 3, 4].map((scale) => `${addressOf(user, size, scale)} ${scale}x`).join(', ')
      const lazy = text.includes('lazy=true')
      const links = lazy ? `src="" data-src="${source}" data-srcset="${set}"` : `src="${source}" srcset="${set}"`
      const classes = Number(size) < 48 ? 'avatar avatar-small' : 'avatar'
      return `<img class="${classes}" alt="${user}" width="${size}" height="${size}" data-proofer-ignore="true" ${links} />`
    }
  },
}

export const avatar: PluginFactory = () => ({ name: 'jekyll-avatar', parallel: true, tags: { avatar: avatarTag } })
