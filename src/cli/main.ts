#!/usr/bin/env node
// The `octavo` command. Asking for the version loads nothing else; each command loads its own code.
import { loadProgram } from './compiled.ts'

declare const OCTAVO_VERSION: string

const isBuild = ([command]: readonly string[]): boolean => command === 'build' || command === 'b'

const main = async (argv: readonly string[]): Promise<void> => {
  const version = typeof OCTAVO_VERSION === 'string' ? OCTAVO_VERSION : 'from source'
  if (argv.length === 1 && ['--version', '-v'].includes(argv[0] ?? '')) {
    process.stdout.write(`octavo ${version}\n`)
    return
  }
  const compiled = loadProgram(import.meta.dirname)
  const { runProgram } = compiled?.exports ?? (await import('./program.ts'))
  process.exitCode = await runProgram(argv, version)
  // A build uses most of the program.
  if (isBuild(argv)) compiled?.save()
}

await main(process.argv.slice(2))
