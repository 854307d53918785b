// Command-line flags, under Jekyll's names, turned into the settings that a build takes.
import { type Command, InvalidArgumentError } from 'commander'
import type { Value } from '../util/value.ts'

const list = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** A flag's value as a whole number. */
export const count = (value: string): number => {
  const number = Number(value)
  if (!Number.isInteger(number)) throw new InvalidArgumentError('It must be a whole number.')
  return number
}

/** The flags of every command that reads a site. */
export const addSiteOptions = (command: Command): Command =>
  command
    .option('-s, --source <dir>', 'the source folder (default: the current one)')
    .option('-d, --destination <dir>', 'where the site is written (default: _site)')
    .option('--config <files>', 'configuration files in order, separated by commas', list)
    .option('--safe', 'load no plugins of the site’s own')
    .option('-p, --plugins <dirs>', 'folders of the site’s own plugins', list)
    .option('--layouts <dir>', 'the layouts folder (default: _layouts)')
    .option('-q, --quiet', 'say nothing but errors')
    .option('-V, --verbose', 'say more')
    .option('-t, --trace', 'show the stack of an error')

/** The flags of the commands that build. */
export const addBuildOptions = (command: Command): Command =>
  addSiteOptions(command)
    .option('--future', 'publish posts with a future date')
    .option('--limit_posts <n>', 'build the newest n posts only', count)
    .option('-w, --watch', 'build again when something changes')
    .option('--no-watch', 'build once')
    .option('-b, --baseurl <path>', 'the path below the host that the site lives at')
    .option('--force_polling', 'watch by polling')
    .option('--lsi', 'accepted; related posts are the most recent ones')
    .option('-D, --drafts', 'build the posts in _drafts too')
    .option('--unpublished', 'build what is marked `published: false` too')
    .option('--disable-disk-cache', 'write no cache')
    .option('-I, --incremental', 'accepted; only files that changed are written in any case')
    .option('--strict_front_matter', 'stop at front matter that cannot be read')
    .option('--strict', 'stop at warnings about books and links')
    .option('--relative', 'write links that work in the file system, without a server')
    .option(
      '--threads <n>',
      'render pages on so many threads (default: on one, and on more where the site takes long)',
      count,
    )
    .option('--profile', 'print what each template cost')

export interface Flags {
  readonly source?: string
  readonly destination?: string
  readonly config?: string[]
  readonly safe?: boolean
  readonly plugins?: string[]
  readonly layouts?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly trace?: boolean
  readonly future?: boolean
  readonly limit_posts?: number
  readonly watch?: boolean
  readonly baseurl?: string
  readonly force_polling?: boolean
  readonly lsi?: boolean
  readonly drafts?: boolean
  readonly unpublished?: boolean
  readonly disableDiskCache?: boolean
  readonly incremental?: boolean
  readonly strict_front_matter?: boolean
  readonly strict?: boolean
  readonly relative?: boolean
  readonly threads?: number
  readonly profile?: boolean
  readonly host?: string
  readonly port?: string
  readonly livereload?: boolean
  readonly openUrl?: boolean
  readonly detach?: boolean
  readonly showDirListing?: boolean
  readonly skipInitialBuild?: boolean
}

const SETTINGS: readonly (readonly [keyof Flags, string])[] = [
  ['safe', 'safe'],
  ['plugins', 'plugins_dir'],
  ['layouts', 'layouts_dir'],
  ['quiet', 'quiet'],
  ['verbose', 'verbose'],
  ['future', 'future'],
  ['limit_posts', 'limit_posts'],
  ['baseurl', 'baseurl'],
  ['lsi', 'lsi'],
  ['drafts', 'show_drafts'],
  ['unpublished', 'unpublished'],
  ['disableDiskCache', 'disable_disk_cache'],
  ['incremental', 'incremental'],
  ['strict_front_matter', 'strict_front_matter'],
  ['relative', 'relative'],
  ['profile', 'profile'],
  ['host', 'host'],
  ['port', 'port'],
  ['livereload', 'livereload'],
  ['openUrl', 'open_url'],
  ['detach', 'detach'],
  ['showDirListing', 'show_dir_listing'],
  ['skipInitialBuild', 'skip_initial_build'],
]

/** The settings that flags override, by configuration key. */
export const overridesOf = (flags: Flags, command: string): Map<Value, Value> => {
  const settings = new Map<Value, Value>()
  for (const [flag, key] of SETTINGS) if (flags[flag] !== undefined) settings.set(key, flags[flag])
  settings.set('serving', command === 'serve')
  return settings
}
