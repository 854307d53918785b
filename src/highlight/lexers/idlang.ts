// IDL, the language for data of many dimensions.

import { byWord, defineLexer, wordSet } from '../grammar.ts'
import { ROUTINES } from './idlang-words.ts'

const KEYWORDS = wordSet(`AND BEGIN BREAK CASE CONTINUE DO ELSE END ENDCASE ENDELSE ENDFOR ENDFOREACH ENDIF ENDREP
  ENDSWITCH ENDWHILE EQ FOR FOREACH GE GOTO GT IF INHERITS LE LT MOD NE NOT OF OR REPEAT RETURN STRUCT SWITCH THEN UNTIL
  WHILE XOR`)

export const createIdlangLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/;.*/, 'c1'],
      [/,\s*,/, 'err'],
      [/![_a-zA-Z]\w*/, 'vg'],
      [/[(),:&$]/, 'p'],
      [/[+-]?(?:(?:\d+\.\d*|\.\d+)(?:[de][+-]\d+)?|\d+[de][+-]\d+)(?:_(?:\d+|[_a-z]\w*))?/i, 'mf'],
      [/\d+(?:B|S|U|LL|L)?/i, 'mi'],
      [/"[0-7]+(?:B|O|U|LL|L)?/i, 'mo'],
      [/'[0-9A-F]+'X(?:B|S|US|ULL|UL|U|LL|L)?/i, 'mh'],
      [/(?:[_a-zA-Z]\w*_)?'/, 's1', 'singleString'],
      [/(?:[_a-zA-Z]\w*_)?"/, 's2', 'string'],
      [/##|#|&&|\|\||\/=|<=|>=|->|[@?]|[-+*/<=~^{}]/, 'o'],
      [/([_a-zA-Z]\w*)(\.)([^\s,]*)/, ['n', 'o', 'n']],
      [/(function|pro)((?:\s|\$\s)+)/i, ['k', 'w'], 'routine'],
      [
        /[_a-zA-Z]\w*/,
        byWord(
          { k: KEYWORDS, nd: wordSet('COMPILE_OPT'), kr: wordSet('COMMON FORWARD_FUNCTION'), nb: ROUTINES },
          'n',
          (word) => word.toUpperCase(),
        ),
      ],
    ],
    routine: [
      [/[_a-zA-Z]\w*/, 'nf'],
      [/\s+/, 'w'],
      [/:+|\$/, 'o'],
      [/;.*/, 'c1'],
      // Only a comma ends it; where none follows, all names are names of routines.
      [/,/, 'o', '#pop'],
    ],
    singleString: [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', '#pop'],
    ],
    string: [
      [/[^"]+/, 's2'],
      [/"/, 's2', '#pop'],
    ],
  },
}))
