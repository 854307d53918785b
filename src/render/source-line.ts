// Where a line of a page's text, as Liquid left it, stands in the page's source.

const linesOf = (text: string): string[] => text.split('\n')

/** Counted from 1. The line with the same words in it, the third for the third; the line itself where there is none. */
export const sourceLine = (source: string, text: string, line: number): number => {
  if (source === text) return line
  const lines = linesOf(text)
  const words = lines[line - 1]
  if (words === undefined || words.trim() === '') return line
  const before = lines.slice(0, line - 1).filter((one) => one === words).length
  const places = linesOf(source).flatMap((one, index) => (one === words ? [index + 1] : []))
  return places[Math.min(before, places.length - 1)] ?? line
}
