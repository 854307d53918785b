// Coq (now Rocq): sentences that a full stop ends, and proofs between `Proof.` and `Qed.`

import { type Action, byWord, defineLexer, pattern, type Rule, type Scan, wordSet } from '../grammar.ts'
import { nestedComment } from './comments.ts'

const ID = "(?:\\p{L}[\\p{L}\\p{N}_']*|_[\\p{L}\\p{N}_']+)"

const COMMANDS = wordSet(`About Admitted Arguments Check Class CoFixpoint CoInductive Compute Context Corollary Defined
  Definition End Eval Example Existing Export Fixpoint Global Goal Hint Immediate Import Include Inductive Infix
  Instance Lemma Local Ltac Module Monomorphic Notation Opaque Polymorphic Print Printing Proof Qed Record Remark
  Require Rewrite Search SearchAbout Section Theorem Transparent Universe Universes Variable Variables`)
const GALLINA = wordSet('Prop Set Type as else end forall fun if in let match return then')
const TACTICS = wordSet(`apply as at auto autorewrite beta cbn cbv clear compute constructor delta dependent destruct
  eapply eauto econstructor edestruct eexists erewrite etransitivity exfalso exists f_equal first fold generalize in
  induction injection instantiate intro intros inversion iota lazy native_compute red refine repeat revert rewrite
  setoid_rewrite simpl specialize split subst symmetry transitivity try unfold vm_compute with zeta`)
const CLOSING_TACTICS = wordSet('assumption congruence eassumption exact omega reflexivity solve')

const classified = byWord({ k: COMMANDS, kr: GALLINA, kp: TACTICS, ne: CLOSING_TACTICS }, 'no')

// A name waits in the memory until what follows tells whether it is a module's. quirk(rouge): so the last name of a text that ends with
// it is lost.
interface Waiting {
  name: RegExpExecArray | undefined
  isDotted: boolean
}

const waitingOf = (scan: Scan): Waiting => scan.memory['waiting'] as Waiting

const wait: Action = (scan, match) => {
  Object.assign(waitingOf(scan), { name: match, isDotted: false } satisfies Waiting)
}

const emitWaiting = (scan: Scan): void => {
  const waiting = waitingOf(scan)
  if (waiting.name === undefined) return
  if (waiting.isDotted) scan.emit('no', waiting.name[0])
  else classified(scan, waiting.name)
  waiting.name = undefined
}

const qualify: Action = (scan, match) => {
  const waiting = waitingOf(scan)
  scan.emit('nn', waiting.name?.[0] ?? '')
  scan.emit('p', '.')
  match[0] = match[1] ?? ''
  waiting.name = match
  waiting.isDotted = true
}

const endSentence: Action = (scan, match) => {
  emitWaiting(scan)
  scan.emit('pi', '.')
  scan.emit('w', match[1] ?? '')
}

const SPACE: Rule = [/\s+/, 'w']
const PLAIN: readonly Rule[] = [[/\(\*(?!\))/, 'c', 'comment'], SPACE]
const OPTIONS: readonly Rule[] = [
  [/(Module)(\s+)(Type)(\s+)/, ['k', 'w', 'k', 'w']],
  [
    /(Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)(?:(Polymorphism|All|Notations|Arguments|Universes|Implicit)(\s*))?(\.)/,
    ['k', 'w', 'k', 'w', 'k', 'w', 'pi'],
  ],
]
const BEGIN_PROOF: Rule = [/(Proof)(\s*)(\.)(\s+)/i, ['k', 'w', 'pi', 'w'], 'proof']
const NAME: Rule = [pattern(ID), wait, ['afterName', 'name']]

export const createCoqLexer = defineLexer(() => ({
  start: (memory) => {
    memory['waiting'] = { name: undefined, isDotted: false } satisfies Waiting
  },
  states: {
    root: [BEGIN_PROOF, ...PLAIN, ...OPTIONS, NAME],
    proof: [
      ...PLAIN,
      ...OPTIONS,
      BEGIN_PROOF,
      [/(Qed|Defined|Save|Admitted)(\s*)(\.)(\s+)/i, ['k', 'w', 'pi', 'w'], '#pop'],
      [/[-+*{}]/, 'p'],
      [/(!|all|par)(:)/, ['kp', 'p']],
      [/\d+/, 'mi', 'goals'],
      [pattern(`(\\[)(\\s*)(${ID})(\\s*)(\\])(\\s*)(:)`), ['p', 'w', 'no', 'w', 'p', 'w', 'p']],
      NAME,
    ],
    goals: [SPACE, [/(,)(\s*)(\d+)/, ['p', 'w', 'mi']], [/:/, 'p', '#pop']],
    name: [
      [pattern(`\\.(${ID})`), qualify],
      [/\.(\s+)/, endSentence, '#pop:2'],
      [/(?:)/, emitWaiting, '#pop'],
    ],
    afterName: [
      ...PLAIN,
      ...OPTIONS,
      [/:=|=>|;|:>|:|_/, 'p'],
      [pattern('->|/\\\\|\\\\/|[⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈λ]'), 'o'],
      [pattern(ID), wait, 'name'],
      [/\.(?=\s)/, 'pi', '#pop'],
      [/-?\d[\d_]*(?![\d_])(?:.[\d_]*(?![\d_]))?e[+-]?\d[\d_]*/i, 'mf'],
      [/-?\d[\d_]*/, 'mi'],
      [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
      [/'/, 'k'],
      [/"/, 's2', 'string'],
      [pattern(`[~?]${ID}`), 'nv'],
      [/`\{|[{}[\]()?|;,.]/, 'p'],
      [/[!@^|~#.%/]+/, 'o'],
      [pattern('[\\p{S}\\p{Pc}./:<=>\\-+*]+'), 'o'],
      [/./, 'err'],
    ],
    comment: nestedComment('c'),
    string: [
      [/[^"]+|""/, 's2'],
      [/"/, 's2', '#pop'],
    ],
  },
}))
