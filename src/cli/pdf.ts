// `octavo pdf`: builds the site in a folder of its own and has a browser print each book's print page.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BuildResult, build } from '../build.ts'
import { findNoTheme, loadConfig } from '../config/index.ts'
import type { Config } from '../model/config.ts'
import type { Page } from '../model/site.ts'
import { featureSettings } from '../plugins/index.ts'
import { UserError } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import type { Log } from '../util/log.ts'
import { hashOf, isTruthy, type Value } from '../util/value.ts'
import { buildOptionsOf } from './build.ts'
import { findChromium, printToPdf } from './chromium.ts'
import { type Flags, overridesOf } from './options.ts'
import { createTerminalLog } from './terminal.ts'

interface PdfFlags extends Flags {
  readonly browser?: string
  readonly output?: string
  readonly timeout?: number
}

const SECONDS = 120

const isPrintPage = (page: Page): boolean => isTruthy(page.data.get('print_of'))

// A site without print pages on the web may have a PDF all the same.
const settingsFor = (flags: Flags, config: Config): Map<Value, Value> => {
  const overrides = overridesOf(flags, 'pdf')
  return featureSettings(config, 'print') ? overrides : overrides.set('octavo', hashOf({ print: true }))
}

const pdfName = (page: Page): string => `${textOf(page.data.get('print_of')).replace(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf`

interface Served {
  readonly address: string
  close(): void
}

const serve = async (result: BuildResult): Promise<Served> => {
  const { createPreviewServer } = await import('../server/index.ts')
  const { destination, baseurl } = result.config
  const settings = { root: destination, baseurl: baseurl.replace(/\/+$/, ''), showListing: false, reloader: undefined }
  const server = createPreviewServer(settings)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${settings.baseurl}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

interface Job {
  readonly browser: string
  readonly folder: string
  readonly seconds: number
  readonly log: Log
}

const printBooks = async (result: BuildResult, { browser, folder, seconds, log }: Job): Promise<void> => {
  const pages = result.site.pages.filter(isPrintPage)
  if (pages.length === 0)
    throw new UserError('This site has no book to print', {
      advice: 'A book is made of pages with `book: NAME` and `chapter: 1`, `2` ... in their front matter.',
    })
  mkdirSync(folder, { recursive: true })
  const served = await serve(result)
  try {
    for (const page of pages) {
      const file = path.join(folder, pdfName(page))
      await printToPdf({ browser, address: served.address + page.url, file, seconds })
      log.info('PDF:', file)
    }
  } finally {
    served.close()
  }
}

export const runPdf = async (flags: Flags): Promise<number> => {
  const { browser: wanted, output, timeout } = flags as PdfFlags
  const log = createTerminalLog(flags)
  const browser = findChromium(wanted)
  const options = buildOptionsOf(flags, 'pdf', log)
  const { config } = await loadConfig(options, findNoTheme)
  const work = mkdtempSync(path.join(tmpdir(), 'octavo-pdf-'))
  try {
    const overrides = settingsFor(flags, config)
    const result = await build({ ...options, overrides, destination: path.join(work, 'site') })
    const folder = output === undefined ? config.destination : path.resolve(output)
    await printBooks(result, { browser, folder, seconds: timeout ?? SECONDS, log })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return 0
}
