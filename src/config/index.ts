// The configuration's one door.
export { writtenCollectionsDir } from './collections-dir.ts'
export { readConfigFile } from './file.ts'
export { createFrontMatterDefaults, type FrontMatterDefaults } from './front-matter-defaults.ts'
export {
  type FindTheme,
  type FoundTheme,
  findNoTheme,
  type LoadedConfig,
  type LoadOptions,
  loadConfig,
} from './load.ts'
export { isShipped } from './shipped.ts'
