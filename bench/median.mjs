// The middle one of some measurements; the upper of two.
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
