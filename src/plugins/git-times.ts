// When files were last changed, by git: one walk through the log for all of them, ended as soon as every file is found.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { findGitFolder } from './git-folder.ts'

// A repository's own configuration must not start programs (a signature checker, a file system monitor) while a site is built.
const QUIET = ['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']
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

const walkLog = (folder: string, wanted: Set<string>): Promise<Map<string, number>> =>
  new Promise((resolve) => {
    const found = new Map<string, number>()
    const read = createReader(wanted, found)
    const git = spawn('git', [...QUIET, ...LOG, '--format=%x01%ct', '--', '.'], {
      cwd: folder,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    git.stdout.setEncoding('utf8')
    git.stdout.on('data', (text: string) => {
      if (read(text)) git.kill()
    })
    git.on('error', () => resolve(found)) // git is not installed
    git.on('close', () => {
      read('\0')
      resolve(found)
    })
  })

/**
 * For each of `files` (absolute paths below `source`) that git knows, the committer's time of the last commit that touched it, in
 * seconds since the epoch. Empty where the source is in no repository or git cannot be run.
 */
export const gitTimes = async (source: string, files: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const top = realpathSync(source)
  const git = findGitFolder(top)
  if (!git || files.length === 0) return new Map()
  const names = new Map(
    files.map((file) => [
      path.relative(git.root, path.join(top, path.relative(source, file))).replaceAll('\\', '/'),
      file,
    ]),
  )
  const times = await walkLog(top, new Set(names.keys()))
  return new Map([...times].map(([name, seconds]) => [names.get(name) ?? name, seconds]))
}
