// The addresses in a style sheet, or in a style attribute.

// Whatever is open at the end of the text counts as closed there, as in CSS: so no scan is ever tried twice.
const TOKENS =
  /\/\*[\s\S]*?(?:\*\/|$)|(?:url\(\s*|@import\s+)(?:"((?:[^"\\\n]|\\[\s\S])*)"?|'((?:[^'\\\n]|\\[\s\S])*)'?|([^)"'\s;]*))|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/gi

/** The style sheet with the address in each `url()` and each `@import` changed. */
export const changeCssUrls = (css: string, change: (address: string) => string): string =>
  css.replace(TOKENS, (all: string, double?: string, single?: string, bare?: string) => {
    const address = double ?? single ?? bare
    if (address === undefined || address === '' || /^url\(/i.test(address)) return all
    const changed = change(address)
    // A function, for an address may hold a dollar sign.
    return changed === address ? all : all.replace(address, () => changed)
  })
