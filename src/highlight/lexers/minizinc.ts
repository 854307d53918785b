// MiniZinc, the language of constraint models.

import { byWord, defineLexer, quotedText, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet(`ann annotation any constraint else endif for forall function if include list maximize minimize
  of op output par predicate record satisfy solve test then type var where`)
const TYPES = wordSet('array bool enum float int set string tuple')
const FUNCTIONS = wordSet(`abort abs acosh array1d array2d array3d array4d array5d array6d array_intersect array_union
  asin assert atan bool2int card ceil concat cos cosh dom dom_array dom_size exp fix floor index_set index_set_1of2
  index_set_1of3 index_set_2of2 index_set_2of3 index_set_3of3 int2float is_fixed join lb lb_array length ln log log10
  log2 max min pow product round set2array show show_float show_int sin sinh sqrt sum tan tanh trace ub ub_array`)
const OPERATORS = wordSet('diff in intersect subset superset symdiff union')

export const createMinizincLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+|\\\n/, 'w'],
      [/%.*/, 'c1'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
      [quotedText('"'), 's'],
      [/not|xor|div|mod|\\\/?|\/\\?|!=|\.\.|[-+*<=>]/, 'o'],
      [/[|()[\]{},:;]/, 'p'],
      [/(?:true|false)\b/, 'kc'],
      [/\d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)?/, 'm'],
      [/[$a-zA-Z_]\w*/, byWord({ k: KEYWORDS, kt: TYPES, nb: FUNCTIONS, o: OPERATORS }, 'nx')],
    ],
  },
}))
