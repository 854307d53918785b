// Lexing by highlight.js: its scopes are turned into Rouge's classes through the map. The library and each of its grammars are
// loaded when a block first needs them.

import { createRequire } from 'node:module'
import type { HLJSApi, LanguageFn } from 'highlight.js'
import map from './map.json' with { type: 'json' }
import { cutPieces } from './shape.ts'
import type { Emit, Lexer } from './token.ts'

type Classes = Readonly<Record<string, string>>
type Node = string | { readonly scope?: string; readonly children: readonly Node[] }

/** A run of text with its innermost scope and that scope's parent. */
interface Leaf {
  readonly text: string
  readonly scope: string
  readonly outer: string
  /** The first quote character of the string that holds it. */
  readonly quote: string
}

const sources: Readonly<Record<string, string>> = map
const tables = new Map<string, Classes>()

// A table is kept as lines of `key TAB class`, which is far quicker to load than objects of which most builds need none.
const tableOf = (tag: string): Classes => {
  let table = tables.get(tag)
  if (!table) {
    table = Object.fromEntries((sources[tag] ?? '').split('\n').map((line) => line.split('\t') as [string, string]))
    tables.set(tag, table)
  }
  return table
}

const require = createRequire(import.meta.url)
let loaded: HLJSApi | undefined

const loadGrammar = (name: string): HLJSApi => {
  loaded ??= (require('highlight.js/lib/core') as HLJSApi).newInstance()
  if (!loaded.getLanguage(name))
    loaded.registerLanguage(name, require(`highlight.js/lib/languages/${name}`) as LanguageFn)
  return loaded
}

const isString = (scope: string): boolean => /^(?:string|regexp|char)/.test(scope)

const walk = (node: Node, parent: Omit<Leaf, 'text'>, out: Leaf[]): void => {
  if (typeof node === 'string') {
    out.push({ ...parent, text: node })
    return
  }
  const scope = node.scope ?? parent.scope
  const first = node.children[0]
  const quote = isString(scope) && typeof first === 'string' ? (/\S/.exec(first)?.[0] ?? '') : parent.quote
  const here = node.scope === undefined ? parent : { scope, outer: parent.scope, quote: isString(scope) ? quote : '' }
  for (const child of node.children) walk(child, here, out)
}

const classOf = (own: Classes, leaf: Leaf, text: string, shape: string): string => {
  const { scope, outer, quote } = leaf
  const shared = tableOf('*')
  const nested = `${outer} ${scope}`
  const look = `~${quote}~${shape}`
  return (
    own[`${scope} =${text}`] ??
    own[`${nested} ${look}`] ??
    own[`${scope} ${look}`] ??
    own[nested] ??
    own[scope] ??
    shared[scope] ??
    shared[scope.replace(/\..*/, '')] ??
    own[''] ??
    shared[''] ??
    ''
  )
}

const emitLeaf = (own: Classes, leaf: Leaf, around: readonly [string, string], emit: Emit): void => {
  let space = ''
  let last = ''
  for (const piece of cutPieces(leaf.text, around[0], around[1])) {
    if (piece.shape === '') {
      space = piece.text
      continue
    }
    const kind = classOf(own, leaf, piece.text, piece.shape)
    // White space inside a string or a comment belongs to it; between other pieces it is plain.
    if (space !== '') emit(kind === last && leaf.scope !== '' ? kind : '', space)
    space = ''
    emit(kind, piece.text)
    last = kind
  }
  if (space !== '') emit(last !== '' && leaf.scope !== '' ? last : '', space)
}

const emitLeaves = (own: Classes, leaves: readonly Leaf[], emit: Emit): void => {
  leaves.forEach((leaf, index) => {
    const before = leaves[index - 1]?.text.at(-1) ?? ''
    const after = leaves[index + 1]?.text[0] ?? ''
    emitLeaf(own, leaf, [before, after], emit)
  })
}

/** The scoped runs of `code` under one of the library's grammars. */
export const readLeaves = (code: string, grammar: string): Leaf[] => {
  const result = loadGrammar(grammar).highlight(code, { language: grammar, ignoreIllegals: true })
  const emitter = result._emitter as unknown as { readonly rootNode: Node }
  const leaves: Leaf[] = []
  walk(emitter.rootNode, { scope: '', outer: '', quote: '' }, leaves)
  return leaves
}

/** A lexer for `tag` by the library's `grammar`. */
export const createLibraryLexer = (tag: string, grammar: string): Lexer => ({
  reset: () => {},
  lex: (text, emit) => emitLeaves(tableOf(tag), readLeaves(text, grammar), emit),
})
