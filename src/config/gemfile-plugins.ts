// The gems that a Gemfile puts into the group :jekyll_plugins, which Jekyll loads before it looks at `plugins`. Read as text, for
// nothing here runs Ruby. Counterpart: Jekyll::PluginManager.require_from_bundler.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const GROUP = 'jekyll_plugins'
const COMMENT = /(?:^|\s)#.*$/
const GEM = /^\s*gem[ (]+["']([\w.-]+)["'](.*)$/
const OWN_GROUP = /(?:\bgroups?:|:groups?\s*=>)\s*(\[[^\]]*\]|:\w+|["']\w+["'])/
const OPENING = /^\s*(group|source|platforms?|git|path|install_if|if|unless|case|begin)\b(.*)$/
const IS_BLOCK = /\bdo\s*(?:\|[^|]*\|\s*)?$/

const namesGroup = (text: string): boolean => new RegExp(`[:"'[, ]${GROUP}\\b`).test(text)

// Whether each block that is open is one of the group's.
const opens = (line: string): boolean | undefined => {
  const [, word, rest = ''] = OPENING.exec(line) ?? []
  if (word === undefined) return undefined
  if (/^(?:if|unless|case|begin)$/.test(word)) return false
  if (!IS_BLOCK.test(rest)) return undefined
  return word === 'group' && namesGroup(rest)
}

/** The gems of the group, in order, in the text of a Gemfile. */
export const pluginsInGemfile = (text: string): string[] => {
  const open: boolean[] = []
  const found: string[] = []
  for (const whole of text.split(/\r?\n/)) {
    const line = whole.replace(COMMENT, '')
    const [, name, rest = ''] = GEM.exec(line) ?? []
    if (name !== undefined) {
      const own = OWN_GROUP.exec(rest)?.[1]
      if (open.includes(true) || (own !== undefined && namesGroup(own))) found.push(name)
      continue
    }
    const group = opens(line)
    if (group !== undefined) open.push(group)
    else if (/^\s*end\b/.test(line)) open.pop()
  }
  return [...new Set(found)]
}

/** Those of the Gemfile in the first of the folders that has one; none where JEKYLL_NO_BUNDLER_REQUIRE says so, as for Jekyll. */
export const gemfilePlugins = (folders: readonly string[], env: NodeJS.ProcessEnv): readonly string[] => {
  if (env['JEKYLL_NO_BUNDLER_REQUIRE']) return []
  const files = folders.flatMap((folder) => ['gems.rb', 'Gemfile'].map((name) => path.join(folder, name)))
  const file = files.find((one) => existsSync(one))
  return file === undefined ? [] : pluginsInGemfile(readFileSync(file, 'utf8'))
}
