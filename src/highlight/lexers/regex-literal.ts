// Regular expressions between slashes, in JavaScript and what took them over from it. Who has them says what their closing slash does.

import type { Rule } from '../grammar.ts'

/** What stands between the slashes; classes are `regexClass`. */
export const REGEX_BODY: readonly Rule[] = [
  [/[^/]\n|\n/, 'err', '#pop'],
  [/\[\^?/, 'se', 'regexClass'],
  [/\\.|\(\?[:=<!]|\{[\d,]+\}|[()?]/, 'se'],
  [/./, 'sr'],
]

export const REGEX_CLASS: readonly Rule[] = [
  [/\//, 'se'],
  [/[^/]\n/, 'err', '#pop:2'],
  [/\]/, 'se', '#pop'],
  [/\\./, 'se'],
  [/./, 'sr'],
]
