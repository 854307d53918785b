// The preview server: serves the destination as static hosts do, and nothing outside it.

import { createReadStream, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import { isFile, isFolder } from '../util/file-kind.ts'
import { escapeHtml } from '../util/html.ts'
import { contentTypeOf } from './content-type.ts'
import type { Reloader } from './reload.ts'
import { LIVE_RELOAD_PATH, LIVE_RELOAD_SCRIPT_PATH, liveReloadScript } from './reload.ts'

export interface ServeSettings {
  /** Absolute path of the destination. */
  readonly root: string
  /** '' or '/base'. */
  readonly baseurl: string
  readonly showListing: boolean
  readonly reloader: Reloader | undefined
}

interface Found {
  readonly file: string
  readonly status: number
}

const isInside = (root: string, file: string): boolean => {
  const real = realpathSync(file)
  const base = realpathSync(root)
  return real === base || real.startsWith(base + path.sep)
}

/** The file for a URL's path: itself, its folder's index.html, or with .html added. */
export const findFile = (root: string, pathname: string): string | undefined => {
  const target = path.resolve(root, `.${path.posix.resolve('/', pathname)}`)
  if (target !== root && !target.startsWith(root + path.sep)) return undefined
  const candidates = pathname.endsWith('/')
    ? ['index.html', 'index.htm', 'index.xml', 'index.json'].map((name) => path.join(target, name))
    : [target, `${target}.html`]
  return candidates.find((file) => isFile(file) && isInside(root, file))
}

const decodePath = (url: string): string | undefined => {
  try {
    const pathname = decodeURIComponent((url.split(/[?#]/)[0] ?? '/').replace(/^\/*/, '/'))
    return pathname.includes('\0') ? undefined : pathname
  } catch {
    return undefined // a malformed escape
  }
}

const withReload = (html: string, baseurl: string): string => {
  const tag = `<script src="${baseurl}${LIVE_RELOAD_SCRIPT_PATH}" defer></script>`
  const at = html.lastIndexOf('</body>')
  return at < 0 ? html + tag : html.slice(0, at) + tag + html.slice(at)
}

const parseRange = (header: string | undefined, size: number): [number, number] | 'bad' | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]))
  return start > end || start >= size ? 'bad' : [start, end]
}

const sendText = (response: ServerResponse, status: number, type: string, body: string, head: boolean): void => {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
  })
  response.end(head ? undefined : body)
}

const sendFile = (request: IncomingMessage, response: ServerResponse, found: Found, settings: ServeSettings): void => {
  const type = contentTypeOf(found.file)
  const head = request.method === 'HEAD'
  if (settings.reloader && type.startsWith('text/html')) {
    sendText(response, found.status, type, withReload(readFileSync(found.file, 'utf8'), settings.baseurl), head)
    return
  }
  const { size, mtime } = statSync(found.file)
  const range = found.status === 200 ? parseRange(request.headers.range, size) : undefined
  if (range === 'bad') {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  const [start, end] = range ?? [0, size - 1]
  response.writeHead(range ? 206 : found.status, {
    'content-type': type,
    'content-length': size === 0 ? 0 : end - start + 1,
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    'last-modified': mtime.toUTCString(),
    ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  })
  if (head || size === 0) response.end()
  else
    createReadStream(found.file, { start, end })
      .on('error', () => response.destroy())
      .pipe(response)
}

const listing = (folder: string, pathname: string): string => {
  const entries = readdirSync(folder, { withFileTypes: true }).map(
    (entry) => entry.name + (entry.isDirectory() ? '/' : ''),
  )
  const items = entries
    .sort()
    .map((name) => `<li><a href="${escapeHtml(encodeURI(name))}">${escapeHtml(name)}</a></li>`)
  return `<!doctype html><meta charset="utf-8"><title>${escapeHtml(pathname)}</title><h1>${escapeHtml(pathname)}</h1><ul>${items.join('')}</ul>`
}

const notFound = (request: IncomingMessage, response: ServerResponse, settings: ServeSettings): void => {
  const page = path.join(settings.root, '404.html')
  if (isFile(page)) sendFile(request, response, { file: page, status: 404 }, settings)
  else sendText(response, 404, 'text/plain; charset=utf-8', 'Not found\n', request.method === 'HEAD')
}

const redirect = (response: ServerResponse, status: 301 | 302, location: string): void => {
  response.writeHead(status, { location }).end()
}

const answerReload = (response: ServerResponse, local: string, settings: ServeSettings): boolean => {
  const { reloader, baseurl } = settings
  if (!reloader) return false
  if (local === LIVE_RELOAD_PATH) reloader.connect(response)
  else if (local === LIVE_RELOAD_SCRIPT_PATH) {
    sendText(response, 200, 'text/javascript; charset=utf-8', liveReloadScript(`${baseurl}${LIVE_RELOAD_PATH}`), false)
  } else return false
  return true
}

const answerFile = (
  request: IncomingMessage,
  response: ServerResponse,
  local: string,
  settings: ServeSettings,
): void => {
  const { root, baseurl } = settings
  const folder = path.join(root, local)
  const inside = isFolder(folder) && isInside(root, folder)
  const listed = settings.showListing && inside && local.endsWith('/')
  const file = listed ? undefined : findFile(root, local)
  if (file !== undefined) sendFile(request, response, { file, status: 200 }, settings)
  else if (inside && !local.endsWith('/')) redirect(response, 301, `${encodeURI(baseurl + local)}/`)
  else if (listed) sendText(response, 200, 'text/html; charset=utf-8', listing(folder, local), false)
  else notFound(request, response, settings)
}

const answer = (request: IncomingMessage, response: ServerResponse, settings: ServeSettings): void => {
  const { baseurl } = settings
  const pathname = decodePath(request.url ?? '/')
  if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405, { allow: 'GET, HEAD' }).end()
  else if (pathname === undefined) sendText(response, 400, 'text/plain; charset=utf-8', 'Bad request\n', false)
  else if (baseurl !== '' && pathname === '/') redirect(response, 302, `${baseurl}/`)
  else if (baseurl !== '' && pathname !== baseurl && !pathname.startsWith(`${baseurl}/`))
    notFound(request, response, settings)
  else {
    const local = pathname.slice(baseurl.length) || '/'
    if (!answerReload(response, local, settings)) answerFile(request, response, local, settings)
  }
}

/** A server for the folder; the caller makes it listen. */
export const createPreviewServer = (settings: ServeSettings): Server =>
  createServer((request, response) => {
    try {
      answer(request, response, settings)
    } catch (error) {
      // The destination may be rewritten while a file is read: the browser asks again.
      if (!response.headersSent)
        sendText(
          response,
          500,
          'text/plain; charset=utf-8',
          `Cannot read the file: ${(error as Error).message}\n`,
          false,
        )
      else response.destroy()
    }
  })
