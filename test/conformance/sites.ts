// Site cases: files in an empty folder, one or more runs of the command, and every file that is there afterwards.
import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Case } from './cases.ts'
import { type CaseResult, describeDifference, withoutTokens } from './result.ts'

interface Run {
  readonly args: readonly string[]
  readonly exit: number
  readonly expected: Readonly<Record<string, string>>
  readonly expectedBase64?: Readonly<Record<string, string>>
  readonly stdoutIncludes?: readonly string[]
  readonly write?: Readonly<Record<string, string>>
  readonly delete?: readonly string[]
  readonly mkdir?: readonly string[]
  readonly waitSeconds?: number
  readonly mtime?: string
}

const CACHES = /^(?:\.jekyll-cache|\.octavo-cache|\.sass-cache|\.jekyll-metadata)(?:\/|$)/

const listFiles = (folder: string, relative = ''): string[] =>
  readdirSync(path.join(folder, relative), { withFileTypes: true }).flatMap((entry) => {
    const name = relative === '' ? entry.name : `${relative}/${entry.name}`
    return entry.isDirectory() ? listFiles(folder, name) : [name]
  })

const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

const setTimes = (folder: string, mtime: unknown): void => {
  if (typeof mtime !== 'string') return
  const time = new Date(mtime)
  for (const name of listFiles(folder)) utimesSync(path.join(folder, name), time, time)
}

const runCommand = (
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ status: number; output: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8', NO_COLOR: '1', JEKYLL_ENV: undefined }
    execFile(
      process.execPath,
      [command, ...args],
      { cwd, env, timeout: 60_000, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const status = error ? (typeof error.code === 'number' ? error.code : 99) : 0
        resolve({ status, output: stdout + stderr })
      },
    )
  })

interface Volatile {
  readonly path: string
  readonly placeholder: string
  readonly regex: string
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The text with the placeholder in place of what may stand there, so that it compares as text. */
const settled = (text: string, expected: string, rule: Volatile | undefined): string => {
  if (!rule?.placeholder || !expected.includes(rule.placeholder)) return text
  const pattern = expected.split(rule.placeholder).map(escapeRegExp).join(`(?:${rule.regex})`)
  return new RegExp(`^${pattern}$`).test(text) ? expected : text
}

interface Comparison {
  readonly passed: boolean
  readonly exact: boolean
  readonly difference: string | undefined
}

const volatileOf = (item: Case, name: string): Volatile | undefined =>
  ((item['volatile'] ?? []) as readonly Volatile[]).find((rule) => rule.path === name)

const compareFiles = (folder: string, inputs: ReadonlySet<string>, run: Run, item: Case): Comparison => {
  const actual = new Map(
    listFiles(folder)
      .filter((name) => !inputs.has(name) && !CACHES.test(name))
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  )
  let exact = true
  for (const [name, expected] of Object.entries({ ...run.expected, ...run.expectedBase64 })) {
    const bytes = actual.get(name)
    if (!bytes)
      return {
        passed: false,
        exact: false,
        difference: `${name} is missing; there are ${[...actual.keys()].join(', ')}`,
      }
    actual.delete(name)
    if (run.expectedBase64?.[name] !== undefined) {
      if (bytes.toString('base64') !== expected)
        return { passed: false, exact: false, difference: `${name} has other bytes` }
      continue
    }
    const text = settled(bytes.toString('utf8'), expected, volatileOf(item, name))
    if (text === expected) continue
    exact = false
    if (withoutTokens(text) !== withoutTokens(expected))
      return { passed: false, exact, difference: `${name} ${describeDifference(expected, text)}` }
  }
  const extra = [...actual.keys()]
  return extra.length === 0
    ? { passed: true, exact, difference: undefined }
    : { passed: false, exact: false, difference: `extra: ${extra.join(', ')}` }
}

const oneRun = async (
  command: string,
  folder: string,
  inputs: Set<string>,
  run: Run,
  item: Case,
): Promise<Comparison> => {
  if (run.waitSeconds) await new Promise((resolve) => setTimeout(resolve, (run.waitSeconds ?? 0) * 1000))
  for (const name of run.delete ?? []) rmSync(path.join(folder, name), { recursive: true, force: true })
  for (const name of run.mkdir ?? []) mkdirSync(path.join(folder, name), { recursive: true })
  writeFiles(folder, run.write ?? {})
  for (const name of Object.keys(run.write ?? {})) inputs.add(name)
  const { status, output } = await runCommand(command, run.args, folder)
  if ((status === 0) !== (run.exit === 0))
    return {
      passed: false,
      exact: false,
      difference: `exit status ${status} where ${run.exit} is expected\n${output.slice(-1500)}`,
    }
  const missing = (run.stdoutIncludes ?? []).find((pattern) => !new RegExp(pattern, 'm').test(output))
  if (missing !== undefined)
    return { passed: false, exact: false, difference: `the output lacks ${JSON.stringify(missing)}` }
  return run.exit === 0 ? compareFiles(folder, inputs, run, item) : { passed: true, exact: true, difference: undefined }
}

const runsOf = (item: Case): readonly Run[] => (item['runs'] as readonly Run[] | undefined) ?? [item as unknown as Run]

/** Runs a case with the command line at `command`, in a folder of its own. */
export const runSiteCase = async (item: Case, command: string): Promise<CaseResult> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'octavo-case-'))
  try {
    const inputs = new Set(Object.keys((item['files'] as Record<string, string> | undefined) ?? {}))
    for (const dir of (item['dirs'] as string[] | undefined) ?? [])
      mkdirSync(path.join(folder, dir), { recursive: true })
    writeFiles(folder, item['files'] as Record<string, string>)
    setTimes(folder, item['mtime'])
    for (const [name, target] of Object.entries((item['symlinks'] as Record<string, string> | undefined) ?? {})) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      symlinkSync(target, path.join(folder, name))
      inputs.add(name)
    }
    let exact = true
    for (const run of runsOf(item)) {
      const result = await oneRun(command, folder, inputs, run, item)
      if (!result.passed) return { id: item.id, passed: false, exact: false, difference: result.difference }
      exact &&= result.exact
    }
    return { id: item.id, passed: true, exact }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
