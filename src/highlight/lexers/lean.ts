// Lean.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const KEYWORDS =
  wordSet(`#check #eval #print #reduce abbreviation add_rewrite alias assume axiom begin by calc calc_refl
  calc_subst calc_trans coercion conjecture constant constants context corollary def definition end example exit
  export expose exposing extends from fun have help hiding hott hypothesis import include including inductive infix
  infixl infixr inline instance irreducible lemma match namespace notation opaque opaque_hint open options parameter
  parameters postfix precedence prefix private protected reducible renaming repeat section set_option show
  tactic_hint theorem universe universes using variable variables with`)

export const createLeanLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s*--+\s+.*?$/, 'cd'],
      [/"/, 's', 'string'],
      [/\d+/, 'mi'],
      [/#?\w+/, byWord({ k: KEYWORDS, kt: wordSet('Prop Sort Type') }, 'n')],
      [/λ/, 'k'],
      [/:=?/, ''],
      [/\.[0-9]*/, 'o'],
      [/[-!#&*+/@`;<=>|~∀Π↔∧∨≠≤≥⊎¬⬝▸→∃ℕℤ≈×⌞⌟≡⟨⟩]|⁻¹/, 'o'],
      [/[\s(),[\]αβ‹›]+/, ''],
      [/./, 'err'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    escape: [[/[nrt"'\\]|x[\da-f]+/i, 'se', '#pop']],
  },
}))
