// Plugins and themes: their one door.
export { bareFolder, isBareFolder, isBookFolder } from './bare-folder.ts'
export { featureSettings } from './features.ts'
export type { Hook, HookEntry, HookPriority, Hooks } from './hook-types.ts'
export type { HookRunner } from './hooks.ts'
export { type LoadedPlugins, loadPlugins } from './load.ts'
export { definePlugin, type FinishContext, type GeneratorContext, type Plugin, type PluginFactory } from './plugin.ts'
export { extensionsOf, runGenerators } from './run.ts'
export { findTheme } from './themes/find.ts'
