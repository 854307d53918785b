// Jinja and Twig: tags in braces, HTML around them.

import { type Action, byWord, defineLexer, emitGroups, pattern, type Rule, wordSet } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'
import { delimited } from './quotes.ts'

const JINJA = byWord(
  {
    k: wordSet(`as autoescape block call context do else endautoescape
  endblock endcall endfilter endfor endif endmacro endset endtrans endwith extends filter for from if ignore
  import include macro missing recursive reversed scoped set trans with without`),
    kp: wordSet('False None True false none true'),
    ow: wordSet('and in is not or'),
    nb: wordSet(`callable defined divisibleby equalto escaped even iterable
  lower mapping none number odd sameas sequence string undefined upper`),
  },
  'nv',
)

const TWIG = byWord(
  {
    k: wordSet(`as autoescape block do else embed endautoescape endblock
  endembed endfilter endfor endif endmacro ends endsandbox endset endspaceless extends filter flush for from if
  import include macro sandbox set spaceless starts use with without`),
    kp: wordSet('false none true'),
    ow: wordSet('and b-and b-or b-xor in is not or'),
    nb: wordSet(`constant defined divisibleby empty even iterable null odd
  sameas`),
  },
  'nv',
)

const VALUES: readonly Rule[] = [
  [/(\|\s*)(\w+)/, ['o', 'nf']],
  [pattern(delimited('"', '"', '\\n')), 's2'],
  [pattern(delimited("'", "'", '\\n')), 's1'],
  [/[-+*/=<>]|!=/, 'o'],
  [/[,[\]()]/, 'p'],
  [/\s+/, ''],
]

const untouched = (end: string): readonly Rule[] => [
  [pattern(`(\\{%-?)(\\s*)(${end})(\\s*)(-?%\\})`), ['cp', '', 'k', '', 'cp'], '#pop'],
  [/[^{]+/, ''],
  [/\{/, ''],
]

const beginUntouched: Action = (scan, match) => {
  emitGroups(scan, ['cp', '', 'k', '', 'cp'], match)
  scan.move(match[3] ?? '')
}

const defineJinja = (word: Action, find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  const html = embedded.lex('html')
  return defineLexer({
    start: embedded.start,
    states: {
      root: [
        [/\{#/, 'c', 'comment'],
        [/##.*/, 'c'],
        [/(\{%-?)(\s*)(raw|verbatim)(\s*)(-?%\})/, beginUntouched],
        [/\{%/, 'cp', 'statement'],
        [/\{\{/, 'cp', 'expression'],
        [/[\s\S]+?(?=\\|\{\{|\{%|\{#|##)|[\s\S]+/, html],
      ],
      comment: [
        [/[^#]+/, 'c'],
        [/#\}/, 'c', '#pop'],
        [/#/, 'c'],
      ],
      expression: [[/\w+\.?/, 'nv'], ...VALUES, [/%\}|\}\}/, 'cp', '#pop']],
      statement: [[/\w+\.?/, word], ...VALUES, [/%\}/, 'cp', '#pop']],
      raw: untouched('endraw'),
      verbatim: untouched('endverbatim'),
    },
  })
}

export const createJinjaLexer = (_: unknown, find: FindLexer): Lexer => defineJinja(JINJA, find)()

export const createTwigLexer = (_: unknown, find: FindLexer): Lexer => defineJinja(TWIG, find)()
