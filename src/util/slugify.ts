import { downcase } from './ruby-text.ts'

// Jekyll's Utils.slugify: text to a part of a URL.

const REPLACED: Readonly<Record<string, RegExp>> = {
  raw: /\s+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
}

// Latin letters that do not come apart into a plain letter and an accent.
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE', Ð: 'D', '×': 'x', Ø: 'O', Þ: 'Th', ß: 'ss', æ: 'ae', ð: 'd', ø: 'o', þ: 'th', Đ: 'D', đ: 'd', Ħ: 'H', ħ: 'h',
  ı: 'i', Ĳ: 'IJ', ĳ: 'ij', ĸ: 'k', Ŀ: 'L', ŀ: 'l', Ł: 'L', ł: 'l', ŉ: "'n", Ŋ: 'NG', ŋ: 'ng', Œ: 'OE', œ: 'oe', Ŧ: 'T', ŧ: 't',
} // biome-ignore format: a table

const plainLetter = (character: string): string => {
  const known = LETTERS[character]
  if (known !== undefined) return known
  if (character < 'À' || character > 'ž') return '?'
  const base = character.normalize('NFD')[0] ?? '?'
  return base <= '\u007f' ? base : '?'
}

/** I18n.transliterate: Latin letters lose their accents, everything else beyond ASCII becomes a question mark. */
export const transliterate = (text: string): string => text.replace(/[^\0-\u007f]/gu, plainLetter)

/** Jekyll's slug of a text. An unknown mode leaves the text as it is, in lower case unless `cased`. */
export const slugify = (text: string, mode = 'default', cased = false): string => {
  const replaced = Object.hasOwn(REPLACED, mode) ? REPLACED[mode] : undefined
  if (!replaced) return cased ? text : downcase(text)
  const plain = mode === 'latin' ? transliterate(text) : text
  // quirk(jekyll): ^ and $ match at every line, and a slug in raw mode has no newlines left.
  const slug = plain.replace(replaced, '-').replace(/^-|-$/gm, '')
  return cased ? slug : downcase(slug)
}
