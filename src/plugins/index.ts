// Plugins and themes: their one door.
export { bareFolder, isBareFolder, isBookFolder } from './bare-folder.ts'
export { featureSettings } from './features.ts'
export { type LoadedPlugins, loadPlugins } from './load.ts'
export type { FinishContext, GeneratorContext, Plugin, PluginFactory } from './plugin.ts'
export { extensionsOf, runGenerators } from './run.ts'
export { findTheme } from './themes/find.ts'
