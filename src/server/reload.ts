// Live reload over server-sent events: the browser reconnects by itself, and no package is needed.
import type { ServerResponse } from 'node:http'

export const LIVE_RELOAD_PATH = '/__octavo/reload'
export const LIVE_RELOAD_SCRIPT_PATH = '/__octavo/reload.js'

export interface Reloader {
  /** Keeps a browser's connection open until it goes away. */
  connect(response: ServerResponse): void
  /** Tells every browser what changed, as paths relative to the destination. */
  reload(changed: readonly string[]): void
  close(): void
}

export const createReloader = (): Reloader => {
  // Mutable: the open connections.
  const clients = new Set<ServerResponse>()
  return {
    connect: (response) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      })
      response.write('retry: 1000\n\n')
      clients.add(response)
      response.on('close', () => clients.delete(response))
    },
    reload: (changed) => {
      for (const client of clients) client.write(`event: change\ndata: ${JSON.stringify(changed)}\n\n`)
    },
    close: () => {
      for (const client of clients) client.end()
      clients.clear()
    },
  }
}

/** The script that pages load while they are served: style sheets are swapped in place, anything else reloads the page. */
export const liveReloadScript = (endpoint: string): string => `
const source = new EventSource(${JSON.stringify(endpoint)})
source.addEventListener('change', (event) => {
  const changed = JSON.parse(event.data)
  if (changed.length > 0 && changed.every((path) => path.endsWith('.css'))) {
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      const url = new URL(link.href)
      url.searchParams.set('reload', Date.now())
      link.href = url.href
    }
  } else location.reload()
})
`
