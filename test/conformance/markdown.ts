// Markdown cases: a text, options by kramdown's names, and the HTML that the reference writes.
import { createHighlighter } from '../../src/highlight/index.ts'
import { createMarkdown } from '../../src/index.ts'
import type { Case } from './cases.ts'
import { type CaseResult, describeDifference, withoutTokens } from './result.ts'

type Options = Parameters<typeof createMarkdown>[0]

// kramdown's own defaults where they are not Jekyll's; the cases of its own suite take what they do not name from these.
const LIBRARY_DEFAULTS = { input: 'kramdown', hard_wrap: true, syntax_highlighter_opts: {} }

const HIGHLIGHTER = createHighlighter({ default_lang: 'plaintext', guess_lang: true })

const jekyll = createMarkdown({
  highlight: (code: string, language: string | undefined, place: 'block' | 'span') =>
    HIGHLIGHTER.kramdown(code, language, place),
} as Options)

// kramdown's suite brings a formatter class of its own, which a case names; the harness brings it here.
const SUITE_FORMATTERS: ReadonlyMap<string, (html: string) => string> = new Map([
  ['RougeHTMLFormatters', (html) => `<div class="custom-class">${html}</div>`],
])

const renderCase = (item: Case): string => {
  const text = item['markdown'] as string
  if (item['options'] === undefined) return jekyll.render(text)
  const own = item['options'] as Record<string, unknown>
  const opts = (own['syntax_highlighter_opts'] ?? {}) as Parameters<typeof createHighlighter>[0]
  const highlighter = createHighlighter(opts)
  const wrapBlock = SUITE_FORMATTERS.get(opts?.formatter ?? '')
  const plain = wrapBlock ? createHighlighter({ ...opts, formatter: undefined }) : highlighter
  const highlight = (code: string, language: string | undefined, place: 'block' | 'span'): string | undefined => {
    const html = plain.kramdown(code, language, place)
    return html !== undefined && place === 'block' && wrapBlock ? wrapBlock(html) : html
  }
  return createMarkdown({ ...LIBRARY_DEFAULTS, highlight, ...own } as Options).render(text)
}

export const runMarkdownCase = (item: Case): CaseResult => {
  const expected = (item['oracleHtml'] ?? item['html']) as string
  let actual: string
  try {
    actual = renderCase(item)
  } catch (error) {
    return {
      id: item.id,
      passed: false,
      exact: false,
      difference: String(error instanceof Error ? error.stack : error),
    }
  }
  const exact = actual === expected
  const plain =
    (item['htmlNoTokens'] as string | undefined) ??
    (item['highlighter'] === undefined ? undefined : withoutTokens(expected))
  const passed = exact || (plain !== undefined && withoutTokens(actual) === plain)
  return {
    id: item.id,
    passed,
    exact,
    difference: passed
      ? undefined
      : describeDifference(plain ?? expected, plain === undefined ? actual : withoutTokens(actual)),
  }
}

/** Does the reference program itself give what the case says? Otherwise there is nothing to compare with. */
export const isDecided = (item: Case): boolean => item['oracleAgrees'] !== false || item['oracleHtml'] !== undefined
