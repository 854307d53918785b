#!/usr/bin/env node
// The `octavo` command. Asking for the version loads nothing else; each command loads its own code.
import { createRequire } from 'node:module'
import type { Command } from 'commander'
import { addBuildOptions, addSiteOptions, type Flags } from './options.ts'

declare const OCTAVO_VERSION: string

const version = (): string =>
  typeof OCTAVO_VERSION === 'string'
    ? OCTAVO_VERSION
    : (createRequire(import.meta.url)('../../package.json') as { version: string }).version

type Action = (flags: Flags, ...args: string[]) => Promise<number>

const defineCommands = (program: Command, exit: (code: number) => void): void => {
  const act =
    (load: () => Promise<Action>, name: string, operands: number) =>
    async (...given: unknown[]): Promise<void> => {
      const command = given.at(-1) as Command
      const flags = { ...program.opts(), ...command.opts() } as Flags
      const { runGuarded } = await import('./guard.ts')
      const args = given
        .slice(0, operands)
        .flat()
        .filter((arg): arg is string => typeof arg === 'string')
      exit(await runGuarded(name, flags, async () => (await load())(flags, ...args)))
    }
  addBuildOptions(program.command('build').alias('b').description('build the site')).action(
    act(async () => (await import('./build.ts')).runBuild, 'build', 0),
  )
  addBuildOptions(
    program
      .command('serve')
      .alias('server')
      .alias('s')
      .description('build the site, serve it, and build again when it changes'),
  )
    .option('-H, --host <host>', 'the address to listen on (default: 127.0.0.1)')
    .option('-P, --port <port>', 'the port to listen on (default: 4000)')
    .option('-o, --open-url', 'open the site in a browser')
    .option('-l, --livereload', 'reload the browser after each build (on unless --no-livereload)')
    .option('--no-livereload', 'do not reload the browser')
    .option('-B, --detach', 'go on in the background')
    .option('--show-dir-listing', 'list folders instead of showing their index')
    .option('--skip-initial-build', 'serve what is there')
    .action(act(async () => (await import('./serve.ts')).runServe, 'serve', 0))
  addSiteOptions(program.command('clean').description('remove the built site and caches')).action(
    act(async () => (await import('./clean.ts')).runClean, 'clean', 0),
  )
  program
    .command('new')
    .argument('[path...]')
    .description('make a new book in a folder')
    .option('--blank', 'with no content')
    .option('--force', 'in a folder that is not empty')
    .option('-t, --trace', 'show the stack of an error')
    .action(act(async () => (await import('./new.ts')).runNew, 'new', 1))
  addSiteOptions(
    program
      .command('doctor')
      .alias('hyde')
      .description('say what is wrong with a site, and what will differ from Jekyll'),
  ).action(act(async () => (await import('./doctor.ts')).runDoctor, 'doctor', 0))
  addBuildOptions(
    program.command('check').description('build the site in memory and check its links and images'),
  ).action(act(async () => (await import('./check.ts')).runCheck, 'check', 0))
}

const main = async (argv: readonly string[]): Promise<void> => {
  if (argv.length === 1 && ['--version', '-v'].includes(argv[0] ?? '')) {
    process.stdout.write(`octavo ${version()}\n`)
    return
  }
  const { Command: Program } = await import('commander')
  const program = new Program('octavo')
  program
    .description('Jekyll without Ruby, for books')
    .version(`octavo ${version()}`, '-v, --version')
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: false })
  defineCommands(program, (code) => {
    process.exitCode = code
  })
  if (argv.length === 0) {
    process.stderr.write(`${program.helpInformation()}\n`)
    process.exitCode = 1
    return
  }
  await program.parseAsync(['node', 'octavo', ...argv])
}

await main(process.argv.slice(2))
