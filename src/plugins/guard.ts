// Wraps the functions of a plugin of one's own, so that what it throws names the plugin's file and line.
import { type FilterDefinition, RubyError, type TagDefinition } from '../liquid/index.ts'
import type { Converter } from '../render/index.ts'
import { UserError } from '../util/error.ts'
import type { HookEntry, Hooks } from './hook-types.ts'
import { placeOfError } from './import-module.ts'
import type { Plugin } from './plugin.ts'

/** Where a plugin comes from. */
export interface Origin {
  /** As messages show it. */
  readonly name: string
  /** The folder of its files, absolute. */
  readonly folder: string
  readonly source: string
}

type Callable = (...values: never[]) => unknown

const failure = (error: unknown, part: string, origin: Origin): unknown => {
  // Mistakes of Liquid's own kinds keep their words: a filter may be meant to stop the build with them.
  if (!(error instanceof Error) || error instanceof UserError || error instanceof RubyError) return error
  return new UserError(`The plugin ${origin.name} failed in ${part}: ${error.message}`, {
    place: placeOfError(error, origin.folder, origin.source) ?? { path: origin.name },
    cause: error,
  })
}

const guard = <F extends Callable>(run: F, part: string, origin: Origin): F => {
  const guarded = (...values: never[]): unknown => {
    try {
      const result = run(...values)
      return result instanceof Promise
        ? result.catch((error: unknown) => Promise.reject(failure(error, part, origin)))
        : result
    } catch (error) {
      throw failure(error, part, origin)
    }
  }
  return guarded as F
}

const guardTag = (tag: TagDefinition, part: string, origin: Origin): TagDefinition => ({
  ...tag,
  compile: guard((markup, place) => guard(tag.compile(markup, place), part, origin), part, origin),
})

const guardFilter = (filter: FilterDefinition, part: string, origin: Origin): FilterDefinition => ({
  ...filter,
  apply: guard(filter.apply, part, origin),
})

const guardConverter = (converter: Converter, origin: Origin): Converter => ({
  ...converter,
  matches: (extension) => converter.matches(extension),
  outputExtension: (extension) => converter.outputExtension(extension),
  convert: guard((text, file) => converter.convert(text, file), `its converter ${converter.name}`, origin),
})

const guardHooks = (hooks: Hooks, origin: Origin): Hooks => {
  const entry = (hook: HookEntry<Callable>, name: string): HookEntry<Callable> => {
    if (typeof hook === 'function') return guard(hook, `its hook '${name}'`, origin)
    return typeof hook?.run === 'function' ? { ...hook, run: guard(hook.run, `its hook '${name}'`, origin) } : hook
  }
  return Object.fromEntries(
    Object.entries(hooks).map(([name, hook]) => [
      name,
      Array.isArray(hook) ? hook.map((one) => entry(one, name)) : entry(hook as HookEntry<Callable>, name),
    ]),
  ) as unknown as Hooks
}

const mapRecord = <T>(
  record: Readonly<Record<string, T>> | undefined,
  change: (value: T, name: string) => T,
): Record<string, T> =>
  Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, change(value, name)]))

const PARTS = ['configure', 'generate', 'beforeRender', 'afterConvert', 'afterRender', 'finish', 'complete'] as const

/** The plugin with every function guarded. */
export const guardPlugin = (plugin: Plugin, origin: Origin): Plugin => {
  const parts = PARTS.flatMap((part) => {
    const run = plugin[part]?.bind(plugin) as Callable | undefined
    return run ? [[part, guard(run, part, origin)] as const] : []
  })
  return {
    ...plugin,
    ...Object.fromEntries(parts),
    tags: mapRecord(plugin.tags, (tag, name) => guardTag(tag, `its tag {% ${name} %}`, origin)),
    filters: mapRecord(plugin.filters, (filter, name) => guardFilter(filter, `its filter ${name}`, origin)),
    converters: plugin.converters?.map((converter) => guardConverter(converter, origin)),
    hooks: plugin.hooks && guardHooks(plugin.hooks, origin),
  }
}
