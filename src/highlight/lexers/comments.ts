// The insides of comments that several languages write alike, behind the sign that opens them.

import type { Rule } from '../grammar.ts'

/** `(* *)`, one within the other, in ML and what took it over. */
export const nestedComment = (kind: string): readonly Rule[] => [
  [/[^(*)]+/, kind],
  [/\(\*/, kind, '#push'],
  [/\*\)/, kind, '#pop'],
  [/[(*)]/, kind],
]

/** `<!-- -->` */
export const MARKUP_COMMENT: readonly Rule[] = [
  [/[^-]+/, 'c'],
  [/-->/, 'c', '#pop'],
  [/-/, 'c'],
]
