// Fetches the archive of a repository that `remote_theme` names, once. Counterpart: Jekyll::RemoteTheme::Downloader.
import { download } from './download.ts'
import { isThemeFile } from './entry-path.ts'
import { type FetchContext, fetchFile, themeError, unpacking, type Wanted } from './fetching.ts'
import type { RemoteName } from './remote-name.ts'
import { type StoredTheme, sha256, storedTheme, storeTheme, writeThemeFile } from './store.ts'
import { ArchiveError, gunzipped, readTar, type UnpackLimits } from './unpack.ts'

export type Repository = Extract<RemoteName, { kind: 'repository' }>

const keyOf = (theme: Repository): string => {
  // A colon before a port, and '..', are no names for folders.
  const host = theme.host.replace(/[^a-z0-9.-]/g, '+')
  return `remote/${host}/${theme.owner}/${theme.name}@${theme.ref}`
}

/** A ref that says the same thing for ever: a whole commit. Tags may be moved, but hardly are. */
const isFixed = (ref: string): boolean => /^[0-9a-f]{40}$/.test(ref) || /^v?\d+\.\d/.test(ref)

const archiveHost = (theme: Repository, context: FetchContext): string =>
  context.hosts.archives ?? `https://codeload.${theme.host}`

const apiAddress = (theme: Repository, context: FetchContext): string => {
  const own = theme.host === 'github.com' ? 'https://api.github.com' : `https://${theme.host}/api/v3`
  return `${context.hosts.api ?? own}/repos/${theme.owner}/${theme.name}/releases/latest`
}

const wantedOf = (theme: Repository, url: string): Wanted => ({
  url,
  subject: `The remote theme '${theme.owner}/${theme.name}@${theme.ref}'`,
  unreachable: 'could not be fetched from',
  missing: 'there is no such repository, or no such branch, tag or commit',
  advice:
    'Check `remote_theme`. Without a network: name a folder instead (`remote_theme: ./my-theme`), or a host that can be reached as octavo.archive_host.',
})

// As in the original, a repository without releases is taken as it stands. An answer that tells nothing is no reason to do so here:
// what is fetched stays in the cache.
const resolveLatest = async (theme: Repository, context: FetchContext): Promise<string> => {
  const url = apiAddress(theme, context)
  const { body, failure, status } = await download(url, { ...context.limits.download, bytes: 4 * 1024 * 1024 })
  const tag = body && tagIn(body.toString('utf8'))
  if (tag !== undefined) return tag
  if (body || status === 404) {
    context.log.warn('Remote Theme:', `No releases found for ${theme.owner}/${theme.name}, using HEAD`)
    return 'HEAD'
  }
  throw themeError(
    `The latest release of the remote theme '${theme.owner}/${theme.name}' cannot be found out from ${url}: ${failure}`,
    'Build again later, or name a tag instead of `latest`.',
  )
}

const tagIn = (json: string): string | undefined => {
  try {
    const answer: unknown = JSON.parse(json)
    const tag = answer !== null && typeof answer === 'object' && 'tag_name' in answer ? answer.tag_name : undefined
    return typeof tag === 'string' && /^[\w.-]+$/.test(tag) ? tag : undefined
  } catch {
    return undefined // not JSON
  }
}

// Every path of such an archive begins with a folder that names repository and ref.
const unpackInto = async (folder: string, archive: Buffer, limits: UnpackLimits): Promise<void> => {
  await readTar(gunzipped(archive, limits), limits, {
    place: ([, ...parts]) => (isThemeFile(parts) ? parts.join('/') : undefined),
    take: (path, body) => writeThemeFile(folder, path, body),
  })
}

const ensureGzip = (archive: Buffer): void => {
  if (archive[0] !== 0x1f || archive[1] !== 0x8b) throw new ArchiveError('is not a .tar.gz')
}

/** The theme as an earlier build fetched it, or as it is fetched now. @throws UserError where it cannot be had. */
export const remoteTheme = async (theme: Repository, context: FetchContext): Promise<StoredTheme> => {
  const key = keyOf(theme)
  const stored = storedTheme(context.source, key)
  const host = archiveHost(theme, context)
  if (stored?.note.url.startsWith(`${host}/${theme.owner}/${theme.name}/`)) {
    if (!isFixed(theme.ref))
      context.log.info(
        'Remote Theme:',
        `${theme.owner}/${theme.name}@${theme.ref} as fetched on ${stored.note.fetched.slice(0, 10)}; 'octavo clean' lets the next build fetch it again.`,
      )
    return stored
  }
  const ref = theme.ref === 'latest' ? await resolveLatest(theme, context) : theme.ref
  const wanted = wantedOf(theme, `${host}/${theme.owner}/${theme.name}/tar.gz/${ref}`)
  const archive = await fetchFile(wanted, context)
  const fetched = await unpacking(wanted, async () => {
    ensureGzip(archive)
    const note = { url: wanted.url, sha256: sha256(archive), version: ref }
    return storeTheme(context.source, key, note, (folder) => unpackInto(folder, archive, context.limits.unpack))
  })
  context.log.info('Remote Theme:', `fetched ${wanted.url}, for this build and the next ones.`)
  return fetched
}
