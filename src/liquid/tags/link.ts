import { suggest } from '../../util/suggest.ts'
import { timeFields } from '../../util/time.ts'
import { parseTime } from '../../util/time-parse.ts'
import type { Value } from '../../util/value.ts'
import { RubyError } from '../errors.ts'
import { relativeUrl } from '../filters/url.ts'
import type { TagBuilder } from '../parser.ts'
import type { Runtime } from '../runtime.ts'
import type { PostLink } from '../types.ts'

// link and post_url: URLs of pages by the files that they come from.

const linkTo = (path: string, runtime: Runtime): string => {
  runtime.notes?.log.links.add(path)
  const { site } = runtime
  const url = site?.linkUrl?.(path) ?? site?.linkUrl?.(`/${path.replace(/^\/+/, '')}`)
  if (url !== undefined) return relativeUrl(url, site)
  throw new RubyError(
    'ArgumentError',
    `Could not find document '${path}' in tag 'link'.\n\nMake sure the document exists and the path is correct.\n`,
  )
}

export const link: TagBuilder = (head, parser) => {
  const markup = head.markup.trim()
  const fixed = !markup.includes('{')
  const template = fixed ? undefined : parser.core.fragment(markup)
  return { render: (runtime) => linkTo(template ? template.render(runtime) : markup, runtime), kind: 'tag', blank: false } // biome-ignore format: one value
}

interface PostName {
  readonly name: string
  readonly slug: string
  readonly date: string
  readonly path: RegExp
}

const NAME = /^(.+\/)?(\d+-\d+-\d+)-(.*)$/m
const quoteForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\#\s-]/g, '\\$&')

const parseName = (name: string): PostName => {
  const match = NAME.exec(name.replace(/^\//m, ''))
  if (!match) {
    const reason = `Jekyll::Errors::InvalidPostNameError: '${name}' does not contain valid date and/or title.`
    throw new RubyError(
      'Jekyll::Errors::PostURLError',
      `Could not parse name of post "${name}" in tag 'post_url'.\n Make sure the post exists and the name is correct.\n ${reason}\n`,
    )
  }
  const [, folder = '', date = '', slug = ''] = match
  const file = `${date}-${quoteForPattern(slug)}\\.[^.]+`
  const place = quoteForPattern(folder)
  return { name, slug, date, path: new RegExp(`^_posts/${place}${file}|^${place}_posts/?${file}`, 'm') }
}

const isSameDay = ({ date }: PostLink, day: Value, runtime: Runtime): boolean => {
  const wanted = typeof day === 'string' ? parseTime(day, runtime.core.now(), runtime.core.zone) : undefined
  if (!wanted) return false
  const [a, b] = [timeFields(wanted), timeFields(date)]
  return a.year === b.year && a.month === b.month && a.day === b.day
}

/** The post by its file's name, or, with a warning, by date and slug alone. */
const findPost = (wanted: PostName, posts: readonly PostLink[], runtime: Runtime): PostLink | undefined => {
  const exact = posts.find(({ relativePath }) => wanted.path.test(relativePath))
  if (exact) return exact
  const loose = posts.find((post) => post.slug === wanted.slug && isSameDay(post, wanted.date, runtime))
  if (loose)
    runtime.warn(
      `A call to '{% post_url ${wanted.name} %}' did not match a post using the new matching method of checking name (path-date-slug) equality. Please make sure that you change this tag to match the post's name exactly.`,
      'Deprecation:',
    )
  return loose
}

export const postUrl: TagBuilder = (head) => {
  const name = head.markup.trim()
  const wanted = parseName(name)
  return {
    render: (runtime) => {
      runtime.notes?.log.links.add(name)
      const posts = runtime.site?.posts?.() ?? []
      const post = findPost(wanted, posts, runtime)
      if (post) return relativeUrl(post.url, runtime.site)
      const error = new RubyError(
        'Jekyll::Errors::PostURLError',
        `Could not find post "${name}" in tag 'post_url'.\nMake sure the post exists and the name is correct.\n`,
      )
      error.advice = suggest(
        name,
        posts.map(({ basename }) => basename.replace(/\.[^.]*$/, '')),
      )
      throw error
    },
    kind: 'tag',
    blank: false,
  }
}
