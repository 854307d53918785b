// A site in a git repository of its own, for tests of what plugins learn from git.
import { execFileSync } from 'node:child_process'
import { type Files, writeSite } from '../site.ts'

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b.test',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b.test',
}

export const git = (folder: string, args: readonly string[], date = '2021-03-04T05:06:07+0200'): string =>
  execFileSync('git', [...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...ENVIRONMENT, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z' },
  }).trim()

/** A new repository, on branch `main`, with `files` committed. */
export const commitSite = (files: Files): string => {
  const folder = writeSite(files)
  git(folder, ['init', '-q', '-b', 'main'])
  git(folder, ['add', '-A'])
  git(folder, ['commit', '-q', '-m', 'first'])
  return folder
}
