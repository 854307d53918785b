// The thread that converts a large site's texts starts before anything else does: it takes as long to get ready as the rest of the program
// and reading the site together.
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { ConversionStart, ConversionThread } from '../workers/index.ts'

export interface HeadStart extends ConversionThread {
  dismiss(): void
}

/** Smaller sites are there as soon without another thread. */
const WORTH = 300

/** A glance must cost nothing: a site in more folders than this is taken for a small one. */
const MOST_FOLDERS = 200

const MARKDOWN = /\.(?:md|markdown|mkd|mkdn|mkdown)$/i
const NEVER_READ = /^(?:\..*|node_modules|vendor|_site)$/

/** Does a folder look as if it had many pages of Markdown? */
export const looksLarge = (source: string): boolean => {
  const folders = [source]
  let pages = 0
  try {
    for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
      const folder = folders[at] as string
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isDirectory() && !NEVER_READ.test(entry.name)) folders.push(path.join(folder, entry.name))
        else if (MARKDOWN.test(entry.name) && ++pages === WORTH) return true
      }
    }
  } catch {
    // Whoever reads the site tells what is wrong with it.
  }
  return false
}

const sourceOf = (argv: readonly string[]): string => {
  const long = argv.find((arg) => arg.startsWith('--source='))?.slice('--source='.length)
  const flag = argv.findIndex((arg) => arg === '-s' || arg === '--source')
  return long ?? (flag < 0 ? undefined : argv[flag + 1]) ?? '.'
}

const start = (program: string): HeadStart => {
  const { port1: port, port2 } = new MessageChannel()
  const bells = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  const workerData: ConversionStart = { task: 'convert', port: port2, bells }
  const worker = new Worker(program, { workerData, transferList: [port2] })
  // Whoever waits for its answers finds out.
  worker.on('error', () => {})
  worker.unref()
  port.unref()
  return {
    port,
    bells,
    dismiss: () => {
      port.close()
      void worker.terminate()
    },
  }
}

/** A thread for a build with these arguments, from the program in that folder; undefined where it is not worth one. */
export const takeHeadStart = (argv: readonly string[], folder: string): HeadStart | undefined => {
  const program = path.join(folder, 'worker.js')
  if (availableParallelism() < 2 || !existsSync(program) || !looksLarge(sourceOf(argv))) return undefined
  try {
    return start(program)
  } catch {
    // Where there can be no other thread, the build does without.
    return undefined
  }
}
