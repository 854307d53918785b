// The whole language on one screen: the rules in the order in which they are asked, under kramdown's names. A plugin for markdown-it may
// add to them with `ruler.before`, `after` and `at`.

import { abbreviationDefinition } from './block/abbreviation.ts'
import { blankLine } from './block/blank-line.ts'
import { blockquote } from './block/blockquote.ts'
import { codeblock, codeblockFenced } from './block/codeblock.ts'
import { definitionList } from './block/definition-list.ts'
import { eobMarker } from './block/eob.ts'
import { blockExtensions } from './block/extensions.ts'
import { footnoteDefinition } from './block/footnote.ts'
import { atxHeader, atxHeaderGfm, setextHeader } from './block/header.ts'
import { horizontalRule } from './block/horizontal-rule.ts'
import { blockHtml } from './block/html.ts'
import { linkDefinition } from './block/link-definition.ts'
import { list } from './block/list.ts'
import { blockMath } from './block/math.ts'
import { paragraph } from './block/paragraph.ts'
import { plainContent } from './block/plain-content.ts'
import type { BlockRule } from './block/state.ts'
import { table } from './block/table.ts'
import { blocks, type CoreRule, finish, gfm, normalize, references, spans } from './core/passes.ts'
import { strikethrough } from './gfm/strikethrough.ts'
import { taskList } from './gfm/task-list.ts'
import { autolink } from './inline/autolink.ts'
import { codespan } from './inline/codespan.ts'
import type { InlineEntry } from './inline/dispatch.ts'
import { emphasis } from './inline/emphasis.ts'
import { escapedChars, escapedCharsGfm } from './inline/escaped-chars.ts'
import { spanExtensions } from './inline/extensions.ts'
import { footnoteMarker } from './inline/footnote.ts'
import { spanHtml } from './inline/html.ts'
import { htmlEntity } from './inline/html-entity.ts'
import { lineBreak } from './inline/line-break.ts'
import { link } from './inline/link.ts'
import { inlineMath } from './inline/math.ts'
import { smartQuotes } from './inline/smart-quotes.ts'
import { typographicSymbols } from './inline/typographic-symbol.ts'

/** 'all' is in every dialect but the last; 'kramdown' and 'gfm' are in the one only. 'smarty' is for Jekyll's `smartify`: quotes and dashes. */
export type Dialect = 'all' | 'kramdown' | 'gfm' | 'smarty'

export const BLOCK_RULES: readonly (readonly [name: string, dialect: Dialect, rule: BlockRule])[] = [
  ['blank_line', 'all', blankLine],
  ['codeblock', 'all', codeblock],
  ['codeblock_fenced', 'all', codeblockFenced],
  ['blockquote', 'all', blockquote],
  ['atx_header', 'kramdown', atxHeader],
  ['atx_header', 'gfm', atxHeaderGfm],
  ['horizontal_rule', 'all', horizontalRule],
  ['list', 'kramdown', list],
  ['list', 'gfm', taskList],
  ['definition_list', 'all', definitionList],
  ['block_html', 'all', blockHtml],
  ['setext_header', 'all', setextHeader],
  ['block_math', 'all', blockMath],
  ['table', 'all', table],
  ['footnote_definition', 'all', footnoteDefinition],
  ['link_definition', 'all', linkDefinition],
  ['abbrev_definition', 'all', abbreviationDefinition],
  ['block_extensions', 'all', blockExtensions],
  ['eob_marker', 'all', eobMarker],
  ['paragraph', 'all', paragraph],
  ['block_html', 'smarty', blockHtml],
  ['content', 'smarty', plainContent],
]

const entry = (name: string, starts: string, rule: InlineEntry['rule']): InlineEntry => ({ name, starts, rule })

export const INLINE_RULES: readonly (readonly [dialect: Dialect, entry: InlineEntry])[] = [
  ['all', entry('emphasis', '*_', emphasis)],
  ['all', entry('codespan', '`', codespan)],
  ['all', entry('autolink', '<', autolink)],
  ['all', entry('span_html', '<', spanHtml)],
  ['all', entry('footnote_marker', '[', footnoteMarker)],
  ['all', entry('link', '[!', link)],
  ['all', entry('smart_quotes', '"\'', smartQuotes)],
  ['all', entry('inline_math', '$', inlineMath)],
  ['all', entry('span_extensions', '{', spanExtensions)],
  ['all', entry('html_entity', '&', htmlEntity)],
  ['all', entry('typographic_syms', '-.\\< >', typographicSymbols)],
  ['all', entry('line_break', ' \\', lineBreak)],
  ['kramdown', entry('escaped_chars', '\\', escapedChars)],
  ['gfm', entry('escaped_chars', '\\', escapedCharsGfm)],
  ['gfm', entry('strikethrough_gfm', '~', strikethrough)],
  ['smarty', entry('smart_quotes', '"\'', smartQuotes)],
  ['smarty', entry('html_entity', '&', htmlEntity)],
  ['smarty', entry('typographic_syms', '-.\\< >', typographicSymbols)],
  ['smarty', entry('span_html', '<', spanHtml)],
]

export const CORE_RULES: readonly (readonly [name: string, rule: CoreRule])[] = [
  ['normalize', normalize],
  ['block', blocks],
  ['inline', spans],
  ['references', references],
  ['gfm', gfm],
  ['finish', finish],
]
