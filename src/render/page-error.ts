// Mistakes that stop a page, as Jekyll names them: by the page that was being rendered.
import { RubyError } from '../liquid/index.ts'
import type { Page } from '../model/site.ts'
import { UserError } from '../util/error.ts'

const withPage = (error: UserError, page: Page, source: string): UserError => {
  const { place, excerpt, advice, includedFrom, cause } = error
  if (!(cause instanceof RubyError))
    return place ? error : new UserError(error.message, { place: { path: page.relativePath }, excerpt, advice, cause })
  const shown =
    place === undefined ? error.message : error.message.replace(`(${place.path} line`, `(${source}/${place.path} line`)
  const message = `${shown} in ${page.relativePath}`.replace(/\s+/g, ' ')
  return new UserError(message, {
    topic: 'Liquid Exception:',
    place: place ?? { path: page.relativePath },
    excerpt,
    advice,
    includedFrom,
    cause,
  })
}

/** What to throw for what was thrown while `page` was rendered; `source` is the site's folder. */
export const pageError = (error: unknown, page: Page, source: string): unknown => {
  if (error instanceof UserError) return withPage(error, page, source)
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    const place = { path: page.relativePath }
    return new UserError('The page nests too deeply to be built', { place, cause: error })
  }
  return error
}
