// q, the language of kdb+.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet('by delete do exec from if select update while')
const OPERATORS =
  wordSet(`and asof bin binr cor cov cross cut div each ej except fby ij in insert inter like lj ljf mavg
  mcount mdev mmax mmin mmu mod msum or over peach pj prior scan scov setenv ss sublist sv uj union upsert vs wavg where
  within wsum xasc xbar xcol xcols xdesc xexp xgroup xkey xlog xprev xrank`)
const FUNCTIONS = wordSet(`count desc dev differ distinct dsave enlist eval exit exp fills first fkeys flip floor get
  getenv group gtime hclose hcount hdel hopen hsym iasc idesc inv key keys last load log lsq ltime ltrim max maxs md5
  med meta min mins neg next parse plist prd prds prev rand rank ratios raze read0 read1 reciprocal reverse rload
  rotate rsave rtrim save sdev set show signum sin sqrt ssr string sum sums svar system tables tan til trim txf type
  ungroup value var view views wj wj1 ww`)

const named = byWord(
  { k: KEYWORDS, ow: OPERATORS, nb: FUNCTIONS, no: { has: (name) => /^\.[zQqho]\./.test(name) } },
  'n',
)

export const createQLexer = defineLexer(() => ({
  states: {
    root: [
      [/#!.*?$/, 'cp', 'top'],
      [/(?:)/, '', 'top'],
    ],
    top: [
      [/^[ \t\r]+.*$/, 'cs'],
      [/\n+/, ''],
      [/(?:)/, '', 'base'],
    ],
    base: [
      [/\n+/, ''],
      [/^.\)/, 'kd'],
      [/\.?[a-z][a-z0-9_.]*/i, named],
      [/\s+\/.*/, 'c1'],
      [/[ \t\r]+/, 'w'],
      [/^\/$[\s\S]*?^\\$/, 'cm'],
      [/^\/.*(?:\n[^\S\n]+.*)*/, 'cm'],
      [/^\\$/, 'c', 'bottom'],
      [/^\\\\\s+/, 'k', 'bottom'],
      [/"/, 's', 'string'],
      [/(?:\d+D|\d{4}\.[01]\d\.[0123]\d[DT])(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|(?:[012]\d)?)[zpn]?\b/, 'ld'],
      [/[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?[uvtpn]?\b/, 'ld'],
      [/\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b/, 'ld'],
      [/0[nNwW][hijefcpmdznuvt]?/, 'kc'],
      [/'|\/:|\\:|':|\\|\/|0:|1:|2:/, 'o'],
      [/(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+)?[ef]?/, 'mf'],
      [/\d+e[+-]?\d+[ef]?|\d+[ef]/, 'mf'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/[01]+b/, 'mb'],
      [/[0-9]+[hij]?/, 'mi'],
      [/`:[:a-z0-9._/]*|`(?:[a-z0-9.][:a-z0-9._]*)?/i, 'ss'],
      [/<=|>=|<>|::|[?:$%&|@._#*^\-+~,!><=]:?/, 'o'],
      [/[{}[\]();]/, 'p'],
    ],
    string: [
      [/\\"/, 's'],
      [/"/, 's', '#pop'],
      [/\\(?:[\\nr]|[01][0-7]{2})/, 'se'],
      [/[^\\"\n]+|\\/, 's'],
    ],
    bottom: [[/[\s\S]+/, 'cm']],
  },
}))
