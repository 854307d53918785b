// `octavo serve`: builds, serves on this machine, builds again on changes and tells the browser.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { type BuildResult, build } from '../build.ts'
import { findNoTheme, loadConfig } from '../config/index.ts'
import { createPreviewServer, createReloader } from '../server/index.ts'
import { UserError } from '../util/error.ts'
import type { Log } from '../util/log.ts'
import { buildOptionsOf, reportBuild, watchAndRebuild } from './build.ts'
import { type Flags, overridesOf } from './options.ts'
import { createTerminalLog } from './terminal.ts'

const textSetting = (result: { data: ReadonlyMap<unknown, unknown> }, key: string, fallback: string): string => {
  const value = result.data.get(key)
  return value === null || value === undefined || value === false ? fallback : String(value)
}

const detach = (log: Log): number => {
  const args = process.argv.slice(1).filter((arg) => arg !== '--detach' && arg !== '-B')
  const child = spawn(process.execPath, [...args, '--no-watch'], { detached: true, stdio: 'ignore' })
  child.unref()
  log.info('Server:', `detached with pid '${child.pid}'. Run \`kill ${child.pid}\` to stop it.`)
  return 0
}

const openBrowser = (url: string): void => {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', url]
        : ['xdg-open', url]
  if (command)
    spawn(command, args, { detached: true, stdio: 'ignore' })
      .on('error', () => {})
      .unref()
}

const listen = (server: ReturnType<typeof createPreviewServer>, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UserError(`Port ${port} on ${host} is in use`, {
              advice: `Stop what listens there, or choose another: octavo serve --port ${port + 1}`,
            })
          : error,
      ),
    )
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

// While it is served, a site's address is the server's own, unless it is built for production.
const withServerUrl = (flags: Flags, url: string) => {
  const overrides = overridesOf(flags, 'serve')
  if ((process.env['JEKYLL_ENV'] ?? 'development') === 'development') overrides.set('url', url)
  return overrides
}

export const runServe = async (flags: Flags): Promise<number> => {
  const log = createTerminalLog(flags)
  if (flags.detach) return detach(log)
  const { config } = await loadConfig(
    {
      source: flags.source,
      destination: flags.destination,
      config: flags.config,
      overrides: overridesOf(flags, 'serve'),
    },
    findNoTheme,
  )
  const host = textSetting(config, 'host', '127.0.0.1')
  const wanted = Number(textSetting(config, 'port', '4000'))
  const baseurl = config.baseurl.replace(/\/+$/, '')
  const reloader = flags.livereload === false || flags.watch === false ? undefined : createReloader()
  const server = createPreviewServer({
    root: config.destination,
    baseurl,
    showListing: config.data.get('show_dir_listing') === true,
    reloader,
  })
  const shownHost = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host
  const overrides = withServerUrl(flags, `http://${shownHost}:${wanted}`)
  const options = { ...buildOptionsOf(flags, 'serve', log), overrides }
  const result: BuildResult | undefined = flags.skipInitialBuild ? undefined : await build(options)
  if (result) reportBuild(result, log)
  else log.warn('Build Warning:', 'Skipping the initial build. This may result in an out-of-date site.')
  const port = await listen(server, wanted, host)
  const address = `http://${host}:${port}${baseurl}/`
  log.info('Server address:', address)
  if (flags.watch !== false) {
    const first = result ?? ({ config } as BuildResult)
    await watchAndRebuild(first, { options, polling: flags.force_polling ?? false, log }, ({ written }) =>
      reloader?.reload(written.changed.map((file) => path.posix.normalize(file))),
    )
  }
  log.info('Server running...', 'press ctrl-c to stop.')
  if (flags.openUrl) openBrowser(address)
  await new Promise(() => {})
  return 0
}
