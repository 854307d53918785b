// `octavo check`: builds in memory and looks for links and images that lead nowhere.
import { build } from '../build.ts'
import { checkLinks } from '../check/index.ts'
import { formatUserError } from '../util/error.ts'
import { buildOptionsOf } from './build.ts'
import type { Flags } from './options.ts'
import { createTerminalLog } from './terminal.ts'

export const runCheck = async (flags: Flags): Promise<number> => {
  const log = createTerminalLog(flags)
  const result = await build({ ...buildOptionsOf(flags, 'check', log), dryRun: true })
  const problems = checkLinks(result)
  for (const problem of problems) log.error('Broken:', formatUserError(problem))
  log.info(
    '',
    problems.length === 0
      ? `${result.pages} pages, every link and image leads somewhere.`
      : `${problems.length} broken link(s) in ${result.pages} pages.`,
  )
  return problems.length === 0 ? 0 : 1
}
