// The configuration of Cisco's routers and switches.

import { defineLexer } from '../grammar.ts'

export const createCiscoIosLexer = defineLexer(() => ({
  states: {
    root: [
      [/^!.*/, 'c1'],
      [/^(version\s+)(.*)$/, ['k', 'mf']],
      [/(desc*r*i*p*t*i*o*n*)(.*?)$/, ['k', 'c1']],
      [/^(inte*r*f*a*c*e*|controller|router \S+|voice translation-\S+|voice-port|line)(.*)$/, ['kt', 'nf']],
      [/(password|secret)(\s+[57]\s+)(\S+)/, ['k', 'm', 's2']],
      [/permit|deny/, 'ow'],
      [/^(banner\s+)(motd\s+|login\s+)([#$%])/, ['k', 'nf', 'dl'], 'banner'],
      [/^(dial-peer\s+\S+\s+)(\S+)(.*?)$/, ['k', 'na', 'k']],
      [/^(vlan\s+)(\d+)$/, ['k', 'na']],
      [/(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?|49(?:\.\d{4}){4}\.\d{2}/, 'm'],
      [/(?:[a-f0-9]{4}\.){2}[a-f0-9]{4}/, 'mh'],
      [/^(\s*no\s+)(\S+)/, ['kc', 'k']],
      [/^[^\n\r]\s*\S+/, 'k'],
      [/\*+/, 'ni'],
      [/[\s\S]/, ''],
    ],
    banner: [
      [/[^#$%]/, ''],
      [/[#$%]/, 'dl', '#pop'],
    ],
  },
}))
