// A site's configuration, resolved: every default in, every path absolute. Nothing after config/ checks user input again.
import type { Hash, TimeValue } from '../util/value.ts'

export interface FrontMatterDefault {
  /** '' where it applies everywhere. */
  readonly path: string
  /** undefined where it applies to every type. */
  readonly type: string | undefined
  /** false where the set has no `scope` at all, not even an empty one. */
  readonly scoped: boolean
  readonly values: Hash
}

export interface LiquidSettings {
  readonly errorMode: 'lax' | 'warn' | 'strict'
  readonly strictFilters: boolean
  readonly strictVariables: boolean
  /** Is there a `blank?` to ask for in conditions? */
  readonly knowsBlank: boolean
}

/** What a theme's gem says of itself; empty where there is no gem. */
export interface ThemeDetails {
  readonly version: string
  readonly authors: readonly string[]
  readonly description: string
  readonly metadata: Hash
  readonly dependencies: readonly string[]
}

/** A theme's folders, absolute; undefined where it lacks one. */
export interface ThemeFolders {
  readonly name: string
  readonly root: string
  readonly layouts: string | undefined
  readonly includes: string | undefined
  readonly sass: string | undefined
  readonly assets: string | undefined
  readonly data: string | undefined
  /** What its gem says of it. */
  readonly about: ThemeDetails
  /** Is it the one of `remote_theme`? */
  readonly remote: boolean
  /** Names of gems that are needed; the plugins among them are switched on. */
  readonly needs: readonly string[]
  /** Those of a remote theme: they come too late to generate or convert anything. */
  readonly lateNeeds: readonly string[]
}

export interface Config {
  readonly source: string
  readonly destination: string
  /** All keys, defaults included, as templates see them under `site`. */
  readonly data: Hash
  /** The files it was read from, in order. */
  readonly files: readonly string[]
  readonly environment: string
  readonly collections: ReadonlyMap<string, Hash>
  /** The labels of collections by their names as written, by which templates ask the site for them. */
  readonly collectionLabels: ReadonlyMap<string, string>
  /** Relative to the source; '' for the source itself. */
  readonly collectionsDir: string
  readonly layoutsDir: string
  readonly includesDir: string
  readonly dataDir: string
  readonly pluginsDirs: readonly string[]
  readonly cacheDir: string
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly keepFiles: readonly string[]
  /** With the dot, in lower case. */
  readonly markdownExtensions: readonly string[]
  readonly markdown: string
  readonly kramdown: Hash
  readonly highlighter: string | undefined
  readonly strictFrontMatter: boolean
  readonly showDrafts: boolean
  readonly limitPosts: number
  readonly future: boolean
  readonly unpublished: boolean
  readonly safe: boolean
  readonly incremental: boolean
  readonly excerptSeparator: string
  readonly pageExcerpts: boolean
  readonly permalink: string
  readonly baseurl: string
  readonly url: string | undefined
  /** An IANA name; undefined for the process's own zone. */
  readonly timezone: string | undefined
  /** The `time` key, which stands in for the build's own moment. */
  readonly time: TimeValue | undefined
  readonly plugins: readonly string[]
  /** The gems that the Gemfile's group of plugins names, plugins or not. */
  readonly gemPlugins: readonly string[]
  readonly theme: ThemeFolders | undefined
  readonly defaults: readonly FrontMatterDefault[]
  readonly liquid: LiquidSettings
  readonly encoding: string
  /** Octavo's own: warnings about books and links become errors. */
  readonly strict: boolean
}
