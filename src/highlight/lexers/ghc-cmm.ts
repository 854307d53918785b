// GHC Cmm, what the compiler of Haskell makes of a program before it becomes machine code.

import { type Action, defineLexer, type Grammar, include, type Pattern, pattern, type Rule } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const NAME = "(?!#[a-zA-Z])[\\w#$%']+"
// With the parentheses of tuples and the brackets of lists inside.
const LONG_NAME = "(?:[\\w#$%']|\\(\\)|\\(,\\)|\\[\\])*[\\w#$%']"
// quirk(rouge): what follows a star goes with it, so that a star before the last one may hide the end: it is one where nothing else fits.
const INSIDE = String.raw`/\*(?:[^*]|\*[^/])*`
const BLOCK = String.raw`${INSIDE}\*/`
const HIDDEN = String.raw`${INSIDE}\*\*/`
const BLANKS = String.raw`(?:\s|${BLOCK})*`

/**
 * Space and comments up to a target. quirk(rouge): a comment of one line reaches over as many lines as it takes until the target begins one.
 * Written so that no line can be read in two ways.
 */
const upTo = (target: string): string =>
  String.raw`(${BLANKS}(?:${HIDDEN}${BLANKS})?(?://[^\n]*\n${BLANKS}(?:(?!${target}|\s|${BLOCK})[^\n]*\n${BLANKS})*)?)(?=${target})`

// The same, not captured.
const reach = (target: string): string => upTo(target).replace('(', '(?:')

const written = (...parts: readonly string[]): Pattern => pattern(parts.join(''), '')

// Deeper than any code goes, and no depth for a stack.
const DEEPEST = 12
const levels: (() => Lexer)[] = []

const lexerAt = (level: number): (() => Lexer) => (levels[level] ??= defineLexer(() => grammarAt(level)))

/** Emits the groups in order, each as its kind; of kind `*` is what is lexed as code of its own. */
const groupsAt =
  (level: number) =>
  (...kinds: readonly string[]): Action =>
  (scan, match) => {
    for (const [index, kind] of kinds.entries()) {
      const text = match[index + 1] ?? ''
      if (kind !== '*') scan.emit(kind, text)
      else if (level >= DEEPEST || !/\S/.test(text)) scan.emit('', text)
      else lexerAt(level + 1)().lex(text, scan.emit)
    }
  }

const LITERALS: readonly Rule[] = [
  [/-?[0-9]+\.[0-9]+/, 'mf'],
  [/-?[0-9]+/, 'mi'],
  [/"/, 'dl', 'string'],
]
const OPERATORS: readonly Rule[] = [
  [/\.\./, 'o'],
  [/[+\-*/<>=!&|~]/, 'o'],
  [/[[\].{}:;,()]/, 'p'],
]
const COMMENTS: readonly Rule[] = [
  [/\/\/.*/, 'c1'],
  [/\(likely.*?\)/, 'c'],
  [/\/\*[\s\S]*?\*\//, 'cm'],
]
const FIELDS: readonly Rule[] = [
  [/(args|res|upd|label|rep|srt|arity|fun_type|arg_space|updfr_space)(:)/, ['py', 'p']],
  [/(stack_info)(:)/, ['ni', 'p']],
]

const keywords = (groups: (...kinds: readonly string[]) => Action): readonly Rule[] => [
  [/(const)(\s+)/, ['kc', '']],
  [/"/, 's2'],
  [/(switch)([^{]*)(\{)/, groups('k', '*', 'p')],
  [written('(arg|result)(?=[\\s/])', upTo('hints:'), '(hints)(:)'), groups('py', '*', 'py', 'p')],
  [written('(returns)', upTo('to'), '(to)'), groups('k', '*', 'k')],
  [written('(never)', upTo('returns'), '(returns)'), groups('k', '*', 'k')],
  [written('(return)', upTo('\\('), '(\\()'), groups('k', '*', 'p')],
  [
    written(
      '(if|else|goto|call|offset|import|jump|ccall|foreign|prim|case|unwind|export|reserve|push)',
      String.raw`(\s|//[^\n]*\n|${BLOCK}|${HIDDEN})`,
    ),
    groups('k', '*'),
  ],
  [written('(default)', upTo(':'), '(:)'), groups('k', '*', 'p')],
]

const types = (groups: (...kinds: readonly string[]) => Action): readonly Rule[] => [
  [written(NAME, '(?=\\[[^\\]])'), 'kt'],
  [written(NAME, '\\[\\]'), 'kt'],
  // A macro before a function is no type.
  [
    written(`(${NAME})(?=[\\s/])`, upTo(`${NAME}${reach('\\(')}`), `(${NAME})`, upTo('\\('), '(\\()'),
    groups('nl', '*', 'nf', '*', 'p'),
  ],
  [written(`(${NAME})(?=[\\s/])`, upTo(NAME), `(${NAME})`), groups('kt', '*', 'nl')],
]

const names = (groups: (...kinds: readonly string[]) => Action): readonly Rule[] => [
  [written('(::)', upTo('[A-Z]\\w'), '([A-Z]\\w+)'), groups('o', '*', 'kt')],
  [written(`<${NAME}>`), 'nb'],
  [written('(?:Sp|SpLim|Hp|HpLim|HpAlloc|BaseReg|CurrentNursery|CurrentTSO|R\\d{1,2}|gcptr)', `(?!${NAME})`), 'vg'],
  [written(`([A-Z]${NAME})(\\.)`), ['nn', 'p'], 'qualified'],
  [written(`(\`)(${NAME})(\`)`), ['p', 'nf', 'p']],
  [written('(?=', LONG_NAME, reach('[{(]'), ')'), '', 'function'],
  [/CLOSURE/, 'kt'],
  [written(LONG_NAME), 'nl'],
]

const grammarAt = (level: number): Grammar => {
  const groups = groupsAt(level)
  return {
    states: {
      root: [
        [/\s+/, ''],
        [/^=====.*=====$/, 'gh'],
        [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$/, 'c1'],
        [/(section)(\s+)/, ['k', ''], 'section'],
        [/#(?:include|endif|else|if)/, 'cp'],
        [written('(#define)', upTo(NAME), `(${NAME})`), groups('cp', '*', 'nl')],
        [/(\{ )(info_tbls)(:)/, ['p', 'ni', 'p'], 'tables'],
        ...COMMENTS,
        ...LITERALS,
        include('keywords'),
        ...types(groups),
        ...FIELDS,
        include('names'),
        ...OPERATORS,
        [/\\\n|./, ''],
      ],
      keywords: keywords(groups),
      names: names(groups),
      section: [
        [/"(?:data|cstring|text|rodata|relrodata|bss)"/, 'nb'],
        [/\{/, 'p', '#pop'],
        include('names'),
        ...OPERATORS,
        include('keywords'),
        [/\s+/, ''],
      ],
      tables: [
        [/\}/, 'p', '#pop'],
        [/\{/, 'p', '#push'],
        [/(?=label:)/, '', 'label'],
        [written(`(\\()(${LONG_NAME})(,)`), ['p', 'nl', 'p']],
        ...LITERALS,
        ...FIELDS,
        include('keywords'),
        ...OPERATORS,
        [written(NAME), ''],
        [/\s+/, ''],
      ],
      label: [...FIELDS, include('names'), include('keywords'), ...OPERATORS, [/[^\S\n]+/, ''], [/\n/, '', '#pop']],
      string: [
        [/\\./, 'se'],
        [/%./, 'ss'],
        [/"/, 'dl', '#pop'],
        [/./, 's'],
      ],
      // Behind the name of a module.
      qualified: [
        [written(`([A-Z]${NAME})(\\.)`), ['nn', 'p']],
        [written(`(${LONG_NAME})`, upTo('[{(]'), '([{(])'), groups('nf', '*', 'p'), '#pop'],
        [written(LONG_NAME), 'nl', '#pop'],
        [/(?=[\s\S])/, '', '#pop'],
      ],
      function: [
        [/INFO_TABLE(?:_FUN|_CONSTR|_SELECTOR|_RET)?/, 'nb'],
        [written(`%${NAME}`), 'nb'],
        [written(LONG_NAME), 'nf'],
        [/\s+/, ''],
        [/[({]/, 'p', '#pop'],
        ...COMMENTS,
      ],
    },
  }
}

export const createGhcCmmLexer = lexerAt(0)
