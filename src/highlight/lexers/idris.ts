// Idris.

import { anyOf, defineLexer, pattern, type Rule } from '../grammar.ts'
import { HASKELL_STATES } from './haskell.ts'

const RESERVED = anyOf(`_ data class instance namespace infix[lr]? let where of with type do if then else case in`)
const PRELUDE = anyOf(`abs acos all and any asin atan atan2 break ceiling compare concat concatMap const cos cosh curry
  cycle div drop dropWhile elem encodeFloat enumFrom enumFromThen enumFromThenTo enumFromTo exp fail filter flip floor
  foldl foldl1 foldr foldr1 fromInteger fst gcd getChar getLine head id init iterate last lcm length lines log lookup
  map max maxBound maximum maybe min minBound minimum mod negate not null or pi pred print product putChar putStr
  putStrLn readFile recip repeat replicate return reverse scanl scanl1 sequence sequence_ show sin sinh snd span
  splitAt sqrt succ sum tail take takeWhile tan tanh uncurry unlines unwords unzip unzip3 words writeFile zip zip3
  zipWith zipWith3`)
const TYPES = anyOf(`Type Exists World IO IntTy FTy File Mode Dec Bool Ordering Either IsJust List Maybe Nat Stream
  StrM Not Lazy Inf`)
const CLASSES = anyOf(`Eq Ord Num MinBound MaxBound Integral Applicative Alternative Cast Foldable Functor Monad
  Traversable Uninhabited Semigroup Monoid`)

const BASIC: readonly Rule[] = [
  [/\s+/, ''],
  [/\{-#/, 'cp', 'pragma'],
  [/\{-/, 'cm', 'comment'],
  [/^\|\|\|.*$/, 'cd'],
  [/--(?![!#$%&*+./<=>?@^|_~]).*?$/, 'c1'],
]

export const createIdrisLexer = defineLexer(() => ({
  states: {
    ...HASKELL_STATES,
    root: [
      ...BASIC,
      [/%default\s+(?:total|partial)/, 'k'],
      [/%access\s+(?:public|abstract|private|export)/, 'k'],
      [/%language\s+.*/, 'k'],
      [/%provide(?:\s*\n|\s).*\s+with\s+/, 'k'],
      [/import\b/, 'kr', 'import'],
      [/module\b/, 'kr', 'module'],
      [pattern(`(?:${RESERVED})\\b`), 'kr'],
      [/(?:Just|Nothing|Left|Right|True|False|LT|LTE|EQ|GT|GTE)\b/, 'kc'],
      [/^[\w']+\s*:/, 'nf'],
      [pattern(`(?:${TYPES})\\s`), 'kt'],
      [pattern(`(?:${CLASSES})\\s`), 'nc'],
      [pattern(`(?:${PRELUDE})[ ]+(?![=:-])`), 'nb'],
      [/[_a-z][\w']*/, 'n'],
      [/[A-Z][\w']*/, 'kt'],
      [/\\(?![:!#$%&*+.\\/<=>?@^|~-]+)/, 'nf'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\d+(?:\.\d+)?(?:e[+-]?\d+)?/i, 'mf'],
      [/'/, 'sc', 'character'],
      [/"/, 's', 'string'],
      [/\[\s*\]/, 'kt'],
      [/\(\s*\)/, 'nb'],
      [/(\[)([_a-z][\w']*)(\|)/, ['o', 'n', 'o'], 'quasiquotation'],
      [/[[\](),;`{}]/, 'p'],
    ],
    import: [
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)/, ['nn', '', 'k', '', 'n'], '#pop'],
      [/([A-Z][\w.]*)(\s+)(\()/, ['nn', '', 'p'], '#goto:names'],
      [/[\w.]+/, 'nn', '#pop'],
    ],
    module: [
      [/\s+/, ''],
      [/[A-Z][\w.]*/, 'nn', '#pop'],
    ],
    names: [
      ...BASIC,
      [/[A-Z]\w*/, 'kt'],
      [/_[\w']+|[a-z][\w']*/, 'nf'],
      [/,/, 'p'],
      [/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'],
      [/\(/, 'p', '#push'],
      [/\)/, 'p', '#pop'],
    ],
  },
}))
