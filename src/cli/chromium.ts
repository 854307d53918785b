// Finds a Chromium on the machine and has it print a page; nothing of it stays behind, whatever happens.
import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UserError } from '../util/error.ts'

const NAMES = [
  'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'brave-browser',
] // biome-ignore format: a list
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const VARIABLES = ['CHROME_PATH', 'CHROMIUM']

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false // not there, or not to be run
  }
}

/** A program by its path, or by its name on PATH. */
const findProgram = (name: string): string | undefined => {
  if (/[\\/]/.test(name)) return isProgram(name) ? path.resolve(name) : undefined
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const endings = process.platform === 'win32' ? ['.exe', ''] : ['']
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find(isProgram)
}

const ADVICE = `Install Chromium or Chrome, or name the program: --browser PATH, or the variable ${VARIABLES.join(' or ')}.`

/** @throws UserError where there is none, or the one that was asked for is not there. */
export const findChromium = (wanted: string | undefined): string => {
  const asked = [wanted, ...VARIABLES.map((name) => process.env[name])].find(
    (name) => name !== undefined && name !== '',
  )
  const found = asked === undefined ? [...NAMES, ...PLACES].map(findProgram).find(Boolean) : findProgram(asked)
  if (found !== undefined) return found
  throw new UserError(asked === undefined ? 'No Chromium was found' : `There is no program '${asked}'`, {
    advice: ADVICE,
  })
}

const endGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // it has ended already
  }
}

const flagsFor = (profile: string, file: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  // Chromium's own sandbox refuses to work for root, as in most containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${profile}`,
  `--print-to-pdf=${file}`,
]

interface Ended {
  readonly how: 'exit' | 'time' | 'error'
  readonly said: string
}

const run = (program: string, args: readonly string[], seconds: number): Promise<Ended> =>
  new Promise((resolve) => {
    // In a group of its own, so that its helpers end with it.
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' })
    let said = ''
    const stop = (): void => endGroup(child)
    const interrupt = (): void => {
      stop()
      process.exit(130)
    }
    const finish = (how: Ended['how'], more = ''): void => {
      clearTimeout(timer)
      stop()
      process.off('exit', stop)
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
      resolve({ how, said: said + more })
    }
    const timer = setTimeout(() => finish('time'), seconds * 1000)
    process.once('exit', stop)
    process.once('SIGINT', interrupt)
    process.once('SIGTERM', interrupt)
    child.stderr?.on('data', (data: Buffer) => {
      if (said.length < 10_000) said += data.toString()
    })
    child.once('error', (error) => finish('error', error.message))
    child.once('exit', () => finish('exit'))
  })

const isPdf = (file: string): boolean => {
  try {
    return readFileSync(file).subarray(0, 5).toString('latin1') === '%PDF-'
  } catch {
    return false // nothing was written
  }
}

export interface PrintJob {
  readonly browser: string
  readonly address: string
  /** Absolute. */
  readonly file: string
  readonly seconds: number
}

/** Prints a page into a file. @throws UserError where the browser does not manage it, or not in time. */
export const printToPdf = async ({ browser, address, file, seconds }: PrintJob): Promise<void> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'octavo-browser-'))
  try {
    rmSync(file, { force: true })
    const { how, said } = await run(browser, [...flagsFor(profile, file), address], seconds)
    if (how === 'time')
      throw new UserError(`${browser} has not printed ${path.basename(file)} within ${seconds} seconds`, {
        advice: 'Give it more time with --timeout SECONDS.',
      })
    if (how === 'error' || !isPdf(file)) {
      const last = said.trim().split('\n').slice(-3).join('\n')
      throw new UserError(`${browser} printed nothing${last === '' ? '' : `:\n${last}`}`, { advice: ADVICE })
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
