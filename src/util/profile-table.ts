// Jekyll's profile table: file, count, bytes and seconds, the costliest first.

export type ProfileRows = ReadonlyMap<string, { readonly count: number; readonly bytes: number; readonly time: number }>

const MOST = 50

/** The table as text; `time` in the rows is in milliseconds. */
export const formatProfile = (rows: ProfileRows): string => {
  const sorted = [...rows].sort(([, a], [, b]) => b.time - a.time).slice(0, MOST)
  const total = sorted.reduce(
    (sum, [, row]) => ({ count: sum.count + row.count, bytes: sum.bytes + row.bytes, time: sum.time + row.time }),
    { count: 0, bytes: 0, time: 0 },
  )
  const cells = (name: string, row: { count: number; bytes: number; time: number }): string[] => [
    name,
    String(row.count),
    `${(row.bytes / 1024).toFixed(2)}K`,
    (row.time / 1000).toFixed(3),
  ]
  const table = [
    ['Filename', 'Count', 'Bytes', 'Time'],
    ...sorted.map(([name, row]) => cells(name, row)),
    cells(`TOTAL (for ${sorted.length} files)`, total),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')
  const rule = widths.map((width) => '-'.repeat(width)).join('-+-')
  const lines = table.map(line)
  return [lines[0], rule, ...lines.slice(1, -1), rule, lines.at(-1), ''].join('\n')
}
