#!/usr/bin/env node
// The `octavo` command. Asking for the version loads nothing else; each command loads its own code.
import { setFlagsFromString } from 'node:v8'
import { loadProgram } from './compiled.ts'
import { takeHeadStart } from './head-start.ts'

declare const OCTAVO_VERSION: string

const isBuild = ([command]: readonly string[]): boolean => command === 'build' || command === 'b'

const main = async (argv: readonly string[]): Promise<void> => {
  const version = typeof OCTAVO_VERSION === 'string' ? OCTAVO_VERSION : 'from source'
  if (argv.length === 1 && ['--version', '-v'].includes(argv[0] ?? '')) {
    process.stdout.write(`octavo ${version}\n`)
    return
  }
  const headStart = isBuild(argv) ? takeHeadStart(argv, import.meta.dirname) : undefined
  const compiled = loadProgram(import.meta.dirname)
  const { runProgram } = compiled?.exports ?? (await import('./program.ts'))
  process.exitCode = await runProgram(argv, version, headStart)
  // A build uses most of the program.
  if (isBuild(argv)) compiled?.save()
}

// V8 is to inline less than it would: compiled code is there sooner, and a build is over before more would pay off. Set before anything is
// loaded, for code that is kept compiled is good for the same settings only.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200')

await main(process.argv.slice(2))
