#!/usr/bin/env node
// The `octavo` command. Asking for the version loads nothing else; each command loads its own code.

declare const OCTAVO_VERSION: string

const main = async (argv: readonly string[]): Promise<void> => {
  const version = typeof OCTAVO_VERSION === 'string' ? OCTAVO_VERSION : 'from source'
  if (argv.length === 1 && ['--version', '-v'].includes(argv[0] ?? '')) {
    process.stdout.write(`octavo ${version}\n`)
    return
  }
  const { runProgram } = await import('./program.ts')
  process.exitCode = await runProgram(argv, version)
}

await main(process.argv.slice(2))
