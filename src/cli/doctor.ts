// `octavo doctor`: what is wrong with a site, and what will differ from Jekyll's build of it.

import { type BuildResult, build } from '../build.ts'
import { checkCase, checkRuby, checkSettings } from '../check/index.ts'
import { findNoTheme, loadConfig } from '../config/index.ts'
import { RUBY_REMARK } from '../plugins/index.ts'
import { formatUserError, UserError } from '../util/error.ts'
import { createLog } from '../util/log.ts'
import { buildOptionsOf } from './build.ts'
import type { Flags } from './options.ts'
import { createTerminalLog } from './terminal.ts'

/** The build, or the mistake that stops it. */
const attempt = async (flags: Flags): Promise<BuildResult | UserError> => {
  const quiet = createLog({ level: 'error', color: false, write: () => {} })
  try {
    return await build({ ...buildOptionsOf(flags, 'doctor', quiet), onProgress: () => {}, dryRun: true })
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

export const runDoctor = async (flags: Flags): Promise<number> => {
  const log = createTerminalLog(flags)
  const result = await attempt(flags)
  const failed = result instanceof UserError
  const config = failed ? (await loadConfig(buildOptionsOf(flags, 'doctor', log), findNoTheme)).config : result.config
  const problems = [
    ...checkSettings(config),
    ...checkRuby(config),
    ...(failed ? [] : checkCase(result.outputs.map(({ path }) => path))),
    // The plugins' own word on Ruby files is said above, in more detail.
    ...(failed ? [] : result.warnings.filter(({ message }) => !message.startsWith(RUBY_REMARK))),
  ]
  if (failed) log.error(`${result.topic ?? 'Error:'}`, formatUserError(result))
  for (const problem of problems) log.warn('Warning:', formatUserError(problem))
  if (failed || problems.length > 0) return 1
  log.info('Your test results', 'are in. Everything looks fine.')
  return 0
}
