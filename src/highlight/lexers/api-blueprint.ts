// API Blueprint: Markdown that describes an interface of the web.

import type { Rule } from '../grammar.ts'
import type { FindLexer, Lexer } from '../token.ts'
import { defineMarkdown } from './markdown.ts'

const RULES: readonly Rule[] = [
  [/(\S+)(:\s*)(.*)$/, ['nv', 'p', 's']],
  [/^(#+)(\s*Group\s+)(.*)$/, ['p', 'k', 'gh']],
  [/^(#+)(.*)(\[.*\])$/, ['p', 'gh', 's']],
  [/^([+\-*])(\s*Relation:)(\s*.*)$/, ['p', 'k', 's']],
  [/^(\s+[+\-*]\s*)(Attributes|Parameters)(.*)$/, ['p', 'k', 's']],
  [/^([+\-*]\s*)(Request|Response)(\s+\d\d\d)?(.*)$/, ['p', 'k', 'm', 's']],
]

export const createApiBlueprintLexer = (_: unknown, find: FindLexer): Lexer => defineMarkdown(find, RULES)()
