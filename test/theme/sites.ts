// Builds sites with the shipped theme and serves them, under the strictest policy that the theme promises to bear.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from '../../src/build.ts'

const root = path.resolve(import.meta.dirname, '../..')

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json',
}

export const POLICY = "default-src 'self'"

export interface BuiltSite {
  readonly folder: string
  readonly read: (file: string) => string
  readonly remove: () => void
}

const builtIn = (folder: string): BuiltSite => ({
  folder,
  read: (file) => readFileSync(path.join(folder, file), 'utf8'),
  remove: () => rmSync(path.dirname(folder), { recursive: true, force: true }),
})

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'octavo-theme-'))

/** The repository's own books. */
export const buildBooks = async (): Promise<BuiltSite> => {
  const folder = path.join(newFolder(), 'site')
  await build({ source: root, destination: folder })
  return builtIn(folder)
}

/** The site in test/theme/fixture, after `change` has had its way with the copy of its source; `config` replaces its settings. */
export const buildFixture = async (
  change: (source: string) => void = () => {},
  config?: string,
): Promise<BuiltSite> => {
  const work = newFolder()
  const source = path.join(work, 'source')
  cpSync(path.join(import.meta.dirname, 'fixture'), source, { recursive: true })
  change(source)
  if (config !== undefined) writeFileSync(path.join(source, '_config.yml'), config)
  await build({ source, destination: path.join(work, 'site') })
  return builtIn(path.join(work, 'site'))
}

const findFile = (folder: string, pathname: string): string | undefined => {
  const file = path.join(folder, path.posix.normalize(decodeURIComponent(pathname)))
  return [file, path.join(file, 'index.html'), `${file}.html`].find((one) => existsSync(one) && statSync(one).isFile())
}

export interface Served {
  readonly address: string
  readonly close: () => void
}

/** Serves `folder` at `baseurl` of a port of its own, or of the one that is given. */
export const serveFolder = (folder: string, baseurl = '', policy = POLICY, wanted = 0): Promise<Served> =>
  new Promise((resolve) => {
    const server: Server = createServer((request, response) => {
      const pathname = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
      const file = pathname.startsWith(baseurl) ? findFile(folder, pathname.slice(baseurl.length)) : undefined
      if (file === undefined) {
        response.writeHead(404).end()
        return
      }
      response.writeHead(200, {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      })
      response.end(readFileSync(file))
    })
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({
        address: `http://127.0.0.1:${port}${baseurl}`,
        close: () => {
          server.close()
          server.closeAllConnections()
        },
      })
    })
  })
