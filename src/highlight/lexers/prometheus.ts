// Prometheus' queries.

import { byWord, defineLexer, type Rule, wordSet } from '../grammar.ts'

const FUNCTIONS = wordSet(`abs absent avg_over_time ceil changes clamp_max clamp_min count_over_time count_scalar
  day_of_month day_of_week days_in_month delta deriv drop_common_labels exp floor histogram_quantile holt_winters hour
  idelta increase irate label_replace ln log10 log2 max_over_time min_over_time month predict_linear
  quantile_over_time rate resets round scalar sort sort_desc sqrt stddev_over_time stdvar_over_time sum_over_time time
  vector year`)

const STRINGS: readonly Rule[] = [
  [/"/, 's2', 'doubleQuoted'],
  [/'/, 's1', 'singleQuoted'],
  [/`.*`/, 'sb'],
]
const IN_LINE: Rule = [/[ \t\r]+/, '']
const SPACE: readonly Rule[] = [IN_LINE, [/\n\s*/, ''], [/#.*?$/, 'c']]
const LABEL: Rule = [/[a-zA-Z0-9_:-]+/, 'na']

export const createPrometheusLexer = defineLexer(() => ({
  states: {
    root: [
      ...STRINGS,
      ...SPACE,
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+[smhdwy]?/, 'mi'],
      [/[+\-*/%^=<>]|!=|and|or|unless/, 'o'],
      [/(?:sum|min|max|avg|stddev|stdvar|count|count_values|bottomk|topk)\b/, 'nf'],
      [/(ignoring|on)(\()/, ['kp', 'p'], 'labels'],
      [/(group_left|group_right)(\()/, ['kt', 'p']],
      [/(?:bool|offset)\b/, 'k'],
      [/(?:without|by)\b/, 'k', 'labels'],
      [/[\w:]+/, byWord({ nb: FUNCTIONS }, 'n')],
      [/[a-zA-Z0-9_-]+/, 'n'],
      [/[()\]:.,[]/, 'p'],
      [/\{/, 'p', 'filters'],
    ],
    filters: [IN_LINE, [/,/, 'p'], LABEL, [/![=~]|=~?/, 'o'], ...STRINGS, [/\}/, 'p', '#pop']],
    labels: [[/\(/, 'p'], LABEL, [/,/, 'p'], ...SPACE, [/\)/, 'p', '#pop']],
    doubleQuoted: [
      [/\\[\\abfnrtv"]/, 'se'],
      [/[^\\"]+/, 's2'],
      [/"/, 's2', '#pop'],
    ],
    singleQuoted: [
      [/\\[\\abfnrtv']/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 's1', '#pop'],
    ],
  },
}))
