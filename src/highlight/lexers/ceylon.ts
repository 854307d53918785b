// Ceylon.

import { defineLexer, quotedText, type Rule } from '../grammar.ts'

const SPACE: readonly Rule[] = [
  [/[^\S\n]+/, ''],
  [/\/\/.*?\n/, 'c1'],
  [/\/\*/, 'cm'],
]

export const createCeylonLexer = defineLexer(() => ({
  states: {
    root: [
      ...SPACE,
      [
        /(?:shared|abstract|formal|default|actual|variable|deprecated|small|literal|doc|by|see|throws|optional|license|tagged|final|native|sealed)\b/,
        'nd',
      ],
      [
        /(?:break|case|catch|continue|else|finally|for|in|return|switch|this|throw|try|while|is|exists|dynamic|then|outer|assert|let)\b/,
        'k',
      ],
      [/(?:abstracts|extends|satisfies|super|given|of|out|assign)\b/, 'kd'],
      [/(?:function|value|void|new)\b/, 'kt'],
      [/(assembly|module|package)(\s+)/, ['kn', ''], 'import'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(class|interface|object|alias)(\s+)/, ['kd', ''], 'class'],
      [/(import)(\s+)/, ['kn', ''], 'import'],
      [quotedText('"'), 's'],
      [/'\\.'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}'/, 'sc'],
      [/(\.)([a-z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [/(?:\\I[a-z]|[A-Z])\w*/, 'nd'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/[~^*!%&[\](){}<>|+=:;,./?`-]/, 'o'],
      [/\d{1,3}(?:_\d{3})+\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?/, 'mf'],
      [/\d{1,3}(?:_\d{3})+\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?/, 'mf'],
      [/[0-9]+\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?/, 'mf'],
      [/[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?/, 'mf'],
      [/#[0-9a-fA-F]{4}(?:_[0-9a-fA-F]{4})+|#[0-9a-fA-F]+/, 'mh'],
      [/\$[01]{4}(?:_[01]{4})+|\$[01]+/, 'mb'],
      [/\d{1,3}(?:_\d{3})+[kMGTP]?|[0-9]+[kMGTP]?/, 'mi'],
      [/\n/, ''],
    ],
    class: [...SPACE, [/[A-Za-z_]\w*/, 'nc', '#pop']],
    import: [
      [/[a-z][\w.]*/, 'nn', '#pop'],
      [quotedText('"'), 's', '#pop'],
    ],
  },
}))
