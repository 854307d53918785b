// What lasts from one build to the next: its one door.
export { CACHE_NAME, openCacheFolder, prepareCacheFolder } from './folder.ts'
