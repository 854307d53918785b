// Watches a source tree and asks for a rebuild, one at a time. Events are hints only: the build looks at the files itself.
import path from 'node:path'
import { loadModule } from '../util/load-module.ts'

export interface WatchSettings {
  readonly source: string
  /** Absolute paths that must not trigger: the destination, caches. */
  readonly ignored: readonly string[]
  /** Absolute paths outside the source that matter too: configuration files, a theme. */
  readonly also: readonly string[]
  readonly polling: boolean
}

export interface Watcher {
  close(): Promise<void>
}

const QUIET_MILLISECONDS = 60

const isIgnored = (file: string, ignored: readonly string[]): boolean =>
  ignored.some((folder) => file === folder || file.startsWith(folder + path.sep)) ||
  /(?:^|[/\\])(?:\.git|node_modules|\.sass-cache)(?:[/\\]|$)/.test(file)

/** Calls `rebuild` after changes have been quiet for a moment; changes during a rebuild lead to one more. */
export const watchSource = async (
  settings: WatchSettings,
  rebuild: (changed: readonly string[]) => Promise<void>,
): Promise<Watcher> => {
  const { watch } = await loadModule<typeof import('chokidar')>('chokidar')
  // Mutable: what has changed since the last rebuild began, and whether one is running.
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running = false
  const run = async (): Promise<void> => {
    if (running || changed.size === 0) return
    running = true
    const batch = [...changed]
    changed = new Set()
    try {
      await rebuild(batch)
    } finally {
      running = false
      if (changed.size > 0) schedule()
    }
  }
  const schedule = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), QUIET_MILLISECONDS)
  }
  const watcher = watch([settings.source, ...settings.also], {
    ignoreInitial: true,
    ignored: (file) => isIgnored(file, settings.ignored),
    usePolling: settings.polling,
  })
  watcher.on('all', (_, file) => {
    changed.add(path.isAbsolute(file) ? path.relative(settings.source, file) : file)
    schedule()
  })
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return {
    close: async () => {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
