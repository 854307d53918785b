// The languages by Rouge's names: which tag a name stands for, and the options that may follow it after a question mark.

import { guessLanguage } from './guess.ts'
import data from './languages.json' with { type: 'json' }
import type { LexerOptions } from './token.ts'

interface Entry {
  readonly aliases?: readonly string[]
}

/** A language that was asked for and exists; `tag` is its canonical name. */
export interface Language {
  readonly tag: string
  readonly options: LexerOptions
}

const entries: Readonly<Record<string, Entry>> = data
let byName: Map<string, string> | undefined

const names = (): Map<string, string> => {
  if (byName) return byName
  byName = new Map()
  for (const [tag, entry] of Object.entries(entries)) for (const alias of entry.aliases ?? []) byName.set(alias, tag)
  for (const tag of Object.keys(entries)) byName.set(tag, tag)
  return byName
}

/** The canonical tag of a language's name, case and all; undefined for a name that nobody knows. */
const findTag = (name: string): string | undefined => names().get(name)

const NO_OPTIONS: LexerOptions = {}

/** Resolves what stands after a fence: a name, `name?option=value`, or `guess`; nothing at all means guess as well. */
export const findLanguage = (written: string | undefined, code: string): Language | undefined => {
  const at = written?.indexOf('?') ?? -1
  const name = written === undefined || at < 0 ? written : written.slice(0, at)
  const options =
    written === undefined || at < 0 ? NO_OPTIONS : Object.fromEntries(new URLSearchParams(written.slice(at + 1)))
  const tag = name === undefined || name === 'guess' ? guessLanguage(code, findTag) : findTag(name)
  return tag === undefined ? undefined : { tag, options }
}
