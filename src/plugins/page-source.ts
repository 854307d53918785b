// A page's Markdown for those who read it as Markdown: after Liquid, under its title, without the ways from chapter to chapter.
import type { Config } from '../model/config.ts'
import { isHtmlPage, type Page } from '../model/site.ts'
import type { RenderedPage } from '../render/index.ts'
import { textOf } from '../util/inspect.ts'
import { isTruthy } from '../util/value.ts'
import { ownOrDefault } from './settings.ts'

const OPENING = /<nav\b[^<>]*\bclass="[^"<>]*\bchapter-nav\b[^<>]*>/g
const CLOSING = '</nav>'

const withoutNavigation = (text: string): string => {
  let result = ''
  let at = 0
  for (const match of text.matchAll(OPENING)) {
    if (match.index < at) continue
    const end = text.indexOf(CLOSING, match.index)
    if (end < 0) break
    result += text.slice(at, match.index)
    at = end + CLOSING.length
  }
  return result + text.slice(at)
}

export const titleOf = (page: Page): string | undefined => {
  const title = ownOrDefault(page, 'title')
  return isTruthy(title) ? textOf(title) : undefined
}

export const descriptionOf = (page: Page): string | undefined => {
  const description = ownOrDefault(page, 'description')
  return isTruthy(description) ? textOf(description).replace(/\s+/g, ' ').trim() : undefined
}

/** Whether the page was written in Markdown and is read as HTML. */
export const isMarkdownPage = (page: Page, config: Config): boolean =>
  config.markdownExtensions.includes(page.extension.toLowerCase()) && isHtmlPage(page) && page.write

/** The page's text below its title; where it is no Markdown, its HTML. */
export const markdownOf = ({ page, text }: RenderedPage, title = titleOf(page)): string => {
  const body = withoutNavigation(text).trim()
  const titled = title === undefined || /^# /.test(body)
  return `${titled ? '' : `# ${title}\n\n`}${body}\n`
}

/** Where the page's Markdown lies: beside its HTML. */
export const twinUrl = (page: Page): string => `/${page.outputPath.replace(/\.x?html?$/i, '')}.md`
