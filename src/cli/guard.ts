// Turns what a command throws into an exit status and, for users' mistakes, one screen of text.
import { formatUserError, UserError } from '../util/error.ts'
import { explainSystemError } from '../util/system-error.ts'
import type { Flags } from './options.ts'
import { createTerminalLog } from './terminal.ts'

/** Runs a command; its exit status, 1 where it failed. */
export const runGuarded = async (name: string, flags: Flags, run: () => Promise<number>): Promise<number> => {
  try {
    return await run()
  } catch (thrown) {
    const error = explainSystemError(thrown) ?? thrown
    const log = createTerminalLog(flags)
    if (error instanceof UserError) log.error(error.topic, formatUserError(error))
    else
      log.error(
        'Error:',
        `Something went wrong inside Octavo: ${error instanceof Error ? error.message : String(error)}`,
      )
    if (flags.trace) process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`)
    else log.error('', `(octavo ${name} --trace shows more)`)
    return 1
  }
}
