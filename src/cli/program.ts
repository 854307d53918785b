// All commands with their flags; what a command does is loaded when it runs.
import { Command } from 'commander'
import { runGuarded } from './guard.ts'
import type { HeadStart } from './head-start.ts'
import { addBuildOptions, addSiteOptions, count, type Flags } from './options.ts'

type Action = (flags: Flags, ...args: string[]) => Promise<number>
type Exit = (code: number) => void

const action =
  (program: Command, exit: Exit) =>
  (name: string, load: () => Promise<Action>, operands = 0) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command
    const flags = { ...program.opts(), ...command.opts() } as Flags
    const args = given
      .slice(0, operands)
      .flat()
      .filter((arg): arg is string => typeof arg === 'string')
    exit(await runGuarded(name, flags, async () => (await load())(flags, ...args)))
  }

const defineBuild = (program: Command, act: ReturnType<typeof action>, headStart?: HeadStart): void => {
  addBuildOptions(program.command('build').alias('b').description('build the site')).action(
    act('build', async () => {
      const { runBuild } = await import('./build.ts')
      return (flags) => runBuild(flags, headStart)
    }),
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
    .action(act('serve', async () => (await import('./serve.ts')).runServe))
}

const defineOthers = (program: Command, act: ReturnType<typeof action>): void => {
  addSiteOptions(program.command('clean').description('remove the built site and caches')).action(
    act('clean', async () => (await import('./clean.ts')).runClean),
  )
  program
    .command('new')
    .argument('[path...]')
    .description('make a new book in a folder')
    .option('--blank', 'with no content')
    .option('--force', 'in a folder that is not empty')
    .option('-t, --trace', 'show the stack of an error')
    .action(act('new', async () => (await import('./new.ts')).runNew, 1))
  addSiteOptions(
    program
      .command('doctor')
      .alias('hyde')
      .description('say what is wrong with a site, and what will differ from Jekyll'),
  ).action(act('doctor', async () => (await import('./doctor.ts')).runDoctor))
  addBuildOptions(
    program.command('check').description('build the site in memory and check its links and images'),
  ).action(act('check', async () => (await import('./check.ts')).runCheck))
  addBuildOptions(program.command('pdf').description('print each book into a PDF, with a Chromium of this machine'))
    .option('-o, --output <dir>', 'where the PDFs are written (default: the destination)')
    .option('--browser <path>', 'the Chromium or Chrome to print with')
    .option('--timeout <seconds>', 'how long one book may take (default: 120)', count)
    .action(act('pdf', async () => (await import('./pdf.ts')).runPdf))
}

/** Runs the command line; the exit status. */
export const runProgram = async (argv: readonly string[], version: string, headStart?: HeadStart): Promise<number> => {
  let status = 0
  const program = new Command('octavo')
  program
    .description('Jekyll without Ruby, for books')
    .version(`octavo ${version}`, '-v, --version')
    .showSuggestionAfterError()
  const act = action(program, (code) => {
    status = code
  })
  defineBuild(program, act, headStart)
  defineOthers(program, act)
  if (argv.length === 0) {
    process.stderr.write(program.helpInformation())
    return 1
  }
  await program.parseAsync(['node', 'octavo', ...argv])
  return status
}
