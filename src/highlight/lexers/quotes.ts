// Texts between delimiters in which a backslash escapes, told in steady time.

/**
 * A pattern for a text from `open` to the first `close` that no backslash escapes, or, where all of them are escaped, to the last one.
 * Both ends and `stop`, the characters that may not stand inside, are written as in a character class.
 */
export const delimited = (open: string, close = open, stop = ''): string => {
  const any = stop === '' ? '[\\s\\S]' : `[^${stop}]`
  const plain = `[^${close}\\\\${stop}]*`
  return `(?:${open}${plain}(?:\\\\${any}${plain})*${close}|${open}${any}*${close})`
}
