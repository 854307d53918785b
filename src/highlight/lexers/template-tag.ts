// Ember's components: JavaScript or TypeScript with templates.

import type { FindLexer, Lexer } from '../token.ts'
import { embed } from './embedded.ts'
import { defineScript, JAVASCRIPT, type ScriptDialect, TYPED_ROOT, TYPED_STATEMENT, TYPESCRIPT } from './javascript.ts'

const withTemplates =
  (dialect: ScriptDialect) =>
  (_: unknown, find: FindLexer): Lexer => {
    const embedded = embed(find)
    return defineScript({
      ...dialect,
      root: [[/(<)(template)(>)/, ['nt', 'k', 'nt'], 'handlebars'], ...dialect.root],
      markup: {
        initial: ['root'],
        start: embedded.start,
        operand: [],
        states: {
          handlebars: [
            [/(<\/)(template)(>)/, ['nt', 'k', 'nt'], '#pop'],
            [/[\s\S]+?(?=<\/template>)/, embedded.lex('handlebars')],
          ],
        },
      },
    })()
  }

export const createGjsLexer = withTemplates({ words: JAVASCRIPT, root: [], statement: [] })
export const createGtsLexer = withTemplates({ words: TYPESCRIPT, root: TYPED_ROOT, statement: TYPED_STATEMENT })
