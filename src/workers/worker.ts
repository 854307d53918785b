// A thread that renders or converts pages: everything it knows it is told.
import { parentPort, workerData } from 'node:worker_threads'
import { extensionsOf, loadConfigured } from '../plugins/index.ts'
import { createRenderer } from '../render/index.ts'
import { openClaims } from './claims.ts'
import type { ConversionStart } from './conversion-messages.ts'
import { convertInThread } from './conversion-thread.ts'
import type { RenderStart, Work } from './messages.ts'
import { createProcessors } from './processors.ts'
import { type Finished, renderShare } from './share.ts'

/** How many pages are reported at once. */
const REPORT = 64

const renderInThread = async ({ config, site, books, claims: memory }: Work): Promise<void> => {
  const { plugins, hooks } = await loadConfigured(config)
  const processors = createProcessors(config, plugins)
  const renderer = createRenderer({ site, books, extensions: extensionsOf(plugins, hooks), processors })
  renderer.share()
  const claims = openClaims(memory, renderer.order.length)
  let report: Finished[] = []
  const send = (): void => {
    if (report.length === 0) return
    parentPort?.postMessage(report)
    // Their texts are gone from here: for the pages to come they were rendered elsewhere.
    for (const [at] of report) renderer.forget(at)
    report = []
  }
  renderShare(renderer, {
    claims,
    skips: renderer.staysHome,
    onFinished: (finished) => {
      report.push(finished)
      claims.countDone()
      if (report.length >= REPORT) send()
    },
  })
  send()
  processors.sass.made()?.dispose()
  parentPort?.postMessage([])
}

/** Does what this thread was started for. */
export const workInThread = async (): Promise<void> => {
  const given = workerData as RenderStart | ConversionStart
  if (given.task === 'convert') convertInThread(given)
  else await renderInThread(given)
}
