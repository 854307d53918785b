// QML: JavaScript inside of objects with properties and signals.

import { include, LEAVE, pattern } from '../grammar.ts'
import { defineScript, JAVASCRIPT, PLAIN } from './javascript.ts'

const ID = '[$a-zA-Z_][a-zA-Z0-9_.]*'

export const createQmlLexer = defineScript({
  words: JAVASCRIPT,
  root: [
    [pattern(`(${ID})(\\s*)(\\{)`), ['kt', '', 'p'], 'members'],
    [pattern(`(${ID})(\\s+)(on)(\\s+)(${ID})(\\s*)(\\{)`), ['kt', '', 'k', '', 'nl', '', 'p'], 'members'],
    [/\{/, 'p', '#push'],
  ],
  statement: [],
  markup: {
    initial: ['root'],
    start: () => {},
    operand: [],
    states: {
      members: [
        [pattern(`(id)(\\s*)(:)(\\s*)(${ID})`), ['nl', '', 'p', '', 'kd']],
        [pattern(`(${ID})(\\s*)(:)`), ['nl', '', 'p'], 'operand'],
        [pattern(`(signal)(\\s+)(${ID})`), ['kd', '', 'nl'], 'signal'],
        [pattern(`(property)(\\s+)(${ID})(\\s+)(${ID})(\\s*)(:?)`), ['kd', '', 'kt', '', 'nl', '', 'p'], 'operand'],
        [/\}/, 'p', '#pop'],
        include('root'),
      ],
      signal: [...PLAIN, [/\(/, 'p', '#goto:parameters'], LEAVE],
      parameters: [
        ...PLAIN,
        [pattern(`(${ID})(\\s+)(${ID})(\\s*)(,?)`), ['kt', '', 'n', '', 'p']],
        [/\)/, 'p', '#pop'],
      ],
    },
  },
})
