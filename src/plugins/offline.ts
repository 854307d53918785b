// `octavo: offline`: a service worker that keeps the site for reading without a network, the list of files that it goes by, the script
// that asks for it, and a web manifest.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config } from '../model/config.ts'
import { stringAt } from '../model/hash.ts'
import { isCopy, type Output } from '../model/output.ts'
import { UserError } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { type Hash, isArray } from '../util/value.ts'
import { featureSettings } from './feature-settings.ts'
import register from './offline/register.js?raw'
import remover from './offline/remover.js?raw'
import worker from './offline/worker.js?raw'
import type { FinishContext, PluginFactory } from './plugin.ts'

const WORKER = 'sw.js'
const LIST = 'offline.json'
const SCRIPT = 'offline.js'
const MANIFEST = 'manifest.webmanifest'
/** Where nothing is kept, the theme's link to the script must still lead somewhere. */
const NOTHING: readonly Output[] = [
  { path: WORKER, body: remover },
  { path: SCRIPT, body: '// Nothing is kept for reading without a network.\n' },
  { path: MANIFEST, body: '{}' },
]
/** Other forms of the book, and what is for programs: none of it is read in the browser. */
const LEFT_OUT =
  /(?:^|\/)(?:sitemap\.xml|feed\.xml|robots\.txt|llms(?:-full)?\.txt|CNAME|\.[^/]*)$|\.(?:epub|pdf|zip|gz|md|map)$/i
const ICON = 'assets/favicon.svg'
const MEGABYTE = 1_000_000
const LIMIT = 50

interface Settings {
  readonly mode: 'ask' | 'auto'
  readonly exclude: readonly string[]
  /** In bytes. */
  readonly limit: number
  readonly remove: boolean
}

const wrong = (key: string, wanted: string, value: unknown): UserError =>
  new UserError(`'octavo.offline.${key}' should be ${wanted}, but was: ${inspect(value as string)}`, {
    place: { path: '_config.yml' },
  })

const readSettings = (settings: Hash): Settings => {
  const mode = settings.get('mode') ?? 'ask'
  if (mode !== 'ask' && mode !== 'auto') throw wrong('mode', "'ask' or 'auto'", mode)
  const limit = settings.get('limit') ?? LIMIT
  if (typeof limit !== 'number' && typeof limit !== 'bigint') throw wrong('limit', 'a number of megabytes', limit)
  const exclude = settings.get('exclude') ?? []
  const paths = (isArray(exclude) ? exclude : [exclude]).map((path) => textOf(path).replace(/^\//, ''))
  return { mode, exclude: paths, limit: Number(limit) * MEGABYTE, remove: settings.get('remove') === true }
}

const isLeftOut = (path: string, exclude: readonly string[]): boolean =>
  LEFT_OUT.test(path) || exclude.some((one) => path === one || path.startsWith(one.replace(/\/?$/, '/')))

const bytesOf = (body: Output['body']): Uint8Array =>
  isCopy(body) ? readFileSync(body.copy) : typeof body === 'string' ? Buffer.from(body) : body

const digest = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 16)

const manifestOf = (config: Config, icons: boolean): string => {
  const name = stringAt(config.data, 'title') ?? 'Book'
  const icon = { src: ICON, type: 'image/svg+xml', sizes: 'any' }
  return JSON.stringify({
    name,
    short_name: name,
    description: stringAt(config.data, 'description'),
    lang: stringAt(config.data, 'lang'),
    dir: stringAt(config.data, 'direction') ?? 'auto',
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    icons: icons ? [icon] : [],
  })
}

const complete = (given: readonly Output[], config: Config, settings: Settings, warn: FinishContext['warn']) => {
  const taken = new Map(given.map(({ path, body }) => [path, body]))
  if (settings.remove) return [...NOTHING, ...given]
  const mine: Output[] = [
    { path: SCRIPT, body: register.replace('{{mode}}', settings.mode) },
    ...(taken.has(MANIFEST) ? [] : [{ path: MANIFEST, body: manifestOf(config, taken.has(ICON)) }]),
  ]
  for (const { path, body } of mine) taken.set(path, body)
  const files: Record<string, string> = {}
  let size = 0
  for (const [path, body] of [...taken].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (isLeftOut(path, settings.exclude)) continue
    const bytes = bytesOf(body)
    size += bytes.length
    files[path] = digest(bytes)
  }
  if (size > settings.limit) {
    warn({
      message: `What would be kept for reading offline is ${Math.ceil(size / MEGABYTE)} MB, more than 'octavo.offline.limit' allows, so nothing is`,
      place: { path: '_config.yml' },
      advice: `Raise the limit of ${settings.limit / MEGABYTE} MB, or leave folders out with 'exclude'.`,
    })
    return [...NOTHING, ...given]
  }
  const version = digest(JSON.stringify(files) + worker)
  return [
    ...given,
    ...mine,
    { path: LIST, body: JSON.stringify({ version, size, files }) },
    { path: WORKER, body: worker.replace('{{version}}', version) },
  ]
}

export const offline: PluginFactory = (config) => {
  const settings = readSettings(featureSettings(config, 'offline') ?? new Map())
  return {
    name: 'octavo-offline',
    complete: (outputs, _, { warn }) => complete(outputs, config, settings, warn),
  }
}
