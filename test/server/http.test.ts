import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPreviewServer } from '../../src/server/index.ts'

interface Answer {
  readonly status: number
  readonly type: string | undefined
  readonly location: string | undefined
  readonly range: string | undefined
  readonly body: string
}

const root = mkdtempSync(path.join(tmpdir(), 'octavo-serve-'))
const site = path.join(root, 'site')
const server = createPreviewServer({ root: site, baseurl: '', showListing: false, reloader: undefined })
const based = createPreviewServer({ root: site, baseurl: '/base', showListing: false, reloader: undefined })

// Raw requests: fetch would tidy the path before it is sent.
const ask = (
  target: typeof server,
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = target.address() as AddressInfo
    request({ host: '127.0.0.1', port, path: url, headers, method }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'],
          location: response.headers.location,
          range: response.headers['content-range'],
          body,
        }),
      )
    })
      .on('error', reject)
      .end()
  })

beforeAll(async () => {
  mkdirSync(path.join(site, 'pages/deep'), { recursive: true })
  writeFileSync(path.join(root, 'secret.txt'), 'secret')
  writeFileSync(path.join(site, 'index.html'), 'home')
  writeFileSync(path.join(site, '404.html'), 'lost')
  writeFileSync(path.join(site, 'pages/okr-chapter-1.html'), 'one')
  writeFileSync(path.join(site, 'pages/deep/index.html'), 'deep')
  writeFileSync(path.join(site, 'data.txt'), '0123456789')
  writeFileSync(path.join(site, 'ü n.html'), 'umlaut')
  symlinkSync(path.join(root, 'secret.txt'), path.join(site, 'link.txt'))
  for (const each of [server, based]) await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  based.close()
})

describe('the preview server', () => {
  it.each([
    ['/', 200, 'home'],
    ['/pages/okr-chapter-1', 200, 'one'],
    ['/pages/okr-chapter-1.html', 200, 'one'],
    ['/pages/okr-chapter-1.html?x=1', 200, 'one'],
    ['/pages/deep/', 200, 'deep'],
    ['/%C3%BC%20n.html', 200, 'umlaut'],
    ['/nowhere', 404, 'lost'],
    ['/../secret.txt', 404, 'lost'],
    ['/%2e%2e/secret.txt', 404, 'lost'],
    ['/..%2fsecret.txt', 404, 'lost'],
    ['/pages/../../secret.txt', 404, 'lost'],
    ['/link.txt', 404, 'lost'],
    ['/%00', 400, 'Bad request\n'],
    ['/%zz', 400, 'Bad request\n'],
  ])('%s', async (url, status, body) => {
    expect(await ask(server, url)).toMatchObject({ status, body })
  })

  it('sends a folder on to its slash', async () => {
    expect(await ask(server, '/pages/deep')).toMatchObject({ status: 301, location: '/pages/deep/' })
  })

  it('knows types and ranges', async () => {
    expect((await ask(server, '/index.html')).type).toBe('text/html; charset=utf-8')
    expect(await ask(server, '/data.txt', { range: 'bytes=2-4' })).toMatchObject({
      status: 206,
      body: '234',
      range: 'bytes 2-4/10',
    })
    expect(await ask(server, '/data.txt', { range: 'bytes=-3' })).toMatchObject({ status: 206, body: '789' })
    expect(await ask(server, '/data.txt', { range: 'bytes=90-' })).toMatchObject({ status: 416 })
  })

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await ask(server, '/data.txt', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
    expect(await ask(server, '/data.txt', {}, 'POST')).toMatchObject({ status: 405 })
  })

  it('serves below a baseurl', async () => {
    expect(await ask(based, '/')).toMatchObject({ status: 302, location: '/base/' })
    expect(await ask(based, '/base/')).toMatchObject({ status: 200, body: 'home' })
    expect(await ask(based, '/base/pages/okr-chapter-1')).toMatchObject({ status: 200, body: 'one' })
    expect(await ask(based, '/pages/okr-chapter-1')).toMatchObject({ status: 404 })
  })
})
