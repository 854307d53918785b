// The threads beside the build's own one.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../util/package-root.ts'
import type { RenderStart, Report, Work } from './messages.ts'

export interface Crew {
  /** All that the crew has rendered, once it has come to its end. A thread that fails leaves its pages undone. */
  reports(): Promise<Report>
  dismiss(): void
}

const collect = (worker: Worker): Promise<Report> => {
  const all: Report[] = []
  return new Promise((resolve) => {
    const finish = (): void => resolve(all.flat())
    worker.on('message', (report: Report) => {
      if (report.length === 0) finish()
      else all.push(report)
    })
    worker.on('error', finish)
    worker.on('exit', finish)
  })
}

const start = (file: string, count: number, work: Work): Worker[] => {
  const workers: Worker[] = []
  const workerData: RenderStart = { task: 'render', ...work }
  try {
    for (let i = 0; i < count; i++) workers.push(new Worker(file, { workerData }))
    return workers
  } catch (error) {
    // Values that plugins of a site's own put into it may be functions, which cannot go to another thread.
    if (error instanceof Error && error.name === 'DataCloneError') return []
    throw error
  }
}

/** So many threads at work; undefined where there can be none. */
export const startCrew = (work: Work, count: number): Crew | undefined => {
  const file = path.join(packageRoot(), 'dist', 'worker.js')
  if (count < 1 || !existsSync(file)) return undefined
  const workers = start(file, count, work)
  if (workers.length === 0) return undefined
  const reports = workers.map(collect)
  return {
    reports: async () => (await Promise.all(reports)).flat(),
    dismiss: () => {
      for (const worker of workers) void worker.terminate()
    },
  }
}
