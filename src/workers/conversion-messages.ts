// What the build's own thread and the one that converts for it say to each other, and the memory that both see.
import type { MessagePort } from 'node:worker_threads'
import type { Config } from '../model/config.ts'
import type { ConvertedElsewhere, ConvertedFile } from '../render/index.ts'
import type { PackedText } from '../util/packed-text.ts'

/** With which the thread starts, before anything is known of the site. */
export interface ConversionStart {
  readonly task: 'convert'
  readonly port: MessagePort
  readonly bells: Bells
}

/** The thread as whoever started it holds it. */
export interface ConversionThread {
  readonly port: MessagePort
  readonly bells: Bells
  /** Milliseconds without an answer after which something must be wrong with it; 5000 where nothing else is said. */
  readonly patience?: number | undefined
}

/** The first message: whose texts will come. */
export interface ConversionWork {
  readonly config: Config
  readonly claims: TextClaims
}

/** A page's text, by the page's place in the order. */
export type Text = readonly [at: number, text: PackedText, file: ConvertedFile]

/** What came of it; undefined where it cannot be converted. */
export type ConvertedText = readonly [at: number, converted: ConvertedElsewhere | undefined]

/** Two numbers in shared memory: how many messages have gone to the thread, and how many have come from it. Who waits, waits for the number to change. */
export type Bells = Int32Array

export const TO_THREAD = 0
export const FROM_THREAD = 1

/** Says that a message has been posted. */
export const ring = (bells: Bells, which: number): void => {
  Atomics.add(bells, which, 1)
  Atomics.notify(bells, which)
}

/** For each page, 1 once somebody converts it. */
export type TextClaims = Uint8Array

export const createTextClaims = (pages: number): TextClaims => new Uint8Array(new SharedArrayBuffer(pages))

/** Takes a page's text to be converted; false where somebody else has it. */
export const claimText = (claims: TextClaims, at: number): boolean => Atomics.compareExchange(claims, at, 0, 1) === 0
