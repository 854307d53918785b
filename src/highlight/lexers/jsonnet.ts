// Jsonnet.

import { byWord, defineLexer, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet('self super local for in if then else import importstr error tailstrict assert')
const BUILTINS =
  wordSet(`acos asin atan ceil char codepoint cos exp exponent filter floor force length log makeArray mantissa
  objectFields objectHas pow sin sqrt tan thisFile type abs assertEqual escapeStringBash escapeStringDollars escapeStringJson
  escapeStringPython filterMap flattenArrays foldl foldr format join lines manifestIni manifestPython manifestPythonVars map max
  min mod range set setDiff setInter setMember setUnion sort split stringChars substr toString uniq`)
const WORDS = { k: KEYWORDS, kd: wordSet('function'), kc: wordSet('null true false'), nb: BUILTINS }

const ESCAPE: Rule = [/\\(?:u[0-9a-fA-F]{4}|.)/, 'se']

export const createJsonnetLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/(?:\/\/|#).*?$/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]\d+)?/i, 'mf'],
      [/-?(?:0|[1-9]\d*)(?:e[+-]\d+)?/i, 'mi'],
      [/[{}:.,;+[\]=%()]/, 'p'],
      [/"/, 's', 'doubleQuoted'],
      [/'/, 's', 'singleQuoted'],
      [/\|\|\|/, 's', 'block'],
      [/\$/, 'k'],
      [/[a-zA-Z_][a-zA-Z0-9_]*/, byWord(WORDS, 'nx')],
    ],
    doubleQuoted: [ESCAPE, [/"/, 's', '#pop'], [/[^\\"]+/, 's']],
    singleQuoted: [ESCAPE, [/'/, 's', '#pop'], [/[^\\']+/, 's']],
    block: [ESCAPE, [/\|\|\|/, 's', '#pop'], [/[^|\\]+|\|/, 's']],
  },
}))
