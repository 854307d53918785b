// ISBL, whose words may be Russian or English.

import { type Action, byWord, defineLexer, include, LEAVE, longWordSet, wordSet } from '../grammar.ts'
import words from './isbl-words.json' with { type: 'json' }

const KEYWORDS = wordSet(`and и else иначе endexcept endfinally endforeach конецвсе endif конецесли endwhile конецпока
  except exitfor finally foreach все if если in в not не or или try while пока`)
const CONSTANTS = longWordSet(words.constants.join(' '))
const INTERFACES = longWordSet(words.interfaces.join(' '))
const GLOBALS = longWordSet(words.globals.join(' '))

const fold = (word: string): string => word.toLowerCase()
const named = byWord({ k: KEYWORDS, nb: CONSTANTS, vg: GLOBALS }, 'nv', fold)
const typed = byWord({ kt: INTERFACES }, 'n', fold)

const member: Action = (scan, match) => {
  const other = scan.stack.includes('type') ? 'kt' : 'n'
  scan.emit(CONSTANTS.has(fold(match[0])) ? 'nb' : other, match[0])
}

export const createIsblLexer = defineLexer(() => ({
  states: {
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
    ],
    root: [
      include('space'),
      [/:/, 'p', 'type'],
      [/[.]/, 'p', 'member'],
      [/[[\]();]/, 'p'],
      [/[&*+=<>/-]/, 'o'],
      [/[a-zа-яё_][a-zа-яё_0-9]*(?=[(])/iu, 'nf'],
      [/[a-zа-яё_!][a-zа-яё_0-9]*/iu, named],
      [/\d+(?:\.\d+)?\b/, 'm'],
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
    ],
    member: [include('space'), [/[a-zа-яё_0-9]+/iu, member, '#pop']],
    type: [include('space'), [/[a-zа-яё_0-9]+/iu, typed, '#pop'], [/[.]/, 'p', 'member'], LEAVE],
  },
}))
