// The preview server's one door.
export { createPreviewServer, findFile, type ServeSettings } from './http.ts'
export { createReloader, type Reloader } from './reload.ts'
export { type Watcher, type WatchSettings, watchSource } from './watch.ts'
