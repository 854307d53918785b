// Mason's templates: Perl, with HTML around it.

import { defineLexer, include, pattern, type Rule } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'

const PERL_BLOCKS = '(?:args|flags|attr|init|once|shared|perl|cleanup|filter)'

const SPACE: Rule = [/\s+/, 'w']
const COMMENT: Rule = [/^#.*/, 'c']

const defineMason = (find: FindLexer): (() => Lexer) => {
  const embedded = embed(find)
  const html = embedded.lex('html')
  const perl = embedded.lex('perl')
  const perlOfLine = embedded.lex('perl', 1)
  return defineLexer({
    start: embedded.start,
    states: {
      root: [
        SPACE,
        [/<%(?:text|doc)>/i, 'cp', 'text'],
        [pattern(`<%${PERL_BLOCKS}>`, 'i'), 'cp', 'perl'],
        [/(<%(?:def|method))([^>]*)(>)/i, ['cp', 'n', 'cp'], 'component'],
        [
          /^%(.*)/,
          (scan, match) => {
            scan.emit('cp', '%')
            perlOfLine(scan, match)
          },
        ],
        [/<%/, 'cp', 'expression'],
        [/<&\|/, 'cp', ['content', 'call']],
        [/<&/, 'cp', 'call'],
        [/[\s\S]+?(?=<\/?[&%]|^[%#])|[\s\S]+/, html],
      ],
      perl: [
        [pattern(`</%${PERL_BLOCKS}>`, 'i'), 'cp', '#pop'],
        SPACE,
        COMMENT,
        [/[\s\S]*?[^"](?=<\/%)/, perl],
        [/(?:)/, '', '#goto:perlEnd'],
      ],
      // Where no further end of a block stands behind Perl.
      perlEnd: [[pattern(`</%${PERL_BLOCKS}>`, 'i'), 'cp', '#pop'], SPACE, COMMENT],
      text: [
        [/<\/%(?:text|doc)>/i, 'cp', '#pop'],
        SPACE,
        COMMENT,
        [/[\s\S]*?[^"](?=<\/%)/, 'c'],
        [/(?:)/, '', '#goto:textEnd'],
      ],
      textEnd: [[/<\/%(?:text|doc)>/i, 'cp', '#pop'], SPACE, COMMENT],
      component: [[/<\/%(?:def|method)>/i, 'cp', '#pop'], SPACE, COMMENT, include('root')],
      content: [[/<\/&>/, 'cp', '#pop'], include('root')],
      call: [
        [/&>/, 'cp', '#pop'],
        [/[\s\S]*?(?=&>)/, perl],
        [/[\s\S]+/, 'err'],
      ],
      expression: [
        [/%>/, 'cp', '#pop'],
        [/[\s\S]*?(?=%>)/, perl],
        [/[\s\S]+/, 'err'],
      ],
    },
  })
}

export const createMasonLexer = (_: unknown, find: FindLexer): Lexer => defineMason(find)()
