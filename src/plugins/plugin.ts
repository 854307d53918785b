// The plugin interface: plain readonly data with functions from value to value. Built-in plugins use this same door.
import type { Books } from '../book/index.ts'
import type { FilterDefinition, TagDefinition } from '../liquid/index.ts'
import type { Config } from '../model/config.ts'
import type { Output } from '../model/output.ts'
import type { Page, Site, StaticFile } from '../model/site.ts'
import type { Converter, PageTransform, RenderedPage } from '../render/index.ts'
import type { Warning } from '../util/error.ts'
import type { Hash } from '../util/value.ts'
import type { Hooks } from './hook-types.ts'

/** What a generator may make pages with. */
export interface GeneratorContext {
  readonly config: Config
  /** A page that no file holds; `path` is where it would be in the source, such as 'feed.xml' or 'tags/a.html'. */
  createPage(path: string, data: Hash, content: string): Page
  /** The page with other data: its URL and its place in the output follow. */
  withData(page: Page, data: Hash, content?: string): Page
  /** The page, as it was read, in another folder ('/page2'), for its URL. */
  movePage(page: Page, dir: string): Page
  /** The page that a static file would be if it had (empty) front matter. */
  pageFromFile(file: StaticFile): Page
  /** Markdown to HTML with the site's settings. */
  markdownify(text: string): string
  warn(warning: Warning): void
}

/** What a plugin may use once everything is rendered. */
export interface FinishContext {
  readonly books: Books
  warn(warning: Warning): void
}

export interface Plugin {
  readonly name: string
  /** The configuration as it is to be, before anything is read (Jekyll's site :after_init). All plugins are then made anew with it. */
  readonly configure?: ((config: Config) => Config) | undefined
  /** Runs after reading: the site as it is to be. Generators run in order of priority, higher first, then as they are listed. */
  readonly generate?: ((site: Site, context: GeneratorContext) => Site | Promise<Site>) | undefined
  readonly priority?: number | undefined
  /**
   * Do its tags, filters, converters and text functions rest on the configuration and on what they are given, and on nothing else? Then
   * pages may be rendered on several threads, each with this plugin made anew. Otherwise the whole site is rendered on one.
   */
  readonly parallel?: boolean | undefined
  readonly tags?: Readonly<Record<string, TagDefinition>> | undefined
  readonly filters?: Readonly<Record<string, FilterDefinition>> | undefined
  readonly converters?: readonly Converter[] | undefined
  /** The page's source, before Liquid (Jekyll's :pre_render). */
  readonly beforeRender?: PageTransform | undefined
  /** The converted text, before layouts (Jekyll's :post_convert). */
  readonly afterConvert?: PageTransform | undefined
  /** A page's automatic excerpt, converted by itself. (Jekyll runs no hook for it.) */
  readonly afterConvertExcerpt?: PageTransform | undefined
  /** The whole page (Jekyll's :post_render). */
  readonly afterRender?: PageTransform | undefined
  /** More files to write, once everything is rendered (Jekyll's site :post_render). */
  readonly finish?:
    | ((
        site: Site,
        rendered: readonly RenderedPage[],
        context: FinishContext,
      ) => readonly Output[] | Promise<readonly Output[]>)
    | undefined
  /** The outputs as they are to be written: the last word, after everything is finished. Where two share a path, the later one counts. */
  readonly complete?:
    | ((
        outputs: readonly Output[],
        site: Site,
        context: FinishContext,
      ) => readonly Output[] | Promise<readonly Output[]>)
    | undefined
  /** Functions by Jekyll's names for hooks, such as 'posts:pre_render'. They run after the parts above that share their moment. */
  readonly hooks?: Hooks | undefined
}

/** A plugin as it is given, for its types. */
export const definePlugin = <P extends Plugin | PluginFactory>(plugin: P): P => plugin

/** Makes a plugin for a site's configuration. */
export type PluginFactory = (config: Config) => Plugin
