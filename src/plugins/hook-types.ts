// Hooks under Jekyll's names. Values are handed over and given back: a hook returns what is to stand in a value's place, or nothing
// where it stays. Counterpart: Jekyll::Hooks.
import type { Config } from '../model/config.ts'
import type { Page, Site } from '../model/site.ts'
import type { RenderedPage } from '../render/index.ts'
import type { GeneratorContext } from './plugin.ts'

export type HookPriority = 'low' | 'normal' | 'high' | number

/** A hook, a hook with a priority (higher ones run first, `normal` is 20), or several. */
export type Hook<F> = HookEntry<F> | readonly HookEntry<F>[]
export type HookEntry<F> = F | { readonly priority?: HookPriority | undefined; readonly run: F }

export type ConfigHook = (config: Config) => Config | undefined
export type SiteHook = (site: Site, context: GeneratorContext) => Site | undefined | Promise<Site | undefined>
export type RenderedHook = (rendered: readonly RenderedPage[], site: Site) => readonly RenderedPage[] | undefined
export type WrittenHook = (site: Site) => undefined | Promise<undefined>
export type PageHook = (page: Page, context: GeneratorContext) => Page | undefined
export type TextHook = (page: Page, text: string) => string | undefined
export type PageWrittenHook = (page: Page) => undefined | Promise<undefined>
/** Paths relative to the destination that are to be removed. */
export type ObsoleteHook = (paths: readonly string[]) => readonly string[] | undefined

/** The owners are `site`, `pages`, `posts`, `documents`, `clean` and every collection's label. */
export interface Hooks {
  readonly 'site:after_init'?: Hook<ConfigHook> | undefined
  readonly 'site:after_reset'?: Hook<ConfigHook> | undefined
  readonly 'site:post_read'?: Hook<SiteHook> | undefined
  readonly 'site:pre_render'?: Hook<SiteHook> | undefined
  readonly 'site:post_render'?: Hook<RenderedHook> | undefined
  readonly 'site:post_write'?: Hook<WrittenHook> | undefined
  readonly 'clean:on_obsolete'?: Hook<ObsoleteHook> | undefined
  readonly 'pages:post_init'?: Hook<PageHook> | undefined
  readonly 'pages:pre_render'?: Hook<PageHook> | undefined
  readonly 'pages:post_convert'?: Hook<TextHook> | undefined
  readonly 'pages:post_render'?: Hook<TextHook> | undefined
  readonly 'pages:post_write'?: Hook<PageWrittenHook> | undefined
  readonly 'posts:post_init'?: Hook<PageHook> | undefined
  readonly 'posts:pre_render'?: Hook<PageHook> | undefined
  readonly 'posts:post_convert'?: Hook<TextHook> | undefined
  readonly 'posts:post_render'?: Hook<TextHook> | undefined
  readonly 'posts:post_write'?: Hook<PageWrittenHook> | undefined
  readonly 'documents:post_init'?: Hook<PageHook> | undefined
  readonly 'documents:pre_render'?: Hook<PageHook> | undefined
  readonly 'documents:post_convert'?: Hook<TextHook> | undefined
  readonly 'documents:post_render'?: Hook<TextHook> | undefined
  readonly 'documents:post_write'?: Hook<PageWrittenHook> | undefined
  readonly [init: `${string}:post_init`]: Hook<PageHook> | undefined
  readonly [preRender: `${string}:pre_render`]: Hook<PageHook> | Hook<SiteHook> | undefined
  readonly [postConvert: `${string}:post_convert`]: Hook<TextHook> | undefined
  readonly [postRender: `${string}:post_render`]: Hook<TextHook> | Hook<RenderedHook> | undefined
  readonly [postWrite: `${string}:post_write`]: Hook<PageWrittenHook> | Hook<WrittenHook> | undefined
}
