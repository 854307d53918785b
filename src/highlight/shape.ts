// What a piece of text looks like: the last part of a key in the class map.
//
// Text is cut into words, numbers and runs of operators. A word's shape is its case (`i`, `C`, `W`, `$`, `_`), a number's its kind
// (`d`, `fl`, `hx`), anything else its first three characters. `(`, `:` or `=` is added when that follows a word, and
// `. $ @ : - % &` is put before it when that precedes it:
//
//   obj.call(1.5)   ->   `i` `.` `.i(` `(` `fl` `)`

export interface Piece {
  readonly text: string
  /** '' for white space. */
  readonly shape: string
}

const PIECES = /\s+|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|[^\s\p{L}\p{N}_$]+/gu
const HEX = /^0[xX]/
const BEFORE = '.$@:-%&'
const AFTER = '(:='

const wordShape = (word: string): string => {
  if (word.startsWith('$')) return '$'
  if (word.startsWith('_')) return '_'
  if (!/^\p{Lu}/u.test(word)) return 'i'
  return word.length > 1 && /^[\p{Lu}\p{N}_]+$/u.test(word) ? 'W' : 'C'
}

const numberShape = (number: string): string => (HEX.test(number) ? 'hx' : number.includes('.') ? 'fl' : 'd')

const isOneOf = (set: string, character: string | undefined): character is string =>
  character !== undefined && character !== '' && set.includes(character)

/** Cuts `text`; `before` and `after` are the characters around it. */
export const cutPieces = (text: string, before: string, after: string): Piece[] => {
  const pieces: Piece[] = []
  for (const match of text.matchAll(PIECES)) {
    const [piece] = match
    const previous = match.index === 0 ? before : text[match.index - 1]
    const next = text[match.index + piece.length] ?? after
    pieces.push({ text: piece, shape: shapeOf(piece, previous, next) })
  }
  return pieces
}

const shapeOf = (piece: string, previous: string | undefined, next: string): string => {
  const first = piece[0] ?? ''
  if (/\s/.test(first)) return ''
  if (/\d/.test(first)) return numberShape(piece)
  if (!/[\p{L}_$]/u.test(first)) return piece.slice(0, 3)
  return (isOneOf(BEFORE, previous) ? previous : '') + wordShape(piece) + (isOneOf(AFTER, next) ? next : '')
}
