// V8 keeps a text with any character beyond Latin 1 in two bytes for each, and every piece cut out of it, and whatever such a piece is put
// into. One dash in a comment of a layout so doubles all that is written with it.

const WIDE = /[^\0-\xff]/

/** Has the text a character beyond Latin 1? */
export const isWide = (text: string): boolean => WIDE.test(text)

/** The same piece of a wide text, in one byte for each character where these allow it. */
export const narrowText = (piece: string): string =>
  isWide(piece) ? piece : Buffer.from(piece, 'latin1').toString('latin1')
