// Smarty's templates, with HTML around them.

import { byWord, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'
import { delimited } from './quotes.ts'

const BUILTINS =
  wordSet(`append assign block call capture config_load debug extends for foreach foreachelse break continue
  function if elseif else include include_php insert ldelim rdelim literal nocache php section sectionelse setfilter strip while
  counter cycle eval fetch html_checkboxes html_image html_options html_radios html_select_date html_select_time html_table
  mailto math textformat capitalize cat count_characters count_paragraphs count_sentences count_words date_format default escape
  from_charset indent lower nl2br regex_replace replace spacify string_format strip_tags to_charset truncate unescape upper
  wordwrap`)

const TAG: Rule = [/\{\/?(?![\s*])/, 'k', 'tag']

const defineSmarty = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  const html = embedded.lex('html')
  return defineLexer({
    start: embedded.start,
    states: {
      root: [
        [/\{\s+/, html],
        [/\{\*[\s\S]*?\*\}/, 'c'],
        TAG,
        [/[\s\S]+?(?=\{[/a-zA-Z0-9$#*"'])/, html],
        [/[\s\S]+/, html],
      ],
      tag: [
        TAG,
        [/\}/, 'k', '#pop'],
        [/\s+/, ''],
        [/[~!%^&*()+=|[\]:;,.<>/@?-]/, 'o'],
        [/#[a-zA-Z_]\w*#/, 'nv'],
        [/\$[a-zA-Z_]\w*(?:\.\w+)*/, 'nv'],
        [/(?:true|false|null)\b/, 'kc'],
        [/[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?/, 'm'],
        [pattern(delimited('"', '"', '\\n')), 's2'],
        [pattern(delimited("'", "'", '\\n')), 's1'],
        [/[a-zA-Z_]\w*/, byWord({ nb: BUILTINS }, 'na')],
      ],
    },
  })
}

export const createSmartyLexer = (_: unknown, find: FindLexer): Lexer => defineSmarty(find)()
