// A thread that does nothing but convert: while the build's own one runs the Liquid of pages and layouts, this one runs the Markdown, and
// neither has to get the other's code up to speed.
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Converter } from '../render/index.ts'
import { packText, unpackText } from '../util/packed-text.ts'
import {
  type Bells,
  type ConversionStart,
  type ConversionWork,
  type ConvertedText,
  claimText,
  FROM_THREAD,
  ring,
  type Text,
  TO_THREAD,
} from './conversion-messages.ts'
import { createProcessors } from './processors.ts'

/** What becomes of one text. */
export const convertText = (converter: Converter, [at, packed, file]: Text): ConvertedText => {
  try {
    const { text, warnings } = converter.convert(unpackText(packed), file)
    return [at, { text: packText(text), warnings }]
  } catch {
    // The build's own thread meets the mistake again, and tells it.
    return [at, undefined]
  }
}

// Each message has been posted by the time its bell rings.
function* messages(port: MessagePort, bells: Bells): Generator<unknown, never> {
  for (let received = 0; ; ) {
    Atomics.wait(bells, TO_THREAD, received)
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
      received++
      yield got.message
    }
  }
}

/** Converts what it is sent, until the thread is dismissed. */
export const convertInThread = ({ port, bells }: ConversionStart): void => {
  const incoming = messages(port, bells)
  const { config, claims } = incoming.next().value as ConversionWork
  const converter = createProcessors(config, []).converters.find(({ anywhere }) => anywhere)
  if (!converter) return
  for (const texts of incoming as Iterable<readonly Text[]>) {
    port.postMessage(texts.filter(([at]) => claimText(claims, at)).map((text) => convertText(converter, text)))
    ring(bells, FROM_THREAD)
  }
}
