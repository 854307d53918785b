// Breaks a line of text by estimated widths: no font is at hand while a page's card is planned, so letters count as wide as in a wide
// font, and a line that is estimated to fit does.

// In parts of the font's size.
const NARROW = /[\s.,:;!|'‘’iljI[\]()/\\·-]/u
const WIDE = /[mwMWÆŒ@%&—…]/u
const CAPITAL = /[\p{Lu}\d]/u
const FULL =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\uff00-\uff60]|\p{Emoji_Presentation}/u
const NOTHING = /[\p{Mn}\p{Me}\p{Cf}]/u

// Scripts that may break between any two words without a space, or any two characters.
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ー々]/u
const OPENING = /[\p{Ps}\p{Pi}]$/u

const characterWidth = (character: string): number => {
  if (NOTHING.test(character)) return 0
  if (FULL.test(character)) return 1
  if (NARROW.test(character)) return 0.36
  if (WIDE.test(character)) return 0.98
  return CAPITAL.test(character) ? 0.72 : 0.61
}

const BOLD = 1.1

/** In pixels, rather too much than too little. */
export const textWidth = (text: string, size: number, bold = false): number => {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width * size * (bold ? BOLD : 1)
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Pieces between which a line may end; a space belongs to the piece before it. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  for (const { segment } of words.segment(text)) {
    const before = pieces.at(-1)
    const parts =
      UNSPACED.test(segment) && FULL.test(segment)
        ? [...graphemes.segment(segment)].map((one) => one.segment)
        : [segment]
    parts.forEach((part, index) => {
      const last = index === 0 ? before : pieces.at(-1)
      const joins =
        last !== undefined &&
        (/^\s/.test(part) ||
          CLOSING.test(part) ||
          OPENING.test(last) ||
          !(/\s$/.test(last) || /[-–—]$/.test(last) || UNSPACED.test(part) || UNSPACED.test(last)))
      if (joins) pieces[pieces.length - 1] = last + part
      else pieces.push(part)
    })
  }
  return pieces
}

type Measure = (text: string) => number

/** A piece that is wider than a line, cut where it has to be. */
const cut = (piece: string, width: number, measure: Measure): string[] => {
  if (measure(piece.trimEnd()) <= width) return [piece]
  const parts: string[] = []
  let current = ''
  for (const { segment } of graphemes.segment(piece)) {
    if (current !== '' && measure(current + segment) > width) {
      parts.push(current)
      current = ''
    }
    current += segment
  }
  return current === '' ? parts : [...parts, current]
}

const linesOf = (pieces: readonly string[], width: number, measure: Measure): string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((one) => cut(one, width, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

const shorten = (line: string, width: number, measure: Measure): string => {
  const letters = [...graphemes.segment(line)].map(({ segment }) => segment)
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return `${letters.join('').replace(/[\s,;:.–—-]+$/u, '')}…`
}

export interface Box {
  readonly width: number
  readonly lines: number
  /** Of the font; it may shrink down to `leastSize` before text is left out. */
  readonly size: number
  readonly leastSize: number
  readonly bold: boolean
}

export interface Wrapped {
  readonly lines: readonly string[]
  readonly size: number
}

// Nobody reads more than this on a card, and titles are not always written by people.
const MOST = 400
const STEP = 4

/**
 * Text in as many lines as there is room for, in the largest size that shows all of it and cuts no word; shortened where none does.
 */
export const wrapText = (text: string, box: Box): Wrapped => {
  const pieces = piecesOf([...text.replace(/\s+/g, ' ').trim()].slice(0, MOST).join(''))
  for (let size = box.size; ; size = Math.max(box.leastSize, size - STEP)) {
    const measure: Measure = (part) => textWidth(part, size, box.bold)
    const lines = linesOf(pieces, box.width, measure)
    const last = size <= box.leastSize
    const isWhole = last || pieces.every((piece) => measure(piece.trimEnd()) <= box.width)
    if (lines.length <= box.lines && isWhole) return { lines, size }
    if (!last) continue
    const kept = lines.slice(0, box.lines)
    return { lines: [...kept.slice(0, -1), shorten(kept.at(-1) ?? '', box.width, measure)], size }
  }
}

/** Does a text run from right to left? Its first letter decides. */
export const runsLeft = (text: string): boolean =>
  /^\P{L}*[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(text)
