// Settings that Jekyll no longer has, has otherwise, or that mean less here. Counterpart: Jekyll::Commands::Doctor, and more.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import type { Warning } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import { isTruthy } from '../util/value.ts'

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

const checkUrl = ({ url }: Config): Warning[] => {
  if (url === undefined || url === '')
    return [at("You didn't set an URL in the config file", 'Set `url`: feeds, sitemaps and canonical links need it.')]
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? [] : [at('The site URL is not absolute', 'Begin `url` with https://')]
}

const checkMarkdown = ({ kramdown, highlighter }: Config): Warning[] => {
  const problems: Warning[] = []
  const lit = kramdown.get('syntax_highlighter')
  if (isTruthy(lit) && textOf(lit) !== 'rouge')
    problems.push(at(`kramdown's highlighter '${textOf(lit)}' is not there`, 'Code comes in the markup of rouge.'))
  if (highlighter !== undefined && highlighter !== 'rouge' && highlighter !== 'none')
    problems.push(at(`The highlighter '${highlighter}' is not there`, 'Code comes in the markup of rouge.'))
  const math = kramdown.get('math_engine')
  if (isTruthy(math) && !/^(?:mathjax|katex|itex2mml|ritex)$/.test(textOf(math)))
    problems.push(at(`The math engine '${textOf(math)}' is not there`, 'Formulas are left for MathJax.'))
  return problems
}

const checkGists = ({ data, plugins }: Config): Warning[] =>
  plugins.includes('jekyll-gist') && hashAt(data, 'gist')?.get('noscript') !== false
    ? [at('Gists come without their copy for readers without JavaScript', 'Nothing is fetched while a site is built.')]
    : []

/** What the configuration asks for that is not so, or not so any more. */
export const checkSettings = (config: Config): Warning[] => {
  const problems = DEPRECATED.filter(([key]) => config.data.has(key)).map(([key, advice]) =>
    at(`The setting '${key}' is deprecated`, advice),
  )
  problems.push(...checkUrl(config), ...checkMarkdown(config), ...checkGists(config))
  if (config.data.get('lsi') === true)
    problems.push(at('`lsi` is on: related posts will be the most recent ones instead'))
  if (config.collectionsDir !== '' && existsSync(path.join(config.source, '_posts')))
    problems.push(
      at(
        `There is a _posts folder outside the collections_dir '${config.collectionsDir}'`,
        'Move it there, or its posts are not built.',
      ),
    )
  return problems
}
