// Liquid's regular expressions, written as Ruby reads them: whitespace is ASCII's alone and a dot stops at a newline only.

const SPACE = ' \\t\\r\\n\\f\\v'

/** A JavaScript pattern with Ruby's meaning of \s, \S and (without the flag s) the dot. */
export const rubyPattern = (source: string, flags = ''): RegExp => {
  let inClass = false
  const converted = source.replace(/\\[\s\S]|[[\].]/g, (token) => {
    if (token === '[') inClass = true
    else if (token === ']') inClass = false
    else if (token === '.') return inClass ? '.' : flags.includes('s') ? '[\\s\\S]' : '[^\\n]'
    else if (token === '\\s') return inClass ? SPACE : `[${SPACE}]`
    else if (token === '\\S') return `[^${SPACE}]`
    return token
  })
  return new RegExp(converted, flags.replace('s', ''))
}

const QUOTED_STRING = `"[^"]*"|'[^']*'`
export const QUOTED_FRAGMENT = `(?:${QUOTED_STRING}|(?:[^\\s,|'"]|${QUOTED_STRING})+)`
export const VARIABLE_SIGNATURE = '\\(?[\\w\\-.[\\]]\\)?'.replace('.[\\]]', '.\\[\\]]')

const TAG_ATTRIBUTES = rubyPattern(`(\\w+)\\s*:\\s*(${QUOTED_FRAGMENT})`, 'g')

/** `key: value` pairs anywhere in a tag's markup. */
export const scanAttributes = (markup: string): (readonly [key: string, value: string])[] =>
  [...markup.matchAll(TAG_ATTRIBUTES)].map((match) => [match[1]!, match[2]!])
