// Mosel, Xpress's language of optimization.

import { byWord, defineLexer, include, type Words, wordSet } from '../grammar.ts'
import { CORE_FUNCTIONS, JOBS_FUNCTIONS, KEYWORDS, SOLVER_FUNCTIONS, SYSTEM_FUNCTIONS } from './mosel-words.ts'

const TRUTH = wordSet('true false')
const OUTCOMES = wordSet('XPRS_INF XPRS_OPT XPRS_OTH XPRS_UNB XPRS_UNF')
const SOLVER_PARAMETERS = wordSet(`xprs_colorder xprs_enumduplpol xprs_enummaxsol xprs_enumsols xprs_fullversion
  xprs_loadnames xprs_probname xprs_problem xprs_verbose`)
const PARAMETERS = wordSet(`conntmpl datefmt datetimefmt defaultnode fsrvdelay fsrvnbiter fsrvport jobid keepalive
  monthnames nodenumber parentnumber sys_endparse sys_fillchar sys_pid sys_qtype sys_regcache sys_sepchar`)

/** Any of these, of which some may be written in capitals too. */
const either = (asWritten: readonly Words[], folded: readonly Words[]): Words => ({
  has: (word) => asWritten.some((words) => words.has(word)) || folded.some((words) => words.has(word.toLowerCase())),
})

const WORDS = {
  k: either([], [KEYWORDS]),
  nb: either([CORE_FUNCTIONS], [TRUTH]),
  nf: either([SOLVER_FUNCTIONS], [SYSTEM_FUNCTIONS, JOBS_FUNCTIONS]),
  no: OUTCOMES,
  py: either([PARAMETERS], [SOLVER_PARAMETERS]),
}

export const createMoselLexer = defineLexer(() => ({
  states: {
    root: [
      [/\(![\s\S]*?!\)/, 'cm'],
      // Where no comment ends any more, none begins.
      [/\((?=!)/, 'p', '#goto:uncommented'],
      include('uncommented'),
    ],
    uncommented: [
      [/\s+/, ''],
      [/!.*\n?/, 'c1'],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      [/(?:0[xX][0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?:UL|ul|ULL|[LluUFf])?/, 'm'],
      [/[~!@#$%^&*()+`\-={}[\]:;<>?,./|\\]/, 'p'],
      [/[a-zA-Z_]\w*\b/, byWord(WORDS, 'n')],
      // A name that goes on beyond ASCII.
      [/[a-zA-Z_]\w*/, 'n'],
    ],
    single: [
      [/'/, 's1', '#pop'],
      [/[^']+/, 's1'],
    ],
    double: [
      [/"/, 's2', '#pop'],
      [/\\(?:["abfnrtv\\]|[0-7]{1,3}[^0-9])/, 'se'],
      [/[^"\\]+|\\/, 's2'],
    ],
  },
}))
