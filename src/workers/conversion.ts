// The thread that converts pages' texts, as the build's own one sees it.
import { receiveMessageOnPort } from 'node:worker_threads'
import type { Config } from '../model/config.ts'
import type { Draft } from '../render/index.ts'
import {
  type ConversionThread,
  type ConversionWork,
  type ConvertedText,
  claimText,
  createTextClaims,
  FROM_THREAD,
  ring,
  type Text,
  type TextClaims,
  TO_THREAD,
} from './conversion-messages.ts'

export interface Conversion {
  /** Takes a draft's text to be converted. */
  put(at: number, draft: Draft): void
  /** What has been converted since. */
  take(): readonly ConvertedText[]
  /** Waits until there is more to take; false where nothing comes for long. */
  wait(): boolean
  /** Is there more than the thread can keep up with? */
  isBehind(): boolean
  /** Takes a text back, to be converted here; false where the thread has begun with it. */
  claim(at: number): boolean
}

/** How many texts go at once: a message takes as long as a good part of a small page. The first texts are not kept waiting. */
const BATCH = 8
const FIRST_TEXTS = 4

const PATIENCE = 5000

/** With so many texts in its hands the thread has enough to do. */
const MANY = 64

const converse = ({ port, bells, patience = PATIENCE }: ConversionThread, claims: TextClaims): Conversion => {
  let texts: Text[] = []
  let count = 0
  let converted = 0
  let answers = 0
  const send = (): void => {
    if (texts.length === 0) return
    port.postMessage(texts)
    ring(bells, TO_THREAD)
    texts = []
  }
  return {
    put: (at, { packedText, file }) => {
      texts.push([at, packedText, file])
      if (++count <= FIRST_TEXTS || texts.length === BATCH) send()
    },
    take: () => {
      if (Atomics.load(bells, FROM_THREAD) === answers) return []
      const all: ConvertedText[] = []
      for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
        answers++
        all.push(...(got.message as readonly ConvertedText[]))
      }
      converted += all.length
      return all
    },
    wait: () => {
      send()
      return Atomics.wait(bells, FROM_THREAD, answers, patience) !== 'timed-out'
    },
    isBehind: () => count - converted > MANY,
    claim: (at) => claimText(claims, at),
  }
}

/** Has the thread convert for a site of so many pages; undefined where it cannot be told the configuration. */
export const beginConversion = (thread: ConversionThread, config: Config, pages: number): Conversion | undefined => {
  const { port, bells } = thread
  const work: ConversionWork = { config, claims: createTextClaims(pages) }
  try {
    port.postMessage(work)
  } catch (error) {
    // Values that plugins of a site's own put into it may be functions, which cannot go to another thread.
    if (error instanceof Error && error.name === 'DataCloneError') return undefined
    throw error
  }
  ring(bells, TO_THREAD)
  return converse(thread, work.claims)
}
