// `octavo build`: builds once, and with --watch again after every change.
import path from 'node:path'
import { type BuildOptions, type BuildResult, build } from '../build.ts'
import { CACHE_NAME } from '../cache/index.ts'
import { formatUserError, UserError } from '../util/error.ts'
import type { Log } from '../util/log.ts'
import { explainSystemError } from '../util/system-error.ts'
import type { HeadStart } from './head-start.ts'
import { type Flags, overridesOf } from './options.ts'
import { createProgress, createTerminalLog } from './terminal.ts'

export const buildOptionsOf = (flags: Flags, command: string, log: Log) => ({
  source: flags.source,
  destination: flags.destination,
  config: flags.config,
  overrides: overridesOf(flags, command),
  strict: flags.strict,
  profile: flags.profile,
  threads: flags.threads,
  log,
  onProgress: createProgress(flags),
})

/** What a finished build says: how much, how long, and what was slow. */
export const reportBuild = (result: BuildResult, log: Log): void => {
  const { pages, seconds, written, slow } = result
  log.info(
    '',
    `done in ${seconds.toFixed(3)} seconds: ${pages} pages, ${written.written} files written, ${written.unchanged} unchanged.`,
  )
  if (seconds > 2)
    for (const { path: page, milliseconds } of slow) log.info('Slow:', `${page} (${Math.round(milliseconds)} ms)`)
  if (result.profile) log.info('', `\n${result.profile}`)
}

/** Watches the site that was built and builds it again; ends when the process does. */
export const watchAndRebuild = async (
  first: BuildResult,
  run: { readonly options: BuildOptions; readonly polling: boolean; readonly log: Log },
  rebuilt: (result: BuildResult) => void,
): Promise<void> => {
  const { watchSource } = await import('../server/index.ts')
  const { config } = first
  const { log } = run
  const settings = {
    source: config.source,
    ignored: [config.destination, config.cacheDir, path.join(config.source, CACHE_NAME)],
    also: [
      ...config.files.filter((file) => !file.startsWith(config.source + path.sep)),
      ...(config.theme ? [config.theme.root] : []),
    ],
    polling: run.polling,
  }
  await watchSource(settings, async (changed) => {
    log.info(
      'Regenerating:',
      `${changed.length} file(s) changed: ${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ' …' : ''}`,
    )
    try {
      const result = await build(run.options)
      reportBuild(result, log)
      rebuilt(result)
    } catch (thrown) {
      const error = explainSystemError(thrown) ?? thrown
      if (error instanceof UserError) log.error(error.topic, formatUserError(error))
      else log.error('Error:', String(error instanceof Error ? error.stack : error))
      log.error('', 'The last good output stays in place.')
    }
  })
  log.info('Auto-regeneration:', `enabled for '${config.source}'`)
}

/** `headStart` is a thread for the first build; those that follow have all their code ready. */
export const runBuild = async (flags: Flags, headStart?: HeadStart): Promise<number> => {
  const log = createTerminalLog(flags)
  const options = buildOptionsOf(flags, 'build', log)
  const result = await build({ ...options, conversion: headStart }).finally(() => headStart?.dismiss())
  reportBuild(result, log)
  if (flags.watch) {
    await watchAndRebuild(result, { options, polling: flags.force_polling ?? false, log }, () => {})
    await new Promise(() => {})
  }
  log.info('Auto-regeneration:', 'disabled. Use --watch to enable.')
  return 0
}
