// Scheme and Racket. The first name behind an opening bracket is what is called.

import { byWord, defineLexer, pattern, type Rule, type Words, wordSet } from '../grammar.ts'
import { delimited } from './quotes.ts'

const KEYWORDS = wordSet(`=> and begin case cond define define-syntax delay do else if
  lambda let let* let-syntax letrec letrec-syntax or quasiquote quote set! syntax-rules unquote unquote-splicing`)
const BUILTINS = wordSet(`* + - / < <= = > >= abs acos angle append apply asin assoc
  assq assv atan boolean? caaaar caaadr caaar caadar caaddr caadr caar cadaar cadadr cadar caddar cadddr caddr
  cadr call-with-current-continuation call-with-input-file call-with-output-file call-with-values call/cc car
  cdaaar cdaadr cdaar cdadar cdaddr cdadr cdar cddaar cddadr cddar cdddar cddddr cdddr cddr cdr ceiling
  char->integer char-alphabetic? char-ci<=? char-ci<? char-ci=? char-ci>=? char-ci>? char-downcase
  char-lower-case? char-numeric? char-ready? char-upcase char-upper-case? char-whitespace? char<=? char<? char=?
  char>=? char>? char? close-input-port close-output-port complex? cons cos current-input-port current-output-port
  denominator display dynamic-wind eof-object? eq? equal? eqv? eval even? exact->inexact exact? exp expt floor
  for-each force gcd imag-part inexact->exact inexact? input-port? integer->char integer? interaction-environment
  lcm length list list->string list->vector list-ref list-tail list? load log magnitude make-polar
  make-rectangular make-string make-vector map max member memq memv min modulo negative? newline not
  null-environment null? number->string number? numerator odd? open-input-file open-output-file output-port? pair?
  peek-char port? positive? procedure? quotient rational? rationalize read read-char real-part real? remainder
  reverse round scheme-report-environment set-car! set-cdr! sin sqrt string string->list string->number
  string->symbol string-append string-ci<=? string-ci<? string-ci=? string-ci>=? string-ci>? string-copy
  string-fill! string-length string-ref string-set! string<=? string<? string=? string>=? string>? string?
  substring symbol->string symbol? tan transcript-off transcript-on truncate values vector vector->list
  vector-fill! vector-length vector-ref vector-set! vector? with-input-from-file with-output-to-file write
  write-char zero?`)
const ID = '[a-zA-Z0-9!$%&*+,/:<=>?@^_~|-]+'

export const NUMBERS: readonly Rule[] = [
  [/-?\d+\.\d+/, 'mf'],
  [/-?\d+/, 'mi'],
]
export const SHARP_NUMBERS: readonly Rule[] = [
  [/#b[01]+/, 'mb'],
  [/#o[0-7]+/, 'mo'],
  [/#d[0-9]+/, 'mi'],
  [/#x[0-9a-f]+/i, 'mh'],
  [/#[ei][\d.]+/, 'mx'],
  [pattern(delimited('"')), 's'],
]
export const CHARACTER: Rule = [/#\\(?:[()/'"._!$%& ?=+-]|[a-z0-9]+)/i, 'sc']

/** What stands behind an opening bracket. */
export const called = (id: string, keywords: Words, builtins: Words): readonly Rule[] => [
  [pattern(id), byWord({ k: keywords, nb: builtins }, 'nf'), '#pop'],
  [/(?:)/, '', '#pop'],
]

export const createSchemeLexer = defineLexer(() => ({
  states: {
    root: [
      [/;.*$/, 'c1'],
      [/\s+/, ''],
      ...NUMBERS,
      [/[+-]inf[.][f0]/, 'm'],
      ...SHARP_NUMBERS,
      [pattern(`'${ID}`), 'ss'],
      CHARACTER,
      [/#t|#f/, 'no'],
      [/['#`.]|,@?/, 'o'],
      [/[([]/, 'p', 'called'],
      [/[)\]]/, 'p'],
      [pattern(ID), 'nv'],
    ],
    called: called(ID, KEYWORDS, BUILTINS),
  },
}))
