// Meson's build files.

import { type Action, defineLexer, pattern, type Scan, wordSet } from '../grammar.ts'
import type { Lexer } from '../token.ts'

const ID = '[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}_]*'

const KEYWORDS = wordSet('break continue elif else endforeach endif false foreach if true')
const VARIABLES = wordSet('build_machine host_machine meson target_machine')
const FUNCTIONS = wordSet(`add_global_arguments add_global_link_arguments add_languages add_project_arguments
  add_project_link_arguments add_test_setup alias_target assert benchmark both_libraries build_target
  configuration_data configure_file custom_target declare_dependency dependency disabler environment error executable
  files find_library find_program generator get_option get_variable gettext import include_directories install_data
  install_headers install_man install_subdir is_disabler is_variable jar join_paths library message option project
  run_command run_target set_variable shared_library shared_module static_library subdir subdir_done subproject
  summary test vcs_tag warning`)

interface OpenString {
  readonly isFormat: boolean
  readonly quote: string
}

const stringsOf = (scan: Scan): OpenString[] => scan.memory['strings'] as OpenString[]

const called: Action = (scan, match) => scan.emit(FUNCTIONS.has(match[0]) ? 'nb' : 'n', match[0])

const named: Action = (scan, match) => {
  const name = match[0]
  scan.emit(VARIABLES.has(name) ? 'nb' : KEYWORDS.has(name) ? 'k' : 'n', name)
}

const beginString: Action = (scan, match) => {
  const [, prefix = '', quote = ''] = match
  scan.emit('sa', prefix)
  scan.emit('s', quote)
  stringsOf(scan).push({ isFormat: prefix !== '', quote })
}

const quoteInString: Action = (scan, match) => {
  scan.emit('s', match[0])
  if (stringsOf(scan).at(-1)?.quote !== match[0]) return
  stringsOf(scan).pop()
  scan.move('#pop')
}

const atSign: Action = (scan, match) => {
  const isFormat = stringsOf(scan).at(-1)?.isFormat === true
  scan.emit(isFormat ? 'si' : 's', match[0])
  if (isFormat) scan.move('interpolated')
}

const expression: Action = (scan, match) => createMesonLexer().lex(match[0], scan.emit)

const ESCAPES =
  /\\(?:[\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/

export const createMesonLexer: () => Lexer = defineLexer(() => ({
  start: (memory) => {
    memory['strings'] = []
  },
  states: {
    root: [
      [/\s+/, ''],
      [/#.*\n?/, 'c1'],
      [/[[\]{}:(),;.]/, 'p'],
      [/\\\n?/, ''],
      [/(?:in|and|or|not)\b/, 'ow'],
      [/[-+/*%=<>]=?|!=/, 'o'],
      [/(f?)('''|')/i, beginString, 'string'],
      [pattern(`${ID}\\b\\s*(?=\\()`), called],
      [pattern(`${ID}(?!\\s*?:)`), named],
      [pattern(ID), 'n'],
      [/0b(?:_?[01])+/i, 'mb'],
      [/0o(?:_?[0-7])+/i, 'mo'],
      [/0x(?:_?[a-f0-9])+/i, 'mh'],
      [/[1-9](?:_?[0-9])*|0(?:_?0)*/, 'mi'],
    ],
    string: [
      [/[^'\\@]+/, 's'],
      [/'''|'/, quoteInString],
      [/(?=\\)/, 's', 'escape'],
      [/@/, atSign],
    ],
    escape: [
      [ESCAPES, 'se', '#pop'],
      [/\\./, 's', '#pop'],
    ],
    interpolated: [
      [/[^@]+/, expression],
      [/@/, 'si', '#pop'],
    ],
  },
}))
