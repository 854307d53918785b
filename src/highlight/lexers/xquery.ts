// XQuery: XPath, and XML with expressions between braces.

import { anyOf, defineLexer, include, pattern } from '../grammar.ts'
import { EQ_NAME, NC_NAME, Q_NAME, XPATH } from './xpath.ts'

const KEYWORDS = anyOf(`let for some every if then else return in satisfies xquery encoding version declare module
  namespace copy-namespaces boundary-space construction default collation base-uri preserve strip ordering ordered
  unordered order empty greatest least no-preserve inherit no-inherit decimal-format decimal-separator
  grouping-separator infinity minus-sign NaN percent per-mille zero-digit digit pattern-separator exponent-separator
  import schema at element option function external context item typeswitch switch case try catch validate lax
  strict type document attribute text comment processing-instruction where group by allowing tumbling stable sliding
  window start end only when previous next count ascending descending`)

const inAttribute = (quote: string) =>
  [
    [pattern(quote), 's', '#pop'],
    [/\{\{/, 's'],
    [/\{/, 'p', 'root'],
    [pattern(`[^${quote}{>]+`), 's'],
  ] as const

export const createXqueryLexer = defineLexer(() => ({
  states: {
    ...XPATH.states,
    tags: [
      [pattern(`<${Q_NAME}`), 'nt', 'startTag'],
      [/<!--/, 'c', 'markupComment'],
      [/<\?.*?\?>|<!\[CDATA\[.*?\]\]>/, 'cp'],
      [/&[^\s;]*;/, 'ni'],
    ],
    root: [
      include('tags'),
      [/\{/, 'p'],
      [/\}`?/, 'p', '#pop'],
      [pattern(`(namespace)(\\s+)(${NC_NAME})`), ['k', 'w', 'nn']],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/;/, 'p'],
      [/%/, 'kd', 'annotation'],
      [pattern(`(\\(#)(\\s*)(${EQ_NAME})`), ['cp', 'w', 'nt'], 'pragma'],
      [/``\[/, 's', 'constructedString'],
      ...XPATH.states.root,
    ],
    annotation: [include('space'), [pattern(EQ_NAME), 'kd', '#pop']],
    pragma: [include('space'), [/#\)/, 'cp', '#pop'], [/./, 'cp']],
    constructedString: [
      [/`\{/, 'p', 'root'],
      [/\]``/, 's', '#pop'],
      [/[^`\]]+|[`\]]/, 's'],
    ],
    markupComment: [
      [/[^-]+/, 'c'],
      [/-->/, 'c', '#pop'],
      [/-/, 'c'],
    ],
    startTag: [
      [/\s+/, 'w'],
      [/([\w.:-]+\s*=)(")/, ['na', 's'], 'doubleQuoted'],
      [/([\w.:-]+\s*=)(')/, ['na', 's'], 'singleQuoted'],
      [/>/, 'nt', 'content'],
      [/\/>/, 'nt', '#pop'],
    ],
    doubleQuoted: inAttribute('"'),
    singleQuoted: inAttribute("'"),
    content: [
      [/\s+/, 'w'],
      include('tags'),
      [/\{\{|\}\}/, ''],
      [/\{/, 'p', 'root'],
      [/[^{}<&]/, ''],
      [pattern(`</${Q_NAME}\\s*>`), 'nt', '#pop:2'],
    ],
  },
}))
