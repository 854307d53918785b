// Magik, Smallworld's language.

import { anyOf, defineLexer, pattern } from '../grammar.ts'

const KEYWORDS = anyOf(`_abstract _allresults _and _andif _block _catch _cf _class _clone _constant _continue _default
  _div _dynamic _elif _else _endblock _endcatch _endif _endlock _endloop _endmethod _endproc _endprotect _endtry _false
  _finally _for _gather _global _handling _if _import _is _isnt _iter _leave _local _lock _loop _loopbody _maybe _method
  _mod _not _optional _or _orif _over _package _pragma _primitive _private _proc _protect _protection _recursive _return
  _scatter _self _super _then _thisthread _throw _true _try _unset _when _while _with _xor`)

const NAME = '(?:[a-zA-Z0-9_!?]|\\\\.|\\|[^|\\n]*\\|)+'

export const createMagikLexer = defineLexer(() => ({
  states: {
    root: [
      [/##.*/, 'cd'],
      [/#.*/, 'c1'],
      [/(_method)(\s+)/, ['k', 'w'], 'method'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/"[^"\n]*"|'[^'\n]*'/, 's'],
      [pattern(`:${NAME}`), 'ss'],
      [pattern(`@\\s*${NAME}(?::${NAME})?`), 'nl'],
      [/%u[0-9a-z]{4}|%\S+/i, 'sc'],
      [/[0-9]+(?:r[0-9a-z]|[e&][+-]?[0-9]+|\.[0-9]+)*/i, 'm'],
      [pattern(`${NAME}(?::${NAME})?`), 'n'],
      [/[[\]{}().,;$]/, 'p'],
      [/<<|>>|[-~+/*%=&^<>]/, 'o'],
      [/\s+/, 'w'],
    ],
    // quirk(rouge): nothing but the name of a class and of its method is looked for, wherever it stands.
    method: [
      [pattern(`(${NAME})(\\.)(${NAME})`), ['nc', 'p', 'nf'], '#pop'],
      // What begins within such a run is no name either.
      [/(?:[a-zA-Z0-9_!?]|\\[^\\|\n])+/, 'err'],
      [pattern(`([\\\\|])(?!${NAME}\\.${NAME})\\1+`), 'err'],
    ],
  },
}))
