// SQF, the scripts of Arma.

import { type Action, byWord, defineLexer, longWordSet, wordSet } from '../grammar.ts'
import words from './sqf-words.json' with { type: 'json' }

const KINDS = {
  ow: wordSet('and or not'),
  kd: wordSet('private param params'),
  kr: wordSet('if then else exitwith switch do case default while for from to step foreach'),
  kc: wordSet(`true false player confignull controlnull displaynull grpnull locationnull netobjnull objnull scriptnull tasknull
    teammembernull`),
  kn: wordSet('currentnamespace missionnamespace parsingnamespace profilenamespace uinamespace'),
  nf: longWordSet(`${words.commands.join(' ')} diag_activemissionfsms diag_activesqfscripts diag_activesqsscripts
    diag_activescripts diag_captureframe diag_captureframetofile diag_captureslowframe diag_codeperformance diag_drawmode
    diag_enable diag_enabled diag_fps diag_fpsmin diag_frameno diag_lightnewload diag_list diag_log diag_logslowframe
    diag_mergeconfigfile diag_recordturretlimits diag_setlightnew diag_ticktime diag_toggle`),
}

const fold = (word: string): string => word.toLowerCase()
const local = byWord(KINDS, 'nv', fold)
const global = byWord(KINDS, 'vg', fold)

// quirk(rouge): an underscore anywhere but at the end makes a variable local.
const named: Action = (scan, match) => (/_./.test(match[0]) ? local : global)(scan, match)

export const createSqfLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/\/\/.*/, 'c1'],
      [/#(?:define|undef|ifn?def|else|endif|include)/, 'cp'],
      [/\\\r?\n/, 'cp'],
      [/__(?:EVAL|EXEC|LINE__|FILE__)/, 'nb'],
      [/"[^"\n]*"/, 's'],
      [/'[^'\n]*'/, 's'],
      [/(?:\$|0x)[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+\.?(?:e[0-9]+)?/, 'mf'],
      [/[!%&*+\-/<=>^|#]/, 'o'],
      [/[(){}[\],:;]/, 'p'],
      [/[a-zA-Z0-9_]+/, named],
    ],
  },
}))
