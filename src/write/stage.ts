// Where outputs wait, inside the destination, until the whole site is there: a thread of its own puts them on the disk while other pages
// are still rendered. Nothing of the site is touched before that; what turns out not to be wanted is thrown away.
import { existsSync, mkdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Output } from '../model/output.ts'
import { packageRoot } from '../util/package-root.ts'
import { pathInside } from './inside.ts'
import type { Order, Outcomes } from './stage-messages.ts'

/** The destination holds it already, or it waits in a file to be moved there. */
export type Staged = 'held' | { readonly file: string }

export interface Stage {
  /** Its folder's name in the destination. */
  readonly name: string
  /** Takes what will probably be written just so. */
  put(output: Output): void
  /** Once all that was taken is dealt with: what became of an output, by its path and its very body. */
  finish(): Promise<(output: Output) => Staged | undefined>
  /** Leaves nothing behind that has not been moved. */
  remove(): Promise<void>
}

/** How many outputs go to the thread at once: a message takes as long as a good part of a small page. */
const BATCH = 16

/** A thread takes some time to start: fewer outputs are written as fast without it. */
const WORTH = 200

let counter = 0

const outcomesOf = (worker: Worker): Promise<Outcomes> =>
  new Promise((resolve) => {
    worker.on('message', resolve)
    for (const event of ['error', 'exit']) worker.on(event, () => resolve([]))
  })

/** Makes the folder, with those above it that are missing. Returns what removes it, and those where nothing else is in them. */
const makeFolder = (destination: string, name: string): (() => void) => {
  const outermost = mkdirSync(destination, { recursive: true })
  const folder = path.join(destination, name)
  mkdirSync(folder)
  return () => {
    rmSync(folder, { recursive: true, force: true })
    if (outermost === undefined) return
    try {
      for (let made = destination; made.startsWith(outermost); made = path.dirname(made)) rmdirSync(made)
    } catch {
      // By now the site is in it.
    }
  }
}

const open = (thread: string, destination: string): Stage => {
  const name = `.octavo-${process.pid}-${counter++}.stage`
  const removeFolder = makeFolder(destination, name)
  const worker = new Worker(thread)
  const outcomes = outcomesOf(worker)
  const orders: Order[] = []
  let sent = 0
  const send = (): void => {
    worker.postMessage(orders.slice(sent))
    sent = orders.length
  }
  return {
    name,
    put: ({ path: relative, body }) => {
      const target = pathInside(destination, relative)
      if (target === undefined) return
      orders.push({ body, target, file: path.join(destination, name, String(orders.length)) })
      if (orders.length - sent === BATCH) send()
    },
    finish: async () => {
      if (sent < orders.length) send()
      send()
      const all = await outcomes
      const staged = new Map<string, { readonly body: Output['body']; readonly as: Staged }>()
      for (const [i, { body, target, file }] of orders.entries()) {
        if (all[i] === 'held') staged.set(target, { body, as: 'held' })
        if (all[i] === 'put') staged.set(target, { body, as: { file } })
      }
      return ({ path: relative, body }) => {
        const found = staged.get(path.resolve(destination, relative))
        return found?.body === body ? found.as : undefined
      }
    },
    remove: async () => {
      await worker.terminate()
      removeFolder()
    },
  }
}

/** A stage for a site of so many outputs; undefined where it is not worth one, or there can be none. */
export const openStage = (destination: string, count: number): Stage | undefined => {
  const thread = path.join(packageRoot(), 'dist', 'stage.js')
  if (count < WORTH || !existsSync(thread)) return undefined
  try {
    return open(thread, destination)
  } catch {
    // What is wrong with the destination is told when something is to be written there.
    return undefined
  }
}
