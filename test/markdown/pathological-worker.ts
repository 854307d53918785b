// Renders every shape at a size, in a worker of its own, and says which is done: whoever started it can tell what hangs.

import { parentPort, workerData } from 'node:worker_threads'
import { createMarkdown } from '../../src/markdown/index.ts'
import { SHAPES } from './pathological-shapes.ts'

const markdown = createMarkdown()
const { size } = workerData as { readonly size: number }

for (const [name, make] of Object.entries(SHAPES)) {
  parentPort?.postMessage({ name })
  try {
    parentPort?.postMessage({ name, length: markdown.render(make(size)).length })
  } catch (error) {
    parentPort?.postMessage({ name, error: String(error) })
  }
}
