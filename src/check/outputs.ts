// What the finished files tell: names that clash where case does not count, and code whose colours may differ.
import { colouringOf } from '../highlight/index.ts'
import { isCopy, type Output } from '../model/output.ts'
import type { Warning } from '../util/error.ts'

/** Outputs whose paths differ by case only. */
export const checkCase = (paths: readonly string[]): Warning[] => {
  const byLower = new Map<string, string>()
  return paths.flatMap((output): Warning[] => {
    const other = byLower.get(output.toLowerCase())
    byLower.set(output.toLowerCase(), output)
    return other !== undefined && other !== output
      ? [{ message: `${other} and ${output} differ by case only: on some file systems one overwrites the other` }]
      : []
  })
}

const LANGUAGE = /class="(?:[^"]* )?language-([\w+#-]+)[^"]*"/g

/** Languages of code whose tokens come from a library: their classes are close to Rouge's, and not always the same. */
export const checkLanguages = (outputs: readonly Output[]): Warning[] => {
  const pages = new Map<string, number>()
  for (const { path, body } of outputs) {
    if (isCopy(body) || !path.endsWith('.html')) continue
    const html = typeof body === 'string' ? body : Buffer.from(body).toString()
    for (const language of new Set([...html.matchAll(LANGUAGE)].map((match) => match[1] ?? '')))
      if (colouringOf(language) === 'library') pages.set(language, (pages.get(language) ?? 0) + 1)
  }
  if (pages.size === 0) return []
  const list = [...pages].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} (${count})`)
  return [
    {
      message: `The colours of code may differ a little in these languages (pages): ${list.join(', ')}`,
      advice: 'The text of the code is the same; only the classes of some words are others.',
    },
  ]
}
