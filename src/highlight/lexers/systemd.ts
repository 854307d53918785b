// Units of systemd.

import { defineLexer } from '../grammar.ts'

export const createSystemdLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/[;#].*/, 'c'],
      [/\[.*?\]$/, 'k'],
      [/([^=\n]*)(=)(.*)(\\\n)/, ['nt', 'p', '', 'se'], 'continuation'],
      [/([^=\n]*)(=)(.*)/, ['nt', 'p', '']],
    ],
    continuation: [
      [/(.*)(\\\n)/, ['', 'se']],
      [/.*/, '', '#pop'],
    ],
  },
}))
