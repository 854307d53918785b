// What a build says, as lines with a right-aligned topic. The words go to a sink, so that tests and programs can listen.

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface Log {
  debug(topic: string, message?: string): void
  info(topic: string, message?: string): void
  warn(topic: string, message?: string): void
  error(topic: string, message?: string): void
}

export interface LogSettings {
  readonly level: LogLevel
  readonly color: boolean
  /** Lines without their newline. */
  readonly write: (level: LogLevel, line: string) => void
}

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }
const COLORS: Readonly<Record<LogLevel, string>> = { debug: '90', info: '', warn: '33', error: '31' }

const paint = (line: string, color: string): string => (color === '' ? line : `\u001b[${color}m${line}\u001b[0m`)

const format = (topic: string, message: string): string => {
  const [first = '', ...rest] = message.split('\n')
  const head = `${topic.padStart(18)} ${first}`
  return [head, ...rest.map((line) => (line === '' ? '' : `${' '.repeat(19)}${line}`))].join('\n').trimEnd()
}

export const createLog = (settings: LogSettings): Log => {
  const at =
    (level: LogLevel) =>
    (topic: string, message = ''): void => {
      if (RANK[level] < RANK[settings.level]) return
      settings.write(level, paint(format(topic, message), settings.color ? COLORS[level] : ''))
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
