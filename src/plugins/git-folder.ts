// What a git repository says of itself in its own files, read without running git.
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export interface GitFolder {
  /** The work tree's top, absolute. */
  readonly root: string
  /** Where HEAD is. */
  readonly gitDir: string
  /** Where the configuration and the branches are; another folder in a linked work tree. */
  readonly commonDir: string
}

const readText = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined // not there, or not for us to read
  }
}

const gitDirOf = (dotGit: string): string | undefined => {
  if (statSync(dotGit).isDirectory()) return dotGit
  const target = /^gitdir: (.+)$/m.exec(readText(dotGit) ?? '')?.[1]
  return target === undefined ? undefined : path.resolve(path.dirname(dotGit), target.trim())
}

/** The repository that a folder belongs to; undefined where there is none. */
export const findGitFolder = (folder: string): GitFolder | undefined => {
  for (let root = path.resolve(folder); ; root = path.dirname(root)) {
    const dotGit = path.join(root, '.git')
    const gitDir = existsSync(dotGit) ? gitDirOf(dotGit) : undefined
    if (gitDir !== undefined && existsSync(path.join(gitDir, 'HEAD'))) {
      const common = readText(path.join(gitDir, 'commondir'))?.trim()
      return { root, gitDir, commonDir: common === undefined ? gitDir : path.resolve(gitDir, common) }
    }
    if (path.dirname(root) === root) return undefined
  }
}

/** The URL of the remote `origin`. */
export const readOrigin = (git: GitFolder): string | undefined => {
  let section = ''
  for (const line of (readText(path.join(git.commonDir, 'config')) ?? '').split('\n')) {
    const head = /^\s*\[(.+?)\]/.exec(line)
    if (head) section = head[1] ?? ''
    const url = section === 'remote "origin"' ? /^\s*url\s*=\s*(\S+)/.exec(line)?.[1] : undefined
    if (url !== undefined) return url.replace(/^"(.*)"$/, '$1')
  }
  return undefined
}

export interface GitHead {
  /** Undefined where no branch is checked out. */
  readonly branch: string | undefined
  /** The commit's full name; undefined before the first commit. */
  readonly revision: string | undefined
}

export const readHead = (git: GitFolder): GitHead => {
  const head = readText(path.join(git.gitDir, 'HEAD'))?.trim() ?? ''
  const ref = /^ref: (\S+)$/.exec(head)?.[1]
  if (ref === undefined) return { branch: undefined, revision: /^[0-9a-f]{40,64}$/.test(head) ? head : undefined }
  const packed = (readText(path.join(git.commonDir, 'packed-refs')) ?? '').split('\n')
  const revision =
    readText(path.join(git.commonDir, ref))?.trim() ?? packed.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0]
  return { branch: ref.replace(/^refs\/heads\//, ''), revision }
}
