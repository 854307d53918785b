// PostScript.

import { anyOf, defineLexer, pattern, type Rule } from '../grammar.ts'

// quirk(rouge): a name or a number at the very end of a text is none, since nothing ends it there.
const END = '(?=[()<>[\\]{}/%\\s])'
const NAME = `[^()<>[\\]{}/%\\s]+${END}`
const NUMBER = '(?:[0-9]+\\.?|[0-9]*\\.[0-9]+|[0-9]+\\.[0-9]*)(?:[eE][0-9]+)?'

const OPERATORS =
  anyOf(`abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix
  copy cos currentlinewidth currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict dictstackoverflow div
  dtransform dup end exch exec exit exp fill findfont floor get getinterval grestore gsave identmatrix idiv
  idtransform index invertmatrix itransform length lineto ln load log loop matrix mod moveto mul neg newpath
  pathforall pathbbox pop print pstack put quit rand rangecheck rcurveto repeat restore rlineto rmoveto roll rotate
  round run save scale scalefont setdash setfont setgray setlinecap setlinejoin setlinewidth setmatrix setrgbcolor
  shfill show showpage sin sqrt stack stringwidth stroke strokepath sub syntaxerror transform translate truncate
  typecheck undefined undefinedfilename undefinedresult`)

const ended = (source: string, kind: string): Rule => [pattern(`(?:${source})${END}`), kind]

export const createPostscriptLexer = defineLexer(() => ({
  states: {
    root: [
      [/[^()<>[\]{}/%\s]+(?![\s\S])/, 'err'],
      [/^%!.+?$/, 'cp'],
      [/%%.*?$/, 'cs'],
      [/%.*?$/, 'c1'],
      [/\(/, 's', 'string'],
      [pattern(`/${NAME}`), 'nv'],
      [/[{}<>[\]]/, 'p'],
      ended(OPERATORS, 'nb'),
      ended('eq|ne|g[et]|l[et]|and|or|not|if(?:else)?|for(?:all)?', 'kr'),
      ended('false|true', 'kc'),
      ended(`[0-9]+#[-+]?${NUMBER}`, 'mo'),
      ended(`[-+]?${NUMBER}`, 'mf'),
      [pattern(NAME), 'nf'],
      [/\s+/, ''],
    ],
    string: [
      [/[^()\\]+/, 's'],
      [/\\/, 'se', 'escape'],
      [/\(/, 's', '#push'],
      [/\)/, 's', '#pop'],
    ],
    escape: [[/[0-8]{3}|[nrtbf\\()]/, 'se', '#pop']],
  },
}))
