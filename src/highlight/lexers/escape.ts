// Code of another language with pieces that are no code: `escape?lang=ruby&start=<%&end=%>`.

import type { Emit, Lexer, LexerFactory } from '../token.ts'

const plain: Lexer = { reset: () => {}, lex: (text, emit) => emit('', text) }

/** quirk(rouge): the signs around the pieces are lost. The pieces stand as mistakes, as they do in every formatter that does not let them through. */
export const createEscapeLexer: LexerFactory = (options, find) => {
  const start = options['start'] ?? '<!'
  const end = options['end'] ?? '!>'
  const lang = options['lang']
  const code = (lang === undefined ? undefined : find(lang)) ?? plain
  const lex = (text: string, emit: Emit): void => {
    let at = 0
    // Between two signs of nothing there would be nothing for ever.
    for (let from = start + end === '' ? -1 : text.indexOf(start); from >= 0; from = text.indexOf(start, at)) {
      code.lex(text.slice(at, from), emit)
      const to = text.indexOf(end, from + start.length)
      emit('err', text.slice(from + start.length, to < 0 ? text.length : to))
      if (to < 0) return
      at = to + end.length
    }
    code.lex(text.slice(at), emit)
  }
  return { reset: code.reset, lex }
}
