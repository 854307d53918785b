// `octavo doctor`: what is wrong with a site, and what will differ from Jekyll's build of it.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { build } from '../build.ts'
import type { Config } from '../model/config.ts'
import { formatUserError, type Warning } from '../util/error.ts'
import { createLog } from '../util/log.ts'
import { buildOptionsOf } from './build.ts'
import type { Flags } from './options.ts'
import { createTerminalLog } from './terminal.ts'

const rubyFiles = (config: Config): string[] =>
  config.pluginsDirs.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.rb'))
      : [],
  )

const DEPRECATED: readonly (readonly [key: string, advice: string])[] = [
  ['gems', 'Rename the key to `plugins`.'],
  ['pygments', 'Use `highlighter: rouge`.'],
  ['redcarpet', 'Only kramdown and CommonMark are there.'],
  ['rdiscount', 'Only kramdown and CommonMark are there.'],
  ['auto', 'Use the --watch flag.'],
  ['server', 'Use the serve command.'],
  ['layouts', 'Rename the key to `layouts_dir`.'],
  ['paginate_template', 'Pagination takes its layout from the index page.'],
]

const at = (message: string, advice?: string): Warning => ({ message, place: { path: '_config.yml' }, advice })

const checkSettings = (config: Config): Warning[] => {
  const problems = DEPRECATED.filter(([key]) => config.data.has(key)).map(([key, advice]) =>
    at(`The setting '${key}' is deprecated`, advice),
  )
  if (config.url === undefined || config.url === '')
    problems.push(
      at("You didn't set an URL in the config file", 'Set `url`: feeds, sitemaps and canonical links need it.'),
    )
  else if (!/^[a-z][a-z0-9+.-]*:/i.test(config.url))
    problems.push(at('The site URL is not absolute', 'Begin `url` with https://'))
  if (config.data.get('lsi') === true)
    problems.push(at('`lsi` is on: related posts will be the most recent ones instead'))
  if (config.collectionsDir !== '' && existsSync(path.join(config.source, '_posts'))) {
    problems.push(
      at(
        `There is a _posts folder outside the collections_dir '${config.collectionsDir}'`,
        'Move it there, or its posts are not built.',
      ),
    )
  }
  return problems
}

const checkCase = (paths: readonly string[]): Warning[] => {
  const byLower = new Map<string, string>()
  return paths.flatMap((output): Warning[] => {
    const other = byLower.get(output.toLowerCase())
    byLower.set(output.toLowerCase(), output)
    return other !== undefined && other !== output
      ? [{ message: `${other} and ${output} differ by case only: on some file systems one overwrites the other` }]
      : []
  })
}

const checkRuby = (config: Config): Warning[] => {
  const files = rubyFiles(config)
  return files.length === 0
    ? []
    : [at(`Ruby plugins do not run here: ${files.join(', ')}`, 'Write them as JavaScript modules in the same folder.')]
}

export const runDoctor = async (flags: Flags): Promise<number> => {
  const log = createTerminalLog(flags)
  const quiet = createLog({ level: 'error', color: false, write: () => {} })
  const result = await build({ ...buildOptionsOf(flags, 'doctor', quiet), onProgress: () => {}, dryRun: true })
  const problems = [
    ...checkSettings(result.config),
    ...checkRuby(result.config),
    ...checkCase(result.outputs.map((output) => output.path)),
    ...result.warnings,
  ]
  for (const problem of problems) log.warn('Warning:', formatUserError(problem))
  if (problems.length > 0) return 1
  log.info('Your test results', 'are in. Everything looks fine.')
  return 0
}
