// quirk(jekyll): numbers, nil, booleans and times print as ASCII text in Ruby, and a joined text takes the encoding of its first piece. So
// a page that begins with such a value and has nothing but ASCII in it stays ASCII, and kramdown writes its typographic characters as
// references.
import type { Engine, Globals } from '../liquid/index.ts'

const FIRST_OUTPUT = /^\{\{-?([\s\S]*?)-?\}\}/
// What these make of such a value stays ASCII, although it is a text.
const LAST_TEXT_FILTER =
  /\|\s*(?:downcase|upcase|capitalize|escape|h|escape_once|url_encode|[lr]?strip|strip_html|strip_newlines|newline_to_br|slice|truncate|truncatewords|append|remove|remove_first|replace|replace_first|xml_escape|normalize_whitespace|smartify|markdownify)\s*(?::(?:[^|"']|"[^"]*"|'[^']*')*)?$/
const ASCII = /^[\0-\x7f]*$/
// Texts, lists, hashes and objects keep the source's own encoding.
const OTHER_KINDS = /^(?:&quot;|\[|\{|#|$)/

// A longer chain of filters nobody writes, and each is looked at anew.
const LONGEST = 2000

const withoutTextFilters = (markup: string): string => {
  const shorter = markup.replace(LAST_TEXT_FILTER, '').trimEnd()
  return shorter === markup ? markup : withoutTextFilters(shorter)
}

/** Does a template's output count as ASCII? `source` is the template, `output` what it gave with `globals`. */
export const countsAsAscii = (source: string, output: string, engine: Engine, globals: Globals): boolean => {
  const first = FIRST_OUTPUT.exec(source)
  if (!first || first[0].length > LONGEST || !ASCII.test(output)) return false
  try {
    const probe = engine.parse(`{{ ${withoutTextFilters((first[1] ?? '').trimEnd())} | inspect }}`, {
      path: '(probe)',
      line: 1,
    })
    return !OTHER_KINDS.test(engine.render(probe, globals).output)
  } catch {
    return false // what cannot be looked at again is a text
  }
}
