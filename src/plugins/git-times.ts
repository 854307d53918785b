// When files were last changed, by git: one walk through the log for all of them, ended as soon as every file is found.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Warning } from '../util/error.ts'
import { findGitFolder } from './git-folder.ts'

// A repository's own configuration must not start programs (a signature checker, a file system monitor), and none of
// its remotes is asked for what a partial clone lacks, while a site is built.
const SETTINGS = ['log.showSignature=false', 'core.fsmonitor=false', 'core.quotePath=false', 'protocol.allow=never']
const QUIET = SETTINGS.flatMap((setting) => ['-c', setting])
const LOG = ['log', '--no-ext-diff', '--no-textconv', '--no-renames', '--diff-merges=combined', '--name-only', '-z']

/** Takes the log's text as it comes; true once nothing is wanted any more. */
const createReader = (wanted: Set<string>, found: Map<string, number>): ((text: string) => boolean) => {
  let rest = ''
  let seconds = 0
  return (text) => {
    const fields = (rest + text).split('\0')
    rest = fields.pop() ?? ''
    for (const field of fields) {
      const time = /^\n?\u0001(\d+)$/.exec(field)?.[1]
      if (time !== undefined) seconds = Number(time)
      else {
        const name = field.replace(/^\n/, '')
        if (wanted.delete(name)) found.set(name, seconds)
      }
    }
    return wanted.size === 0
  }
}

interface Walk {
  readonly found: ReadonlyMap<string, number>
  /** What git had to say where it failed. */
  readonly failure: string | undefined
}

const walkLog = (folder: string, wanted: Set<string>): Promise<Walk> =>
  new Promise((resolve) => {
    const found = new Map<string, number>()
    const read = createReader(wanted, found)
    const git = spawn('git', [...QUIET, ...LOG, '--format=%x01%ct', '--', '.'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let complaint = ''
    git.stdout.setEncoding('utf8')
    git.stdout.on('data', (text: string) => {
      if (read(text)) git.kill()
    })
    git.stderr.setEncoding('utf8')
    git.stderr.on('data', (text: string) => {
      complaint = (complaint + text).slice(0, 1000)
    })
    git.on('error', (error) => resolve({ found, failure: error.message })) // git is not installed
    git.on('close', (status) => {
      read('\0')
      const failed = status !== null && status !== 0 && !/does not have any commits yet/.test(complaint)
      resolve({ found, failure: failed ? complaint.trim().split('\n')[0] : undefined })
    })
  })

export interface GitTimes {
  /** By absolute path: the committer's time of the last commit that touched the file, in seconds since the epoch. */
  readonly times: ReadonlyMap<string, number>
  /** Why the times are not to be relied on, where they are not. */
  readonly warnings: readonly Warning[]
}

const shallow: Warning = {
  message:
    'The repository is a shallow clone: files that were last changed before it begins seem to be of its oldest commit',
  advice: 'Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 where CI checks it out.',
}

const failed = (failure: string): Warning => ({
  message: `git could not tell when files were last changed, so their times on disk stand in: ${failure}`,
  advice: 'Run `git log` in the source folder to see what it lacks.',
})

/**
 * When `files` (absolute paths below `source`) were last committed. Those that git does not know are missing; so are all where the
 * source is in no repository or git cannot be run.
 */
export const gitTimes = async (source: string, files: readonly string[]): Promise<GitTimes> => {
  const top = realpathSync(source)
  const git = findGitFolder(top)
  if (!git || files.length === 0) return { times: new Map(), warnings: [] }
  const nameOf = (file: string): string =>
    path.relative(git.root, path.join(top, path.relative(source, file))).replaceAll('\\', '/')
  const names = new Map(files.map((file) => [nameOf(file), file]))
  const { found, failure } = await walkLog(top, new Set(names.keys()))
  return {
    times: new Map([...found].map(([name, seconds]) => [names.get(name) ?? name, seconds])),
    warnings: [
      ...(existsSync(path.join(git.commonDir, 'shallow')) ? [shallow] : []),
      ...(failure === undefined ? [] : [failed(failure)]),
    ],
  }
}
