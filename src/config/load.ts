// From files, flags and environment to a Config: the one place where settings are `unknown`.
// Counterpart: Jekyll::Configuration and the parts of Jekyll::Site that read it.
import path from 'node:path'
import type { Config, FrontMatterDefault, LiquidSettings, ThemeFolders } from '../model/config.ts'
import { deepMerge, hashAt, stringAt } from '../model/hash.ts'
import { permalinkOfStyle } from '../model/permalink.ts'
import { UserError, type Warning } from '../util/error.ts'
import { inspect, textOf } from '../util/inspect.ts'
import { localTime, parseLocalTime } from '../util/local-time.ts'
import { insideOf } from '../util/path.ts'
import { type Hash, hashOf, isArray, isHash, isTime, isTruthy, type TimeValue, type Value } from '../util/value.ts'
import { DEFAULT_EXCLUDES, defaultSettings } from './defaults.ts'
import { findDefaultFile, readConfigFile } from './file.ts'
import { gemfilePlugins } from './gemfile-plugins.ts'
import { githubPagesSettings, wantsGithubPages } from './github-pages.ts'

/** Settings given on the command line or by a program, under the configuration's own key names. */
export interface LoadOptions {
  readonly source?: string | undefined
  readonly destination?: string | undefined
  /** Files in order, later ones winning; default the source's _config file. */
  readonly config?: readonly string[] | undefined
  readonly overrides?: Hash | undefined
  readonly environment?: string | undefined
  /** Warnings about books and links become errors. */
  readonly strict?: boolean | undefined
}

export interface FoundTheme {
  readonly theme: ThemeFolders | undefined
  /** The file of the theme's own settings, where they count. */
  readonly settings: string | undefined
  readonly warnings: readonly Warning[]
}

/** Finds the theme that a site's settings name. */
export type FindTheme = (settings: Hash, source: string) => Promise<FoundTheme>

/** For what needs settings and renders nothing. */
export const findNoTheme: FindTheme = async () => ({ theme: undefined, settings: undefined, warnings: [] })

export interface LoadedConfig {
  readonly config: Config
  readonly warnings: readonly Warning[]
}

const invalid = (message: string): never => {
  throw new UserError(message, { place: { path: '_config.yml' } })
}

const stringList = (settings: Hash, key: string): string[] => {
  const value = settings.get(key)
  if (value === null || value === undefined) return []
  if (!isArray(value)) return invalid(`'${key}' should be set as an array, but was: ${inspect(value)}.`)
  return value.filter((item) => item !== null && item !== undefined).map(textOf)
}

// Where the author's own files have one of these, not even nil will do, which elsewhere means the default.
const ensureLists = (own: Hash): void => {
  for (const key of ['include', 'exclude'])
    if (own.has(key) && !isArray(own.get(key)))
      invalid(`'${key}' should be set as an array, but was: ${inspect(own.get(key))}.`)
}

const text = (settings: Hash, key: string, fallback: string): string => {
  const value = settings.get(key)
  return value === null || value === undefined ? fallback : textOf(value)
}

const flag = (settings: Hash, key: string): boolean => {
  const value = settings.get(key)
  return value !== null && value !== undefined && value !== false
}

interface Collections {
  readonly collections: ReadonlyMap<string, Hash>
  readonly collectionLabels: ReadonlyMap<string, string>
}

const collectionsOf = (settings: Hash): Collections => {
  const value = settings.get('collections')
  const collections = new Map<string, Hash>()
  const collectionLabels = new Map<string, string>()
  const own = isArray(value) ? new Map<Value, Value>(value.map((label) => [label, new Map()])) : value
  if (own !== null && own !== undefined && !isHash(own))
    return invalid('Your `collections` key must be a hash or an array.')
  const all = deepMerge(hashOf({ posts: new Map() }), own ?? new Map())
  for (const name of all.keys()) {
    if (typeof name !== 'string') return invalid(`The label of a collection is a text, and ${inspect(name)} is none.`)
    // quirk(jekyll): the settings are looked for by the cleaned label, so a name with a space has none.
    const label = name.replace(/[^a-z0-9_\-.]/gi, '')
    const about = all.get(label)
    if (isTruthy(about) && !isHash(about) && typeof about !== 'string')
      return invalid(`What \`collections\` says of ${label} must be a hash, and ${inspect(about)} is none.`)
    collections.set(label, hashAt(all, label) ?? new Map())
    collectionLabels.set(name, label)
  }
  const posts = new Map(collections.get('posts'))
  posts.set('output', true)
  if (flag(settings, 'permalink') && !flag(posts, 'permalink'))
    posts.set('permalink', permalinkOfStyle(text(settings, 'permalink', 'date')))
  collections.set('posts', posts)
  return { collections, collectionLabels }
}

const OLD_TYPES: ReadonlyMap<string, string> = new Map([
  ['page', 'pages'],
  ['post', 'posts'],
  ['draft', 'drafts'],
])

// quirk(jekyll): a default date may be a time or a text; a mere date is none of both, and Jekyll fails on it.
const withTime = (values: Hash, timezone: string | undefined): Hash => {
  const date = values.get('date')
  if (!values.has('date') || isTime(date)) return values
  const time = typeof date === 'string' ? parseLocalTime(date, timezone) : undefined
  return time ? new Map(values).set('date', time) : invalid(`No date for a front-matter default: ${inspect(date)}`)
}

// Whoever looks at `site.defaults` sees them as they are understood: with the new names of types, and with times.
const shownSet = (set: Value, timezone: string | undefined): Value => {
  const values = isHash(set) ? set.get('values') : undefined
  if (!isHash(set) || !isHash(values)) return set
  const shown = new Map(set).set('values', withTime(values, timezone))
  const scope = set.get('scope')
  const type = isHash(scope) ? scope.get('type') : undefined
  const renamed = typeof type === 'string' ? OLD_TYPES.get(type) : undefined
  return isHash(scope) && renamed !== undefined ? shown.set('scope', new Map(scope).set('type', renamed)) : shown
}

/** A list of paths; other lists may hold numbers as well. */
const textList = (settings: Hash, key: string): string[] => {
  const value = settings.get(key)
  for (const entry of isArray(value) ? value : [])
    if (isTruthy(entry) && typeof entry !== 'string') invalid(`'${key}' holds texts, but ${inspect(entry)} is none.`)
  return stringList(settings, key)
}

const keepFilesOf = (settings: Hash): string[] => {
  const entries = textList(settings, 'keep_files')
  const whole = entries.find((entry) => insideOf('/', entry) === '/')
  return whole === undefined ? entries : invalid(`'keep_files' cannot hold the destination itself (${inspect(whole)}).`)
}

const defaultSetsOf = (settings: Hash, warnings: Warning[], timezone: string | undefined): FrontMatterDefault[] => {
  const sets = settings.get('defaults')
  if (!isArray(sets)) return []
  return sets.flatMap((set): FrontMatterDefault[] => {
    const values = isHash(set) ? set.get('values') : undefined
    if (!isHash(set) || !isHash(values)) {
      warnings.push({
        message: `An invalid front-matter default set was found: ${inspect(set)}`,
        place: { path: '_config.yml' },
        advice: 'Each entry of `defaults` needs a `scope` and a hash of `values`.',
      })
      return []
    }
    const given = set.get('scope')
    if (set.has('scope') && !isHash(given)) return invalid(`The scope of a default is no hash: ${inspect(set)}`)
    const scope = isHash(given) ? given : new Map<Value, Value>()
    const type = scope.get('type')
    if (scope.has('type') && typeof type !== 'string') return invalid(`The type of a scope is no text: ${inspect(set)}`)
    const name = typeof type === 'string' ? type : undefined
    const scopePath = scope.get('path')
    return [
      {
        path: typeof scopePath === 'string' ? scopePath : '',
        type: name === undefined ? undefined : (OLD_TYPES.get(name) ?? name),
        scoped: set.has('scope'),
        values: withTime(values, timezone),
      },
    ]
  })
}

// These bring Ruby on Rails' `blank?` with them, for which Liquid's `blank` then asks.
const RAILS_PLUGINS = ['jekyll-mentions', 'jemoji']

const liquidOf = (settings: Hash, plugins: readonly string[]): LiquidSettings => {
  const liquid = hashAt(settings, 'liquid') ?? new Map()
  const mode = stringAt(liquid, 'error_mode')
  return {
    errorMode: mode === 'lax' || mode === 'strict' ? mode : 'warn',
    strictFilters: flag(liquid, 'strict_filters'),
    strictVariables: flag(liquid, 'strict_variables'),
    knowsBlank: plugins.some((plugin) => RAILS_PLUGINS.includes(plugin)),
  }
}

const timeOf = (settings: Hash, timezone: string | undefined): TimeValue | undefined => {
  const value = settings.get('time')
  if (value === null || value === undefined) return undefined
  if (isTime(value)) return localTime(value, timezone)
  const parsed = parseLocalTime(textOf(value), timezone)
  if (!parsed) return invalid(`Invalid date '${textOf(value)}': Invalid time in _config.yml.`)
  return parsed
}

const knownZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false // RangeError: no such zone
  }
}

const timezoneOf = (settings: Hash, warnings: Warning[]): string | undefined => {
  const zone = stringAt(settings, 'timezone')
  if (zone === undefined || zone === '') return undefined
  if (knownZone(zone)) return zone
  warnings.push({
    message: `The timezone '${zone}' is unknown; UTC is used`,
    place: { path: '_config.yml' },
    advice: 'Name it as the IANA database does: Europe/Berlin.',
  })
  return 'UTC'
}

const pluginsOf = (settings: Hash): string[] => {
  const value = settings.get('plugins')
  if (value !== null && value !== undefined && !isArray(value)) {
    return invalid(
      `'plugins' should be set as an array, but was: ${inspect(value)}. Use 'plugins_dir' to name the folder of your own plugins.`,
    )
  }
  return [
    ...new Set([
      ...stringList(settings, 'plugins'),
      ...(isArray(settings.get('gems')) ? stringList(settings, 'gems') : []),
    ]),
  ]
}

const collectionsDirOf = (settings: Hash): string => insideOf('/', text(settings, 'collections_dir', '')).slice(1)

const withExcludes = (settings: Hash): Hash =>
  new Map(settings).set('exclude', [...new Set([...stringList(settings, 'exclude'), ...DEFAULT_EXCLUDES])])

// A theme's own _config.yml stands below the site's, but may not set what has a default.
const withThemeSettings = async (settings: Hash, file: string | undefined, defaults: Hash): Promise<Hash> => {
  if (file === undefined || settings.get('ignore_theme_config') === true) return settings
  const own = [...(await readConfigFile(file))].filter(([key]) => !defaults.has(key))
  return deepMerge(new Map(own), settings)
}

const environmentOf = (options: LoadOptions): string =>
  options.environment ?? process.env['JEKYLL_ENV'] ?? 'development'

const resolveSettings = async (options: LoadOptions, cwd: string) => {
  const overrides = options.overrides ?? new Map()
  const firstSource = path.resolve(cwd, options.source ?? '.')
  const defaultFile =
    options.config === undefined || options.config.length === 0 ? findDefaultFile(firstSource) : undefined
  const files = options.config?.length
    ? options.config.map((file) => path.resolve(cwd, file))
    : defaultFile
      ? [defaultFile]
      : []
  const defaults = defaultSettings(firstSource, path.join(cwd, '_site'))
  let own: Hash = new Map()
  for (const file of files) own = deepMerge(own, await readConfigFile(file))
  ensureLists(own)
  own = deepMerge(own, overrides)
  const gemPlugins = gemfilePlugins(
    firstSource.startsWith(cwd + path.sep) ? [firstSource, cwd] : [firstSource],
    process.env,
  )
  let settings = wantsGithubPages(own, gemPlugins)
    ? githubPagesSettings(defaults, own, environmentOf(options))
    : deepMerge(defaults, own)
  const source = path.resolve(cwd, options.source ?? text(settings, 'source', '.'))
  const destination = path.resolve(cwd, options.destination ?? text(settings, 'destination', '_site'))
  settings = new Map(settings).set('source', source).set('destination', destination)
  return { settings: withExcludes(settings), files, defaults, gemPlugins }
}

const ensureApart = (source: string, destination: string): void => {
  if (source === destination || source.startsWith(`${destination}${path.sep}`)) {
    throw new UserError('Destination directory cannot be or contain the Source directory.', {
      advice: `The source is ${source}, the destination ${destination}: name another with --destination.`,
    })
  }
}

/**
 * The resolved configuration of the site that `options` names.
 * @throws UserError for files that are missing or wrong, and for settings of a kind that cannot be.
 */
export const loadConfig = async (options: LoadOptions, findTheme: FindTheme): Promise<LoadedConfig> => {
  const warnings: Warning[] = []
  const { settings: own, files, defaults, gemPlugins } = await resolveSettings(options, process.cwd())
  const source = text(own, 'source', '.')
  const { theme, settings: themeFile, warnings: themeWarnings } = await findTheme(own, source)
  warnings.push(...themeWarnings)
  const merged = await withThemeSettings(own, themeFile, defaults)
  const { collections, collectionLabels } = collectionsOf(merged)
  const settings = new Map(merged).set('collections', new Map(collections))
  if (theme?.remote) settings.set('theme', theme.name)
  const destination = text(settings, 'destination', '_site')
  ensureApart(source, destination)
  if (flag(settings, 'relative_permalinks'))
    invalid('`relative_permalinks` was removed in Jekyll 3: permalinks are relative to the source folder.')
  const limitPosts = Number(settings.get('limit_posts') ?? 0)
  if (limitPosts < 0) invalid('limit_posts must be a non-negative number')
  const timezone = timezoneOf(settings, warnings)
  const sets = settings.get('defaults')
  if (isArray(sets))
    settings.set(
      'defaults',
      sets.map((set) => shownSet(set, timezone)),
    )
  const url = settings.get('url')
  const pluginsDir = settings.get('plugins_dir')
  const config: Config = {
    source,
    destination,
    data: settings,
    files,
    environment: environmentOf(options),
    collections,
    collectionLabels,
    collectionsDir: collectionsDirOf(settings),
    layoutsDir: insideOf(source, text(settings, 'layouts_dir', '_layouts')),
    includesDir: insideOf(source, text(settings, 'includes_dir', '_includes')),
    dataDir: insideOf(source, text(settings, 'data_dir', '_data')),
    pluginsDirs: (isArray(pluginsDir) ? pluginsDir.map(textOf) : [text(settings, 'plugins_dir', '_plugins')]).map(
      (dir) => path.resolve(source, dir),
    ),
    cacheDir: insideOf(source, text(settings, 'cache_dir', '.jekyll-cache')),
    include: textList(settings, 'include'),
    exclude: stringList(settings, 'exclude'),
    keepFiles: keepFilesOf(settings),
    markdownExtensions: text(settings, 'markdown_ext', '')
      .split(',')
      .map((extension) => `.${extension.toLowerCase()}`),
    markdown: text(settings, 'markdown', 'kramdown'),
    kramdown: hashAt(settings, 'kramdown') ?? new Map(),
    highlighter: flag(settings, 'highlighter') ? text(settings, 'highlighter', 'rouge') : undefined,
    strictFrontMatter: flag(settings, 'strict_front_matter'),
    showDrafts: flag(settings, 'show_drafts'),
    limitPosts,
    future: flag(settings, 'future'),
    unpublished: flag(settings, 'unpublished'),
    safe: flag(settings, 'safe'),
    incremental: flag(settings, 'incremental'),
    excerptSeparator: text(settings, 'excerpt_separator', ''),
    pageExcerpts: flag(settings, 'page_excerpts'),
    permalink: text(settings, 'permalink', 'date'),
    baseurl: text(settings, 'baseurl', ''),
    url: url === null || url === undefined ? undefined : textOf(url),
    timezone,
    time: timeOf(settings, timezone),
    plugins: pluginsOf(settings),
    gemPlugins,
    theme,
    defaults: defaultSetsOf(settings, warnings, timezone),
    liquid: liquidOf(settings, [...pluginsOf(settings), ...gemPlugins]),
    encoding: text(settings, 'encoding', 'utf-8'),
    strict: options.strict ?? false,
  }
  return { config, warnings }
}
