// The inline rules in force for a markdown-it instance, as tables. The ruler holds the rules, so a plugin that adds one is heard; the tables
// are made again when the ruler's chain changes.

import type { MarkdownIt } from 'markdown-it'
import { createDispatch, type Dispatch, type InlineEntry, type InlineRule } from './dispatch.ts'

/** Every character below 128: what a rule starts with that does not say. */
const ALL = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')

const starts = new WeakMap<InlineRule, { readonly name: string; readonly starts: string }>()
const tables = new WeakMap<MarkdownIt, { chain: unknown; readonly dispatches: Map<string, Dispatch> }>()

/** Says at which characters a rule is to be asked. */
export const declareStarts = (entry: InlineEntry): void => {
  starts.set(entry.rule, entry)
}

/** The table for the named rules (by blanks), or for all of them. */
export const dispatchOf = (md: MarkdownIt, names: string): Dispatch => {
  const chain = md.inline.ruler.getRules('') as unknown as readonly InlineRule[]
  let table = tables.get(md)
  if (table === undefined || table.chain !== chain) {
    table = { chain, dispatches: new Map() }
    tables.set(md, table)
  }
  let dispatch = table.dispatches.get(names)
  if (dispatch === undefined) {
    const wanted = names.split(' ')
    const entries = chain
      .map((rule) => ({ rule, ...(starts.get(rule) ?? { name: '', starts: ALL }) }))
      .filter(({ name }) => names === '' || wanted.includes(name))
    dispatch = createDispatch(entries)
    table.dispatches.set(names, dispatch)
  }
  return dispatch
}
