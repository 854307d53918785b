// Ruby's File.fnmatch without flags, which Jekyll's exclude, include and livereload globs use: `*` and `?` match a slash too, but no
// wildcard matches a leading period; `**/` is not special.

const escapeClass = (text: string): string => text.replace(/[\\\]^]/g, '\\$&')

const compiled = new Map<string, RegExp>()

const translate = (pattern: string): string => {
  let source = ''
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? ''
    if (char === '*') {
      while (pattern[i + 1] === '*') i++
      source += i === 0 || source === '' ? '(?!\\.)[\\s\\S]*' : '[\\s\\S]*'
    } else if (char === '?') {
      source += source === '' ? '[^.]' : '[\\s\\S]'
    } else if (char === '[') {
      const end = pattern.indexOf(']', pattern[i + 1] === '!' || pattern[i + 1] === '^' ? i + 3 : i + 2)
      if (end < 0) return '(?!)'
      const body = pattern.slice(i + 1, end)
      const negated = body.startsWith('!') || body.startsWith('^')
      source += `[${negated ? '^' : ''}${escapeClass(negated ? body.slice(1) : body)}]`
      i = end
    } else if (char === '\\' && i + 1 < pattern.length) {
      source += (pattern[++i] ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    } else {
      source += char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    }
  }
  return source
}

/** Does the whole of `path` match the glob? */
export const fnmatch = (pattern: string, path: string): boolean => {
  let regexp = compiled.get(pattern)
  if (!regexp) {
    regexp = new RegExp(`^${translate(pattern)}$`, 'u')
    compiled.set(pattern, regexp)
  }
  return regexp.test(path)
}
