// Building, serving and building again, as a program asks for it.

import path from 'node:path'
import { type BuildOptions, type BuildResult, build } from './build.ts'
import { CACHE_NAME } from './cache/index.ts'
import { createPreviewServer, createReloader, watchSource } from './server/index.ts'

export interface ServeOptions extends BuildOptions {
  /** Default 127.0.0.1. */
  readonly host?: string | undefined
  /** Default 4000; 0 takes any that is free. */
  readonly port?: number | undefined
  readonly watch?: boolean | undefined
  readonly onRebuild?: ((result: BuildResult) => void) | undefined
  /** A rebuild failed: UserError for the author's mistakes. */
  readonly onError?: ((error: unknown) => void) | undefined
}

export interface ServeHandle {
  readonly url: string
  close(): Promise<void>
}

/** Builds a site, serves it and, with `watch`, builds it again when it changes. */
export const serve = async (options: ServeOptions = {}): Promise<ServeHandle> => {
  const { config } = await build(options)
  const reloader = options.watch ? createReloader() : undefined
  const baseurl = config.baseurl.replace(/\/+$/, '')
  const server = createPreviewServer({
    root: config.destination,
    baseurl,
    showListing: config.data.get('show_dir_listing') === true,
    reloader,
  })
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 4000, host, resolve)
  })
  const settings = {
    source: config.source,
    ignored: [config.destination, config.cacheDir, path.join(config.source, CACHE_NAME)],
    also: [],
    polling: false,
  }
  const watcher = options.watch
    ? await watchSource(settings, async () => {
        const result = await build(options).catch((error: unknown) => {
          // A mistake while writing: what was built before is served on.
          options.onError?.(error)
          return undefined
        })
        if (!result) return
        reloader?.reload(result.written.changed)
        options.onRebuild?.(result)
      })
    : undefined
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://${host}:${port}${baseurl}/`,
    close: async () => {
      await watcher?.close()
      reloader?.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
