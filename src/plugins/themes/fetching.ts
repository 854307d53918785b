// What fetching a theme needs to know, and how its failures are told.
import { UserError } from '../../util/error.ts'
import type { Log } from '../../util/log.ts'
import { DOWNLOAD_LIMITS, type DownloadLimits, download } from './download.ts'
import type { Hosts } from './hosts.ts'
import { ArchiveError, UNPACK_LIMITS, type UnpackLimits } from './unpack.ts'

export interface FetchLimits {
  readonly download: DownloadLimits
  readonly unpack: UnpackLimits
}

export const FETCH_LIMITS: FetchLimits = { download: DOWNLOAD_LIMITS, unpack: UNPACK_LIMITS }

export interface FetchContext {
  readonly source: string
  readonly hosts: Hosts
  readonly env: NodeJS.ProcessEnv
  readonly log: Log
  readonly limits: FetchLimits
}

export interface Wanted {
  readonly url: string
  /** What an error begins with: "The theme 'minima'". */
  readonly subject: string
  /** What to do where it cannot be had. */
  readonly advice: string
  /** What it means that the server does not answer: 'could not be fetched from'. */
  readonly unreachable: string
  /** What it means that the server has no such file. */
  readonly missing: string
}

const CONFIG = { path: '_config.yml' }

export const themeError = (message: string, advice: string): UserError =>
  new UserError(message, { place: CONFIG, advice })

/** Fetches a file. @throws UserError where it cannot be had. */
export const fetchFile = async (wanted: Wanted, context: FetchContext): Promise<Buffer> => {
  context.log.debug('Theme:', `fetching ${wanted.url}`)
  const result = await download(wanted.url, context.limits.download)
  if (result.body) return result.body
  const { failure, status } = result
  if (status === 404 || status === 410)
    throw themeError(`${wanted.subject} could not be found: ${wanted.missing} (${wanted.url})`, wanted.advice)
  throw themeError(`${wanted.subject} ${wanted.unreachable} ${wanted.url}: ${failure}`, wanted.advice)
}

const UNWRITABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'])

/** Runs what unpacks an archive, so that its complaints name the archive. @throws UserError for a bad one. */
export const unpacking = async <T>(wanted: Wanted, unpack: () => Promise<T>): Promise<T> => {
  try {
    return await unpack()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (UNWRITABLE.has(code))
      throw themeError(
        `${wanted.subject} cannot be kept: ${(error as Error).message}`,
        'Make the source folder writable while the theme is fetched, or put the theme into a folder of the site.',
      )
    if (!(error instanceof ArchiveError)) throw error
    throw themeError(
      `${wanted.subject} cannot be used: ${wanted.url} ${error.message}`,
      'Nothing of it was kept. Try again; if it stays so, tell those who make the theme.',
    )
  }
}
