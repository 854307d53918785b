// Hy, a Lisp inside of Python.

import { type Action, byWord, defineLexer, pattern, quotedText, wordSet } from '../grammar.ts'

const ID = '[\\w!$%*+,<=>?/.-]+'
const SYMBOL = '[\\w!#$%*+,<=>?/.-]+'

const KEYWORDS = wordSet(`False None True and as assert break class continue def del elif else except finally for from
  global if import in is lambda nonlocal not or pass raise return try`)
const BUILTINS =
  wordSet(`!= % %= & &= * ** **= *= *map + += , - -= -> ->> . / // //= /= < << <<= <= = > >= >> >>= @ @= ^
  ^= accumulate apply as-> assoc butlast calling-module-name car cdr chain coll? combinations comp complement compress
  cond cons cons? constantly count cut cycle dec defclass defmacro defmacro! defmacro/g! defmain defn defreader
  dict-comp disassemble dispatch-reader-macro distinct do doto drop drop-last drop-while empty? eval eval-and-compile
  eval-when-compile even? every? filter first flatten float? fn for* fraction genexpr gensym get group-by identity if*
  if-not if-python2 inc input instance? integer integer-char? integer? interleave interpose islice iterable? iterate
  iterator? juxt keyword keyword? last let lif lif-not list* list-comp macro-error macroexpand macroexpand-1 map
  merge-with multicombinations name neg? none? not-in not? nth numeric? odd? partition permutations pos? product
  quasiquote quote range read read-str reduce remove repeat repeatedly require rest second set-comp setv some string
  string? symbol? take take-nth take-while tee unless unquote unquote-splicing when with* with-decorator with-gensyms
  xor yield-from zero? zip zip-longest | |= ~`)

const WORDS = { k: KEYWORDS, nb: BUILTINS }
const named = byWord(WORDS, 'n')

const called: Action = (scan, [, open = '', space = '', name = '']) => {
  scan.emit('p', open)
  scan.emit('w', space)
  scan.emit(KEYWORDS.has(name) ? 'k' : BUILTINS.has(name) ? 'nb' : 'nf', name)
}

export const createHylangLexer = defineLexer(() => ({
  states: {
    root: [
      [/;.*?$/, 'c1'],
      [/\s+/, 'w'],
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+/, 'mi'],
      [quotedText('"'), 's'],
      [pattern(`'${SYMBOL}`), 'ss'],
      [pattern(`::?${SYMBOL}`), 'no'],
      [/\\./, 'sc'],
      [/~@|[`'#^~&@]/, 'o'],
      [pattern(`(\\()(\\s*)(${ID})`), called],
      [pattern(ID), named],
      [/[[\]{}()]/, 'p'],
    ],
  },
}))
