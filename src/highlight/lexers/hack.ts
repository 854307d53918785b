// Hack, a PHP with types.

import { wordSet } from '../grammar.ts'
import { definePhp, PHP_KEYWORDS } from './php.ts'

const MORE_KEYWORDS = wordSet(`type newtype enum as super async await vec dict keyset void int string bool float double
  arraykey num`)

export const createHackLexer = definePhp({
  keywords: new Set([...PHP_KEYWORDS, ...MORE_KEYWORDS]),
  root: [[/<\?hh(?:\s*\/\/\s*(?:strict|decl|partial))?$/, 'cp', 'php']],
  php: [
    [/(\/\*\s*)(HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*\/)/, ['cp', 'cp', 'cm', 'cp']],
    [/\/\/ UNSAFE(?:_EXPR|_BLOCK)?|\/\*\s*UNSAFE_EXPR\s*\*\//, 'cp'],
  ],
})
