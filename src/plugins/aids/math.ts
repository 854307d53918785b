// `octavo: math`: formulas drawn by KaTeX while the site is built. The Markdown converter draws them; this adds KaTeX's style sheet and
// fonts, with a rule for each style that the finished pages use, where there is any formula at all.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Output } from '../../model/output.ts'
import { katexFolder, mathRules, type RenderedPage } from '../../render/index.ts'
import type { PluginFactory } from '../plugin.ts'

const FOLDER = 'assets/katex'
const MORE = '.katex-display{max-width:100%;padding-block:.2em;overflow:auto hidden}\n'
// All browsers that KaTeX serves read woff2.
const OLDER_FONTS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)/g

const copyOf = (folder: string, name: string): Output => {
  const file = path.join(folder, name)
  return { path: `${FOLDER}/fonts/${name}`, body: { copy: file, modified: statSync(file).mtimeMs } }
}

const outputsFor = (rules: string): Output[] => {
  const dist = katexFolder()
  const fonts = path.join(dist, 'fonts')
  const css = readFileSync(path.join(dist, 'katex.min.css'), 'utf8').replace(OLDER_FONTS, '')
  return [
    { path: `${FOLDER}/katex.css`, body: `${css.trim()}\n${MORE}${rules}` },
    ...readdirSync(fonts).filter((name) => name.endsWith('.woff2')).sort().map((name) => copyOf(fonts, name)),
  ] // biome-ignore format: one pipeline
}

function* outputsOf(rendered: readonly RenderedPage[]): Generator<string> {
  for (const page of rendered) yield page.output
}

export const math: PluginFactory = () => ({
  name: 'math',
  parallel: true,
  finish: (_, rendered) => {
    const rules = mathRules(outputsOf(rendered))
    return rules === undefined ? [] : outputsFor(rules)
  },
})
