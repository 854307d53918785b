// What a site's Gemfile and Gemfile.lock say of a theme's gem: read as text, for nothing here runs Ruby.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface GitSource {
  readonly remote: string
  readonly ref: string
  /** The folder that Bundler puts it in: 'minima-1a2b3c4d5e6f'. Only a lock file tells. */
  readonly checkout: string | undefined
}

export interface GemRequest {
  /** The version that the lock file names. */
  readonly version: string | undefined
  /** What the Gemfile asks for: ['~> 2.5']. */
  readonly requirements: readonly string[]
  /** The folder that the gem is in, where it comes from one: absolute. */
  readonly folder: string | undefined
  /** The Git repository that it comes from, where it comes from one. */
  readonly git: GitSource | undefined
  /** The digest that the lock file gives of the version's .gem. */
  readonly sha256: string | undefined
}

const readText = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const gemfilesOf = (source: string, env: NodeJS.ProcessEnv): readonly [gemfile: string, lock: string] => {
  const named = env['BUNDLE_GEMFILE']
  if (named) return [named, named.replace(/gems\.rb$/, 'gems') + (named.endsWith('gems.rb') ? '.locked' : '.lock')]
  const gemsRb = path.join(source, 'gems.rb')
  if (existsSync(gemsRb)) return [gemsRb, path.join(source, 'gems.locked')]
  return [path.join(source, 'Gemfile'), path.join(source, 'Gemfile.lock')]
}

interface Locked {
  readonly version: string
  readonly section: string
  readonly remote: string
  readonly revision: string
}

// GEM                      <- section
//   remote: https://...
//   specs:
//     minima (2.5.1)       <- a gem, with its version
//       jekyll (>= 3.5)    <- what that gem needs
const findLocked = (lock: string, name: string): Locked | undefined => {
  let section = ''
  let remote = ''
  let revision = ''
  for (const line of lock.split(/\r?\n/)) {
    if (/^[A-Z]/.test(line)) {
      section = line.trim()
      remote = ''
      revision = ''
    }
    remote = /^ {2}remote: (.*)$/.exec(line)?.[1] ?? remote
    revision = /^ {2}revision: ([0-9a-f]+)$/.exec(line)?.[1] ?? revision
    const gem = /^ {4}([\w.-]+) \((\d[\w.]*)(?:-[^)]*)?\)$/.exec(line)
    if (gem?.[1] === name && ['GEM', 'PATH', 'GIT'].includes(section))
      return { version: gem[2] ?? '', section, remote, revision }
  }
  return undefined
}

const lockedDigest = (lock: string, name: string, version: string | undefined): string | undefined => {
  const checksums = /^CHECKSUMS\r?\n((?: {2}[^\n]*(?:\n|$))*)/m.exec(lock)?.[1] ?? ''
  for (const line of checksums.split(/\r?\n/)) {
    const entry = /^ {2}([\w.-]+) \(([^)]+)\) .*?sha256=([0-9a-f]{64})/.exec(line)
    if (entry?.[1] === name && entry[2] === version) return entry[3]
  }
  return undefined
}

const escaped = (name: string): string => name.replace(/[.]/g, '\\.')

// gem "minima", "~> 2.5", path: "../minima"
const gemLine = (gemfile: string, name: string): string =>
  new RegExp(`^[ \\t]*gem[ (]+["']${escaped(name)}["']([^\\n#]*)`, 'm').exec(gemfile)?.[1] ?? ''

const requirementsIn = (line: string): string[] => {
  const versions = /^((?:\s*,\s*\[?\s*["'][^"']*["']\s*\]?)*)/.exec(line.slice(0, 500))?.[1] ?? ''
  return [...versions.matchAll(/["']([^"']*)["']/g)].map((match) => match[1] ?? '')
}

const optionIn = (line: string, key: string): string | undefined =>
  new RegExp(`(?:\\b${key}:|:${key}\\s*=>)\\s*["']([^"']+)["']`).exec(line)?.[1]

const gitIn = (line: string): GitSource | undefined => {
  const short = optionIn(line, 'github')
  const remote = short === undefined ? optionIn(line, 'git') : `https://github.com/${short}`
  if (remote === undefined) return undefined
  const ref = optionIn(line, 'ref') ?? optionIn(line, 'tag') ?? optionIn(line, 'branch') ?? 'HEAD'
  return { remote, ref, checkout: undefined }
}

const gitOf = ({ remote, revision }: Locked): GitSource => ({
  remote,
  ref: revision,
  checkout: `${path.posix.basename(remote).replace(/\.git$/, '')}-${revision.slice(0, 12)}`,
})

/** What the source's Gemfile, if it has one, says of the gem `name`. */
export const readGemRequest = (name: string, source: string, env: NodeJS.ProcessEnv): GemRequest => {
  const [gemfile, lockFile] = gemfilesOf(source, env)
  const lock = readText(lockFile)
  const locked = findLocked(lock, name)
  const line = gemLine(readText(gemfile), name)
  const folder = locked?.section === 'PATH' ? locked.remote : locked ? undefined : optionIn(line, 'path')
  return {
    version: locked?.section === 'GEM' ? locked.version : undefined,
    requirements: requirementsIn(line),
    folder: folder === undefined ? undefined : path.resolve(path.dirname(lockFile), folder),
    git: locked?.section === 'GIT' ? gitOf(locked) : locked ? undefined : gitIn(line),
    sha256: locked?.section === 'GEM' ? lockedDigest(lock, name, locked.version) : undefined,
  }
}

/** Does the site's Gemfile or its lock file name a gem? */
export const isInGemfile = (name: string, source: string, env: NodeJS.ProcessEnv): boolean => {
  const [gemfile, lockFile] = gemfilesOf(source, env)
  return (
    new RegExp(`^[ \\t]*gem[ (]+["']${escaped(name)}["']`, 'm').test(readText(gemfile)) ||
    findLocked(readText(lockFile), name) !== undefined
  )
}
