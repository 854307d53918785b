// A real headless Chromium for the tests of the theme, where the machine has one.
//
// What the tests hand to a page is written against its types.

/// <reference lib="dom" />

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const CANDIDATES = [
  process.env['OCTAVO_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
]

export const browserPath = CANDIDATES.find((path) => path !== undefined && path !== '' && existsSync(path))

if (browserPath === undefined)
  console.warn('No Chromium was found: the tests of the theme are skipped. Set OCTAVO_CHROMIUM to the path of one.')

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
