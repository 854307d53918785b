// What a thread beside the build's own one starts with.
import { loadProgram } from './compiled.ts'

const { workInThread } = loadProgram(import.meta.dirname)?.exports ?? (await import('../workers/index.ts'))
await workInThread()
