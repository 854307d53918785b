// The marked regions of a source file: editors' `#region` and mdBook's `ANCHOR`, behind any sign that begins a comment.

// Matched against lines without blanks around them, and without the sign that ends a comment.
const REGION = /^(?:\/\/+|\/\*+|--|;+|%+|<!--|#(?=\s*#)|')?\s*#(\s?)(end\s?)?region\b\s*(.*)$/i
const PRAGMA = /^#\s*pragma\s+(end)?region\b\s*(.*)$/i
const ANCHOR = /\bANCHOR(_END)?:\s*([\w.-]+)/
const WORD = /^[\w.-]*$/
// A longer line marks nothing.
const LONGEST = 300

interface Marker {
  readonly ends: boolean
  /** '' at the end of a region that does not name it. */
  readonly name: string
  readonly style: 'region' | 'anchor'
}

const markerOf = (line: string): Marker | undefined => {
  if (line.length > LONGEST || !/region|ANCHOR/i.test(line)) return undefined
  const text = line.trim().replace(/(?:\*\/|-->)$/, '').trim() // biome-ignore format: one pipeline
  const pragma = PRAGMA.exec(text)
  if (pragma) return { ends: pragma[1] !== undefined, name: pragma[2] ?? '', style: 'region' }
  const [all, space, end, rest = ''] = REGION.exec(text) ?? []
  // `# region` may also begin a sentence.
  if (all !== undefined && (space === '' || WORD.test(rest)))
    return { ends: end !== undefined, name: rest.replace(/^"(.*)"$/, '$1'), style: 'region' }
  const anchor = ANCHOR.exec(text)
  return anchor ? { ends: anchor[1] !== undefined, name: anchor[2] ?? '', style: 'anchor' } : undefined
}

/** Whether the line only marks a region. */
export const isMarkerLine = (line: string): boolean => markerOf(line) !== undefined

export const regionNames = (lines: readonly string[]): string[] => [
  ...new Set(lines.flatMap((line) => {
    const marker = markerOf(line)
    return marker && !marker.ends && marker.name !== '' ? [marker.name] : []
  })),
] // biome-ignore format: one pipeline

/**
 * The lines between the markers of a region, those of inner ones included; of several regions with one name, the lines of all.
 * undefined where there is none, 'open' where one does not end.
 */
export const cutRegion = (lines: readonly string[], name: string): string[] | 'open' | undefined => {
  let found: string[] | undefined
  // The regions that are open: `#endregion` closes the last one, whatever it is called.
  let inside = false
  let depth = 0
  for (const line of lines) {
    const marker = markerOf(line)
    if (!inside) {
      if (marker && !marker.ends && marker.name === name) {
        inside = true
        depth = 0
        found ??= []
      }
      continue
    }
    found?.push(line)
    if (marker?.style === 'anchor' && marker.ends && marker.name === name) inside = false
    if (marker?.style !== 'region') continue
    if (!marker.ends) depth++
    else if (depth-- === 0) inside = false
  }
  return inside ? 'open' : found
}

/** '10-20', '10-', '-20' or '7' of the lines, counted from 1. */
export const cutLines = (lines: readonly string[], range: string): string[] | 'syntax' | 'outside' => {
  const match = /^(\d*)(?:\s*(-|:|\.\.)\s*(\d*))?$/.exec(range.trim())
  if (!match || (match[1] === '' && !match[3])) return 'syntax'
  const first = match[1] === '' ? 1 : Number(match[1])
  const last = match[2] === undefined ? first : match[3] ? Number(match[3]) : lines.length
  return first < 1 || last < first || last > lines.length ? 'outside' : lines.slice(first - 1, last)
}

/** Without the indent that all lines share, and without blank lines around. */
export const dedent = (lines: readonly string[]): string[] => {
  const kept = [...lines]
  while (kept[0]?.trim() === '') kept.shift()
  while (kept.at(-1)?.trim() === '') kept.pop()
  let shared: string | undefined
  for (const line of kept) {
    if (line.trim() === '') continue
    const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
    shared ??= indent
    while (!indent.startsWith(shared)) shared = shared.slice(0, -1)
  }
  return kept.map((line) => line.slice(Math.min(shared?.length ?? 0, /^[ \t]*/.exec(line)?.[0].length ?? 0)))
}
