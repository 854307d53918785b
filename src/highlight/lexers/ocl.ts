// OCL, the constraints of UML.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const OPERATORS = wordSet('and implies not or xor')
const TYPES =
  wordSet(`Bag Boolean Collection Integer OclInvalid OclMessage OclState OclVoid OrderedSet Real Sequence Set
  String Tuple TupleType UnlimitedNatural`)
const KEYWORDS = wordSet(
  `body context def derive else endif endpackage if import in init inv let package post pre then`,
)
const BUILTINS = wordSet('false invalid null result self true')
const FUNCTIONS = wordSet(`allInstances any append asBag asOrderedSet asSequence asSet at average characters closure
  collect collectNested concat conformsTo count div equalsIgnoreCase excludes excludesAll excluding exists first
  flatten floor forAll hasReturned includes includesAll including indexOf insertAt intersection isEmpty
  isOperationCallabs isSignalSent isUnique iterate last max min mod notEmpty oclAsSet oclAsType oclInState
  oclIsInvalid oclIsKindOf oclIsNew oclIsTypeOf oclIsUndefined oclLocale oclType one prepend product reject reverse
  round select selectByKind selectByType size sortedBy subOrderedSet subSequence substring sum
  symmetricDifferencecount toBoolean toInteger toLowerCase toReal toString toUpperCase union`)

export const createOclLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/--.*/, 'c1'],
      [/\d+/, 'mi'],
      [/'/, 's1', 'string'],
      [/[-|+*/<>=~!@#%&?^]/, 'o'],
      [/[;:()[\],.]/, 'p'],
      [/[a-zA-Z]\w*/, byWord({ o: OPERATORS, kd: TYPES, k: KEYWORDS, nb: BUILTINS, nf: FUNCTIONS }, 'n')],
    ],
    string: [
      [/\\./, 'se'],
      [/'/, 's1', '#pop'],
      [/[^\\']+/, 's1'],
    ],
  },
}))
