// What the finished files tell: names that clash where case does not count.
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
