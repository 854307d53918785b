// URLs as Ruby's Addressable builds them.

const encoder = new TextEncoder()

const percentEncode = (text: string, allowed: RegExp): string => {
  let result = ''
  for (const char of text) {
    if (allowed.test(char)) result += char
    else for (const byte of encoder.encode(char)) result += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return result
}

const PATH_CHAR = /[A-Za-z0-9\-._~!$&'()*+,;=:@/]/
const QUERY_CHAR = /[A-Za-z0-9\-._~!$&'()*+,;=:@/?]/
const AUTHORITY_CHAR = /[A-Za-z0-9\-._~!$&'()*+,;=:@[\]]/
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/

/** Addressable::URI.encode: each component's characters that it may not hold are percent-encoded; a `%` is one of them. */
export const encodeUri = (uri: string): string => {
  if (/^[A-Za-z0-9\-._~/]*$/.test(uri)) return uri
  const match = PARTS.exec(uri)
  if (!match) return percentEncode(uri, PATH_CHAR)
  const [, scheme, authority, path = '', query, fragment] = match
  return (
    (scheme === undefined ? '' : `${percentEncode(scheme, /[A-Za-z0-9\-.+]/)}:`) +
    (authority === undefined ? '' : `//${percentEncode(authority, AUTHORITY_CHAR)}`) +
    percentEncode(path, PATH_CHAR) +
    (query === undefined ? '' : `?${percentEncode(query, QUERY_CHAR)}`) +
    (fragment === undefined ? '' : `#${percentEncode(fragment, QUERY_CHAR)}`)
  )
}

/** Jekyll's URL.escape_path: what a permalink's placeholder becomes. */
export const escapePath = (path: string): string =>
  /^[a-zA-Z0-9./-]*$/.test(path) ? path : encodeUri(path).replace('#', '%23')

/** Percent sequences decoded to the file name they stand for; sequences that are not UTF-8 stay as they are. */
export const unescapePath = (path: string): string =>
  path.includes('%')
    ? path.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
        const text = Buffer.from(run.replace(/%/g, ''), 'hex').toString('utf8')
        return text.includes('\ufffd') ? run : text
      })
    : path
