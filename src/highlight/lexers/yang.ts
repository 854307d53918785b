// YANG, the models of network configurations.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const STATEMENTS = wordSet(`action anydata anyxml argument augment base belongs-to bit case choice config contact
  container default description deviate deviation enum error-app-tag error-message extension feature fraction-digits
  grouping identity if-feature import include input key leaf leaf-list length list mandatory max-elements min-elements
  modifier module must namespace notification ordered-by organization output path pattern position prefix presence
  range reference refine require-instance revision revision-date rpc status submodule type typedef unique units uses
  value when yang-version yin-element`)
const TYPES = wordSet(`binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64
  int8 leafref string uint16 uint32 uint64 uint8 union`)
const CONSTANTS = wordSet(`add current delete deprecated false invert-match max min not-supported obsolete replace true
  unbounded user`)

export const createYangLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/[{};]+/, 'p'],
      [/(?:and|or|not|\+|\.)(?![-\w])/, 'o'],
      [/"(?:[^"\\]|\\"?)*"/, 's2'],
      [/'(?:[^'\\]|\\'?)*'/, 's1'],
      [/\/\*/, 'c', 'comment'],
      [/\/\/.*?$/, 'c'],
      [/([\w.-]+)(:)([\w.-]+)(?=[\s{};])/, ['nn', 'p', 'n']],
      [/[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[\s{};])/, 'nl'],
      [/[0-9]+\.[0-9]+(?=[\s{};])/, 'mf'],
      [/[0-9]+(?=[\s{};])/, 'mi'],
      [/[\w-]+(?=[^\w\-:])\b/, byWord({ kd: STATEMENTS, kt: TYPES, no: CONSTANTS }, 'n', (name) => name.toLowerCase())],
      [/[^;{}\s'"]+/, 'n'],
    ],
    comment: [
      [/[^*/]/, 'c'],
      [/\/\*/, 'c', '#push'],
      [/\*\//, 'c', '#pop'],
      [/[*/]/, 'c'],
    ],
  },
}))
