// A Ruby program that answers questions, each a line of JSON, one after another.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Starts `ruby` with `args`; `environment` comes over our own. What it says on stderr goes where `complaints` says. */
export const startRuby = (args, environment, complaints = 'inherit') => {
  const ruby = spawn('ruby', args, {
    env: { ...process.env, LANG: 'C.UTF-8', ...environment },
    stdio: ['pipe', 'pipe', complaints],
  })
  const lines = createInterface({ input: ruby.stdout })
  const waiting = []
  lines.on('line', (line) => waiting.shift()?.(JSON.parse(line)))
  const ask = (question) =>
    new Promise((resolve) => {
      waiting.push(resolve)
      ruby.stdin.write(`${JSON.stringify(question)}\n`)
    })
  return { ask, stop: () => ruby.stdin.end() }
}
