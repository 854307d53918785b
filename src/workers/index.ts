// Rendering on several threads: its one door.
export { createProcessors, type Processors } from './processors.ts'
export { renderPages, type Threads } from './render-pages.ts'
export { renderInThread } from './worker.ts'
