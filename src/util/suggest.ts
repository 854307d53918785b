// 'Did you mean ...?' for misspelt names.

const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, previous[j]! + 1, row[j - 1]! + 1))
    }
    previous = row
  }
  return previous[b.length]!
}

/** The nearest of the names, as a sentence of advice; undefined where none is near. */
export const suggest = (name: string, names: Iterable<string>): string | undefined => {
  if (name.length > 100) return undefined
  let nearest: string | undefined
  let best = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of names) {
    const steps = distance(name, candidate, best)
    if (steps < best) {
      best = steps
      nearest = candidate
    }
  }
  return nearest === undefined ? undefined : `Did you mean '${nearest}'?`
}
