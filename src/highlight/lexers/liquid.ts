// Liquid templates: text, {% tags %} and {{ outputs }}.

import { type Action, defineLexer, emitGroups, include, type Rule } from '../grammar.ts'

const PIPE: Rule = [/(\|)(\s*)/, ['p', 'w'], ['filters', 'filter']]
const GLOBAL_NAMES = /(?:empty|blank|(?:for|tablerow)loop\.(?:parentloop\.)*\w+)\b(?![?!/])/

// {% cycle 'group': 'a', 'b' %}: the group may be a string or a name.
const cycle: Action = (scan, match) => {
  const group = match[3] ?? ''
  const groupKind = /^'[^']*'/.test(group) ? 's1' : /^"[^"]*"/.test(group) ? 's2' : 'na'
  const kinds = ['nt', 'w', groupKind, 'w', 'p', 'w']
  emitGroups(scan, kinds, match)
  scan.move('tagArguments')
}

// {% liquid %} has a tag on each line: a line's end goes back to it.
const lineEnd: Action = (scan, match) => {
  scan.emit('w', match[0])
  const at = scan.stack.lastIndexOf('lines')
  if (at >= 0) scan.stack.length = at + 1
}

const TAGS: readonly Rule[] = [
  [/liquid\b/, 'nt', 'lines'],
  [/(?:if|elsif|unless|case)\b/, 'nt', 'condition'],
  [/when\b/, 'nt', 'value'],
  [/(?:else|ifchanged|end\w+)\b/, 'nt', 'tagEnd'],
  [/(?:break|continue)\b/, 'kr', 'tagEnd'],
  [/(for|tablerow)(\s+)(\S+)(\s+)(in)(\s+)/, ['nt', 'w', 'nv', 'w', 'nt', 'w'], 'iteration'],
  [/(capture|(?:in|de)crement)(\s+)([a-zA-Z_](?:\w|-(?!%))*)/, ['nt', 'w', 'nv'], 'tagEnd'],
  [/(comment)(\s*)(-?%\})/, ['nt', 'w', 'cp'], 'comment'],
  [/(raw)(\s*)(-?%\})/, ['nt', 'w', 'cp'], 'raw'],
  [/(?:assign|echo)\b/, 'nt', 'assign'],
  [/(include|render)(\s+)([/\w-]+(?:\.[\w-]+)+\b)?/, ['nt', 'w', ''], 'partial'],
  [/(cycle)(\s+)(?:([\w-]+|'[^']*'|"[^"]*")(\s*)(:))?(\s*)/, cycle],
  [/\w+\b/, 'nt', 'block'],
]

export const createLiquidLexer = defineLexer({
  states: {
    root: [
      [/[^{]+/, ''],
      [/(\{%-?)(\s*)/, ['cp', 'w'], 'tag'],
      [/(\{\{-?)(\s*)/, ['cp', 'w'], 'output'],
      [/\{/, ''],
    ],
    tag: [...TAGS, include('tagEnd')],
    lines: [include('tagEnd'), include('tag')],
    tagEnd: [[/(\s*)(-?%\})/, ['w', 'cp'], '#root'], [/\n\s*/, lineEnd], include('space')],
    outputEnd: [[/(\s*)(-?\}\})/, ['w', 'cp'], '#root']],
    output: [PIPE, include('outputEnd'), include('literal'), include('variable')],
    condition: [[/[=!]=|[<>]=?/, 'o'], [/(?:and|or|contains)\b/, 'ow'], include('value')],
    value: [include('tagEnd'), include('literal'), include('variable')],
    iteration: [[/(?:reversed|continue)\b/, 'na'], [/\(/, 'p', 'range'], include('tagArguments')],
    block: [[/\{\{-?/, 'cp', 'embedded'], PIPE, include('tagArguments')],
    tagArguments: [include('tagEnd'), include('arguments')],
    comment: [
      [/[^{]+/, 'c'],
      [/(\{%-?)(\s*)(endcomment)(\s*)(-?%\})/, ['cp', 'w', 'nt', 'w', 'cp'], '#root'],
      [/\{/, 'c'],
    ],
    raw: [
      [/[^{]+/, ''],
      [/(\{%-?)(\s*)(endraw)(\s*)(-?%\})/, ['cp', 'w', 'nt', 'w', 'cp'], '#root'],
      [/\{/, ''],
    ],
    assign: [[/=/, 'o'], [/\(/, 'p', 'range'], PIPE, include('value')],
    partial: [[/\{\{-?/, 'cp', 'embedded'], [/(?:with|for|as)\b/, 'kr'], include('tagArguments')],
    embedded: [
      [/(\|)(\s*)([a-zA-Z_](?:\w|-(?!\}))*)/, ['p', 'w', 'nf']],
      [/-?\}\}/, 'cp', '#pop'],
      include('arguments'),
    ],
    range: [[/\.\./, 'p'], [/\)/, 'p', '#pop'], include('space'), include('number'), include('variable')],
    filters: [[/(\|)(\s*)/, ['p', 'w'], 'filter'], include('tagEnd'), include('outputEnd'), include('arguments')],
    filter: [[/[a-zA-Z_](?:\w|-(?![%}]))*/, 'nf', '#pop'], include('space')],
    arguments: [include('literal'), [/([a-zA-Z_][\w-]*)(\s*)(=|:)/, ['na', 'w', 'o']], include('variable')],
    literal: [
      [/(?:false|true|nil)\b/, 'kc'],
      [/'[^']*'/, 's1'],
      [/"[^"]*"/, 's2'],
      [/[,:]/, 'p'],
      include('space'),
      include('number'),
    ],
    space: [
      [/\s+/, 'w'],
      [/#.*?(?=$|-?[}%]\})/, 'c'],
    ],
    number: [
      [/-/, 'o'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
    ],
    variable: [
      [/(\.)(\s*)(first|last|size)\b(?![?!/])/, ['p', 'w', 'nf']],
      [/\.(?= *\w)|\[|\]/, 'p'],
      [GLOBAL_NAMES, 'nb'],
      [/[a-zA-Z_][\w-]*\b-?(?![?!/])/, 'nv'],
      [/\S+/, ''],
    ],
  },
})
