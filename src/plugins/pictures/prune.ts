// Takes formats out of a finished page again, where their files turned out not to be worth having or could not be made.

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// What `writePicture` writes around a tag.
const SOURCE = '<source type="[^"]*" srcset="[^"]*" sizes="[^"]*">'
const WRAPPED = new RegExp(
  `<picture(?: data-sized)?>((?:${SOURCE})+)(<img(?:[^>"']|"[^"]*"|'[^']*')*>)</picture>`,
  'gi',
)

/** The page without the variants in `folder` whose names begin with one of `keys`. */
export const dropVariants = (html: string, folder: string, keys: readonly string[]): string => {
  if (keys.length === 0) return html
  const names = `${escapePattern(folder)}/(?:${keys.map(escapePattern).join('|')})-`
  const dropped = new RegExp(`<source type="[^"]*" srcset="[^" ]*${names}[^"]*" sizes="[^"]*">`, 'g')
  const own = new RegExp(` srcset="[^" ]*${names}[^"]*"(?: sizes="[^"]*")?`, 'g')
  return html
    .replace(WRAPPED, (all, sources: string, image: string) => {
      const left = sources.replace(dropped, '')
      return left === sources ? all : left === '' ? image : all.replace(sources, () => left)
    })
    .replace(own, '')
}
