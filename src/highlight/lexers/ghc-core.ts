// GHC Core, as the compiler of Haskell dumps it.

import { type Action, defineLexer } from '../grammar.ts'

// quirk(rouge): the module's name stands there once more, as punctuation.
const module: Action = (scan, match) => {
  scan.emit('nn', match[0])
  scan.emit('p', match[1] ?? '')
}

export const createGhcCoreLexer = defineLexer(() => ({
  states: {
    root: [
      [/^=====.*=====$/, 'gh'],
      [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$/, 'c1'],
      [/^Result size of .+\n.+\{[^}]*\}/, 'cm'],
      [/--.*/, 'c1'],
      [/\[/, 'cs', 'annotation'],
      [/(Rec)(\s*)(\{)/, ['k', '', 'p']],
      [/^(end)(\s*)(Rec)(\s*)(\})/, ['k', '', 'k', '', 'p']],
      [/^"[^"]*"/, 'nl', 'expression'],
      // Where nothing of that kind follows, no part of the word is tried.
      [/^(?=\S[\s\S]*?(?:=|::))\S+(?=[\s\S]*?(?:=|::))/, 'nf', 'expression'],
      [/\s/, ''],
      [/./, ''],
    ],
    expression: [
      [/\n+/, ''],
      [/(?=\S)/, '', '#pop'],
      [/\s+/, '', 'line'],
    ],
    line: [
      [/ /, ''],
      [/\[[^=]*\]/, 'kt'],
      [/\[/, 'cs', 'annotation'],
      [/\d+\.\d+#{0,2}/, 'mf'],
      [/\d+#{0,2}/, 'mi'],
      [/".*"#/, 's'],
      [/'.'#/, 'sc'],
      [/__DEFAULT/, 'no'],
      [/[.,(){};]/, 'p'],
      [/=>|->|::|=/, 'o'],
      [/forall|case|of|letrec|let|join/, 'k'],
      [/[@\\]/, 'o'],
      [/^([A-Z]\w*)\./, module],
      [/[A-Z][^\s.,(){}]*/, 'kt'],
      // A package with its version. The digits are looked at from their first one on, once.
      [/([a-z].*?(?<!\d)\d+\.\d+\.\d+)(:)(?=\S)/, ['nn', 'p']],
      [/\S*\(,\)\S*/, 'nv'],
      [/\S[^\s.,(){}]*/, 'nv'],
      [/\n/, '', '#pop'],
    ],
    annotation: [
      [/\]/, 'cs', '#pop'],
      [/\[/, 'cs', '#push'],
      [/[^[\]]+/, 'cs'],
    ],
  },
}))
