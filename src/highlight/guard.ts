// Bounds on what is lexed. A grammar's regular expressions may take for ever on a text made for it; nothing an author writes may
// hang the build, so a block beyond the bounds becomes plain text.

import { createContext, Script } from 'node:vm'

const LONGEST_BLOCK = 1_000_000
const LONGEST_LINE = 50_000
const MILLISECONDS = 3000

const hasLongLine = (code: string): boolean => {
  for (let at = 0; at < code.length; ) {
    const end = code.indexOf('\n', at)
    if ((end < 0 ? code.length : end) - at > LONGEST_LINE) return true
    if (end < 0) return false
    at = end + 1
  }
  return false
}

export const isTooLong = (code: string): boolean =>
  code.length > LONGEST_BLOCK || (code.length > LONGEST_LINE && hasLongLine(code))

interface Sandbox {
  job: (() => void) | undefined
}

const sandbox: Sandbox = { job: undefined }
let script: Script | undefined
let context: object | undefined

/**
 * Runs `job` under a clock that stops even a regular expression in its tracks; false when it was stopped. This is no prison
 * for code, only a clock: `job` is our own function.
 */
export const runBounded = (job: () => void, milliseconds = MILLISECONDS): boolean => {
  script ??= new Script('job()')
  context ??= createContext(sandbox)
  sandbox.job = job
  try {
    script.runInContext(context, { timeout: milliseconds })
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  } finally {
    sandbox.job = undefined
  }
}
