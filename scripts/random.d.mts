export function createNumbers(seed: number): () => number
