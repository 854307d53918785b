// Keeps the site for reading without a network. The build writes VERSION; /offline.json of the same build lists the files.
const VERSION = '{{version}}'
const base = new URL('./', self.location)
const PREFIX = `octavo ${base.pathname} `
const NAME = PREFIX + VERSION
const LIST = new URL('offline.json', base).href
const addressOf = (path) => new URL(path.split('/').map(encodeURIComponent).join('/'), base).href

const fetchFresh = async (address) => {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  // The answer to a navigation must not have been redirected.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response
}

const fetchList = async () => {
  const response = await fetchFresh(LIST)
  const list = await response.clone().json()
  if (list.version !== VERSION) throw new Error('A new version is just being published.')
  return { list, response }
}

// What another version has already and has not changed is taken from there.
const findKept = async () => {
  const kept = new Map()
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue
    const cache = await caches.open(name)
    const files = (await (await cache.match(LIST))?.json())?.files ?? {}
    for (const path in files) kept.set(`${path} ${files[path]}`, cache)
  }
  return kept
}

const install = async () => {
  const { list, response } = await fetchList()
  const kept = await findKept()
  const cache = await caches.open(NAME)
  const paths = Object.keys(list.files)
  const next = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const address = addressOf(path)
      const old = await kept.get(`${path} ${list.files[path]}`)?.match(address)
      await cache.put(address, old ?? (await fetchFresh(address)))
    }
  }
  try {
    await Promise.all([next(), next(), next(), next(), next(), next()])
    // Files of two versions would have come if another was published meanwhile.
    await fetchList()
    await cache.put(LIST, response)
  } catch (error) {
    await caches.delete(NAME)
    throw error
  }
}

const activate = async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name)
  await self.clients.claim()
}

const partOf = async (response, range) => {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? []
  if (from === undefined) return response
  const blob = await response.blob()
  const end = Math.min(to ? Number(to) : blob.size - 1, blob.size - 1)
  if (Number(from) > end) return new Response(null, { status: 416 })
  const headers = new Headers(response.headers)
  headers.set('Content-Range', `bytes ${from}-${end}/${blob.size}`)
  headers.set('Content-Length', end - from + 1)
  return new Response(blob.slice(Number(from), end + 1), { status: 206, headers })
}

// Servers answer with a folder's page and with a page without its ending, too.
const find = async (cache, address) => {
  if (address.endsWith('/')) return cache.match(`${address}index.html`)
  const found = (await cache.match(address)) ?? (await cache.match(`${address}.html`))
  if (found) return found
  return (await cache.match(`${address}/index.html`)) && Response.redirect(`${address}/`)
}

const missing = async (cache) => {
  const page = await cache.match(addressOf('404.html'))
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error()
}

let serving = NAME
const findNewest = async () => {
  for (const name of (await caches.keys()).reverse())
    if (name.startsWith(PREFIX) && (await (await caches.open(name)).match(LIST))) return name
  return NAME
}

const answer = async (request) => {
  const reads = request.mode === 'navigate'
  // A new version takes over between two pages, once no other page needs the old one; until it has, its files come from here.
  const { waiting } = self.registration
  if (reads && waiting && (await self.clients.matchAll()).length < 2) {
    serving = await findNewest()
    waiting.postMessage('take over')
  }
  const cache = await caches.open(serving)
  const { origin, pathname } = new URL(request.url)
  const found = await find(cache, origin + pathname)
  const range = request.headers.get('Range')
  if (found) return range ? partOf(found, range) : found
  return fetch(request).catch((error) => {
    if (reads) return missing(cache)
    throw error
  })
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (/^(?:GET|HEAD)$/.test(request.method) && request.url.startsWith(base.href)) event.respondWith(answer(request))
})
