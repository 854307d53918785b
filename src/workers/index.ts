// Rendering on several threads: its one door.
export type { ConversionStart, ConversionThread } from './conversion-messages.ts'
export { createProcessors, type Processors } from './processors.ts'
export { renderPages, type Threads } from './render-pages.ts'
export { workInThread } from './worker.ts'
