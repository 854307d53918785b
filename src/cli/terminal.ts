// The terminal: colours where one reads, plain lines where a program does.
import { createLog, type Log } from '../util/log.ts'
import type { Flags } from './options.ts'

const hasColor = (stream: NodeJS.WriteStream): boolean =>
  process.env['NO_COLOR'] === undefined &&
  (process.env['FORCE_COLOR'] !== undefined || (stream.isTTY === true && process.env['CI'] === undefined))

export const createTerminalLog = (flags: Flags): Log =>
  createLog({
    level: flags.quiet ? 'error' : flags.verbose ? 'debug' : 'info',
    color: hasColor(process.stderr),
    write: (level, line) => {
      const stream = level === 'warn' || level === 'error' ? process.stderr : process.stdout
      stream.write(`${line}\n`)
    },
  })

/** A line that is written over itself while a long build runs; says nothing unless a person watches. */
export const createProgress = (flags: Flags): ((done: number, total: number) => void) => {
  if (flags.quiet || process.stdout.isTTY !== true || process.env['CI'] !== undefined) return () => {}
  const started = Date.now()
  // Mutable: when the line was last drawn.
  let last = 0
  return (done, total) => {
    const now = Date.now()
    if (now - started < 1000 || (now - last < 100 && done < total)) return
    last = now
    process.stdout.write(done >= total ? '\r\u001b[K' : `\r\u001b[K${' '.repeat(19)}${done} of ${total} pages`)
  }
}
