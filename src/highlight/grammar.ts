// The engine under the lexers: a stack of states, each an ordered list of rules; the first rule that matches at the
// current place wins. A grammar is plain data, so that a language reads as a table.
//
//   states: { root: [[/\d+/, 'mi'], [/"/, 's2', 'string'], include('space')], string: [[/"/, 's2', '#pop'], [/[^"]+/, 's2']] }
//
// `next` says what happens to the stack after a match: 'name' pushes a state, '#pop' and '#pop:2' leave states, '#push' enters
// the current one again, '#goto:name' replaces it, '#root' leaves all for `root`; a list does one after the other.
// `^`, `$` and `.` know one kind of line end, \n, as Rouge's patterns do. A character that no rule wants is an error token.

import { lazy } from '../util/lazy.ts'
import { type FirstCharacters, firstCharacters } from './first-characters.ts'
import { compileForAscii, compilePattern, isAsciiText, type Pattern } from './pattern.ts'
import type { Emit, Lexer } from './token.ts'

export { type Pattern, quotedOnLine, quotedText } from './pattern.ts'

export interface Scan {
  readonly stack: string[]
  readonly emit: Emit
  /** Where a language keeps what its rules must remember. */
  readonly memory: Record<string, unknown>
  readonly move: (next: string) => void
}

export type Action = (scan: Scan, match: RegExpExecArray) => void

export const pattern = (source: string, flags = 'u'): Pattern => ({ source, flags })

export type Rule = readonly [
  pattern: Pattern,
  kind: string | readonly string[] | Action,
  next?: string | readonly string[],
]
export interface Include {
  readonly include: string
}

export interface Grammar {
  readonly states: Readonly<Record<string, readonly (Rule | Include)[]>>
  /** The states entered at every reset, outermost first; `root` alone unless given. */
  readonly initial?: readonly string[]
  /** Makes the rules of a state whose name carries a parameter, such as a delimiter. */
  readonly derive?: (name: string) => readonly (Rule | Include)[]
  /** Sets `scan.memory` up; runs at every reset. */
  readonly start?: (memory: Record<string, unknown>) => void
}

export const include = (name: string): Include => ({ include: name })

/** Leaves a state in which no rule before this one matches. */
export const LEAVE: Rule = [/(?:)/, '', '#pop']

/** Emits a match's groups in order, each as its kind. */
export const emitGroups = (scan: Scan, kinds: readonly string[], match: RegExpExecArray): void => {
  for (const [index, kind] of kinds.entries()) scan.emit(kind, match[index + 1] ?? '')
}

/** Escapes one character for use inside a character class or on its own. */
export const escapePattern = (text: string): string => text.replace(/[\^$.*+?()[\]{}|\\/-]/g, '\\$&')

/** Words as alternatives, for use inside a pattern. */
export const anyOf = (words: string): string => words.trim().split(/\s+/).join('|')

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export type Words = Pick<ReadonlySet<string>, 'has'>

/** A long list of words, taken apart when first asked. */
export const longWordSet = (words: string): Words => {
  const set = lazy(() => wordSet(words))
  return { has: (word) => set().has(word) }
}

const asWritten = (word: string): string => word

/** Emits a word as the first kind whose words have it, as `other` where none has; `fold` is how the words are written there. */
export const byWord = (
  kinds: Readonly<Record<string, Words>>,
  other: string,
  fold: (word: string) => string = asWritten,
): Action => {
  const entries = Object.entries(kinds)
  return (scan, match) => {
    const word = fold(match[0])
    scan.emit(entries.find(([, words]) => words.has(word))?.[0] ?? other, match[0])
  }
}

interface CompiledRule {
  readonly pattern: RegExp
  readonly first: FirstCharacters
  readonly kind: string | readonly string[] | Action
  readonly next: readonly string[]
}

/** The rules of a state that can match at a character, by its code; the last one's are for all beyond ASCII. */
type Dispatch = (readonly CompiledRule[] | undefined)[]

interface CompiledState {
  readonly rules: readonly CompiledRule[]
  /** Filled as characters are met. */
  readonly dispatch: Dispatch
}

// As many matches of nothing are allowed in a row; then a character is given up as an error, so that no table can loop. Until something
// is matched again, each further match of nothing costs one.
const EMPTY_MATCHES = 5

const compileState = (grammar: Grammar, name: string, isAscii: boolean): CompiledRule[] =>
  (grammar.states[name] ?? grammar.derive?.(name) ?? []).flatMap((rule) => {
    if ('include' in rule) return compileState(grammar, rule.include, isAscii)
    const [written, kind, next] = rule
    const pattern = isAscii ? compileForAscii(written) : compilePattern(written)
    return [
      {
        pattern,
        first: firstCharacters(pattern),
        kind,
        next: next === undefined ? [] : typeof next === 'string' ? [next] : next,
      },
    ]
  })

const BEYOND_ASCII = 128

const rulesAt = ({ rules, dispatch }: CompiledState, code: number): readonly CompiledRule[] => {
  const place = Math.min(code, BEYOND_ASCII)
  let found = dispatch[place]
  if (!found) {
    found = place === BEYOND_ASCII ? rules : rules.filter(({ first }) => first[place] === 1)
    dispatch[place] = found
  }
  return found
}

const popStates = (stack: string[], count: number): void => {
  // quirk(rouge): leaving the outermost state is a mistake in a table; the stack keeps its first state.
  for (let left = count; left > 0 && stack.length > 1; left--) stack.pop()
}

const moveStack = (stack: string[], next: string): void => {
  if (next === '#pop') popStates(stack, 1)
  else if (next.charCodeAt(0) !== 35) stack.push(next)
  else if (next === '#push') stack.push(stack.at(-1) ?? 'root')
  else if (next === '#root') stack.splice(0, stack.length, 'root')
  else if (next.startsWith('#goto:')) stack[stack.length - 1] = next.slice(6)
  else if (next.startsWith('#pop')) popStates(stack, Number(next.slice(5)))
  else stack.push(next)
}

/** How long the rule's match at that place is; -1 where there is none. */
const tryRule = (scan: Scan, { pattern, kind, next }: CompiledRule, text: string, at: number): number => {
  pattern.lastIndex = at
  let end = at
  if (typeof kind === 'string') {
    if (!pattern.test(text)) return -1
    end = pattern.lastIndex
    scan.emit(kind, text.slice(at, end))
  } else {
    const match = pattern.exec(text)
    if (!match) return -1
    end = pattern.lastIndex
    if (typeof kind === 'function') kind(scan, match)
    else emitGroups(scan, kind, match)
  }
  for (const one of next) scan.move(one)
  return end - at
}

/** The states of a grammar by name, each compiled when first asked for. */
const compileStates = (grammar: Grammar, isAscii: boolean): ((name: string) => CompiledState) => {
  const compiled = new Map<string, CompiledState>()
  let lastName: string | undefined
  let last: CompiledState = { rules: [], dispatch: [] }
  return (name) => {
    if (name === lastName) return last
    let state = compiled.get(name)
    if (!state) compiled.set(name, (state = { rules: compileState(grammar, name, isAscii), dispatch: [] }))
    lastName = name
    last = state
    return state
  }
}

/**
 * Makes a factory of lexers for one language; its tables are compiled once, state by state, when first entered. A grammar given by a
 * function is not even made before its first lexer is, which is for modules of many languages.
 */
export const defineLexer = (given: Grammar | (() => Grammar)): (() => Lexer) => {
  const made = lazy(() => {
    const grammar = typeof given === 'function' ? given() : given
    return { grammar, forAny: compileStates(grammar, false), forAscii: compileStates(grammar, true) }
  })
  const step = (scan: Scan, states: (name: string) => CompiledState, text: string, at: number): number => {
    for (const rule of rulesAt(states(scan.stack[scan.stack.length - 1] ?? 'root'), text.charCodeAt(at))) {
      const size = tryRule(scan, rule, text, at)
      if (size >= 0) return size
    }
    return -1
  }
  return () => {
    const { grammar, forAny, forAscii } = made()
    const initial = grammar.initial ?? ['root']
    const stack = [...initial]
    const memory: Record<string, unknown> = {}
    const reset = (): void => {
      stack.splice(0, stack.length, ...initial)
      grammar.start?.(memory)
    }
    const lex = (text: string, emit: Emit): void => {
      const scan: Scan = { stack, emit, memory, move: (next) => moveStack(stack, next) }
      const states = isAsciiText(text) ? forAscii : forAny
      let empty = 0
      for (let at = 0; at < text.length; ) {
        const size = step(scan, states, text, at)
        if (size > 0) {
          empty = 0
          at += size
        } else if (size < 0 || ++empty > EMPTY_MATCHES) {
          const lost = String.fromCodePoint(text.codePointAt(at) ?? 0)
          emit('err', lost)
          at += lost.length
        }
      }
    }
    const leave = (state: string): void => {
      if (stack.at(-1) === state) moveStack(stack, '#pop')
    }
    reset()
    return { reset, lex, leave }
  }
}
