// What the finished files tell: names that clash where case does not count, and code that lacks its colours.
import { lacksColours } from '../highlight/index.ts'
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

/** Languages of code that Rouge colours and Octavo does not. */
export const checkLanguages = (outputs: readonly Output[]): Warning[] => {
  const pages = new Map<string, number>()
  for (const { path, body } of outputs) {
    if (isCopy(body) || !path.endsWith('.html')) continue
    const html = typeof body === 'string' ? body : Buffer.from(body).toString()
    for (const language of new Set([...html.matchAll(LANGUAGE)].map((match) => match[1] ?? '')))
      if (lacksColours(language)) pages.set(language, (pages.get(language) ?? 0) + 1)
  }
  if (pages.size === 0) return []
  const list = [...pages].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} (${count})`)
  return [
    {
      message: `Code in these languages has no colours here (pages): ${list.join(', ')}`,
      advice: 'The code and the markup around it are the same; only the classes of its words are missing.',
    },
  ]
}
