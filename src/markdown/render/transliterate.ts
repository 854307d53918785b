// Text in ASCII letters, as near as it gets: accents are dropped, and the letters of some scripts are written as they sound. Counterpart of
// kramdown's Unidecoder, which asks the stringex library; what is in neither table becomes nothing.

import { TRANSLITERATIONS } from './transliterations.ts'

const NOT_ASCII = /[^\0-\x7f]/gu
const MARKS = /\p{M}+/gu

const table = new Map<string, string>()

const load = (): void => {
  for (const row of TRANSLITERATIONS.trim().split('\n')) {
    const [letters = '', ...sounds] = row.trim().split(' ')
    for (const [index, letter] of [...letters].entries()) table.set(letter, sounds[index] ?? '')
  }
}

const transliterateChar = (char: string): string => {
  const known = table.get(char)
  if (known !== undefined) return known
  const base = char.normalize('NFKD').replace(MARKS, '')
  return base === char ? '' : [...base].map((letter) => (letter < '\x80' ? letter : (table.get(letter) ?? ''))).join('')
}

export const transliterate = (text: string): string => {
  if (table.size === 0) load()
  return text.replace(NOT_ASCII, transliterateChar)
}
