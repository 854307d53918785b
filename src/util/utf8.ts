// Files in other encodings than UTF-8, which are their authors' mistakes.
import { isUtf8 } from 'node:buffer'
import { UserError } from './error.ts'

/** What is wrong with a text file in another encoding. */
export const notUtf8 = (path: string): UserError =>
  new UserError(`${path} is not valid UTF-8`, { place: { path }, advice: 'Save the file as UTF-8.' })

/** The text of `bytes`, with its byte order mark. @throws UserError that names `path` where they are no UTF-8. */
export const decodeUtf8 = (bytes: Buffer, path: string): string => {
  if (!isUtf8(bytes)) throw notUtf8(path)
  return bytes.toString('utf8')
}
