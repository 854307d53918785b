// Perl. Which character closes a pattern or a quote is up to its writer.

import { anyOf, defineLexer, include, pattern, type Rule } from '../grammar.ts'
import { delimited } from './quotes.ts'

const KEYWORDS = anyOf(`BEGIN CHECK END INIT case continue do else elsif for foreach
  if last my new next our print redo reset return then unless until use while`)
const BUILTINS = anyOf(`abs accept alarm atan2 bind binmode bless caller chdir chmod
  chomp chop chown chr chroot close closedir connect continue cos crypt dbmclose dbmopen defined delete die dump
  each endgrent endhostent endnetent endprotoent endpwent endservent eof eval exec exists exit exp fcntl fileno
  flock fork format formline getc getgrent getgrgid getgrnam gethostbyaddr gethostbyname gethostent getlogin
  getnetbyaddr getnetbyname getnetent getpeername getpgrp getppid getpriority getprotobyname getprotobynumber
  getprotoent getpwent getpwnam getpwuid getservbyname getservbyport getservent getsockname getsockopt glob gmtime
  goto grep hex import index int ioctl join keys kill last lc lcfirst length link listen local localtime log lstat
  map mkdir msgctl msgget msgrcv msgsnd my next no oct open opendir ord our pack package pipe pop pos printf
  prototype push quotemeta rand read readdir readline readlink readpipe recv redo ref rename require reverse
  rewinddir rindex rmdir scalar seek seekdir select semctl semget semop send setgrent sethostent setnetent setpgrp
  setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget shmread shmwrite shutdown sin sleep
  socket socketpair sort splice split sprintf sqrt srand stat study substr symlink syscall sysopen sysread sysseek
  system syswrite tell telldir tie tied time times tr truncate uc ucfirst umask undef unlink unpack unshift untie
  utime values vec wait waitpid wantarray warn write`)

// A text up to the first character like the one that group 1 has, where no backslash escapes it.
const TO_DELIMITER = '(?:(?!\\1)(?:\\\\[\\s\\S]|[^\\\\]))*\\1'
const MATCH_FLAGS = '[msixpodualngc]*'

// s/a/b/ with any delimiter, told by the pattern `delimiter`; if there are too few that stand alone, the last of the escaped ones ends it.
const substitution = (delimiter: string): readonly Rule[] => [
  [pattern(`(?:s|tr|y)${delimiter}${TO_DELIMITER}${TO_DELIMITER}[msixpodualngcr]*`), 'sr'],
  [pattern(`(?:s|tr|y)${delimiter}[\\s\\S]*?\\1[\\s\\S]*\\1[msixpodualngcr]*`), 'sr'],
]
const match = (delimiter: string): readonly Rule[] => [
  [pattern(`m${delimiter}${TO_DELIMITER}${MATCH_FLAGS}`), 'sr'],
  [pattern(`m${delimiter}[\\s\\S]*\\1${MATCH_FLAGS}`), 'sr'],
]

const MARK = '\\s*([^\\w\\s])'
const LETTER = '\\s+(\\w)'

const BRACKETS = [
  ['\\{', '\\}'],
  ['<', '>'],
  ['\\[', '\\]'],
  ['\\(', '\\)'],
] as const

const PATTERNS: readonly Rule[] = [
  ...BRACKETS.map(([open, close]): Rule => [pattern(`(?:s|tr|y)${delimited(open, close)}\\s*`), 'sr', 'balanced']),
  ...substitution(MARK),
  ...substitution(LETTER),
  [pattern(`m?${delimited('/', '/', '\\n')}${MATCH_FLAGS}`), 'sr'],
  [/m(?=[/!\\{<[(@%$])/, 'sr', 'balanced'],
  ...match(MARK),
  ...match(LETTER),
]

const SECOND_HALVES = [['/', '/'], ['!', '!'], ...BRACKETS, ['@', '@'], ['%', '%'], ['\\$', '\\$']] as const

const NUMBERS: readonly Rule[] = [
  [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
  [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
  [/0b[01]+(?:_[01]+)*/, 'mb'],
  [/[\d_]*\.\d[\d_]*(?:e[+-]?\d+)?/i, 'mf'],
  [/\d[\d_]*e[+-]?\d[\d_]*/i, 'mf'],
  [/\d+(?:_\d+)*/, 'mi'],
]

const VARIABLES: readonly Rule[] = [
  [/\$\^[ADEFHILMOPSTWX]/, 'vg'],
  [/\$[\\"'[\]&`+*.,;=%~?@$!<>(^|/_-](?!\w)/, 'vg'],
  [/[$@%&*][$@%&*#_]*(?=[a-zA-Z{[;])/, 'nv', 'variableName'],
  // Signs before which no variable stands, all at once.
  [/[%&*]+(?![$@%&*#_a-zA-Z{[;])/, 'o'],
  [/@+(?![$@%&*#_a-zA-Z{[;])/, 'err'],
]

const NAME: readonly Rule[] = [
  [/\w+::/, 'nn'],
  [/[\w:]+/, 'nv', '#pop'],
]

const bracketed = (open: string, close: string): readonly Rule[] => [
  [pattern(`\\\\[${open}${close}\\\\]`), 'sx'],
  [/\\/, 'sx'],
  [pattern(open), 'sx', '#push'],
  [pattern(close), 'sx', '#pop'],
  [pattern(`[^${open}${close}\\\\]+`), 'sx'],
]

const INTERPOLATED: readonly Rule[] = [
  [/[$@]\{/, 'si', 'interpolation'],
  [/[$@][a-z_]\w*/i, 'si'],
]

export const createPerlLexer = defineLexer(() => ({
  states: {
    root: [
      [/#.*/, 'c1'],
      [/^=[a-zA-Z0-9]+\s+[\s\S]*?\n=cut/, 'cm'],
      [pattern(`(?:${KEYWORDS})\\b`), 'k'],
      [/(format)(\s+)([a-zA-Z0-9_]+)(\s*)(=)(\s*\n)/, ['k', '', 'n', '', 'p', ''], 'format'],
      [/(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b/, 'ow'],
      ...PATTERNS,
      [/\s+/, ''],
      [/(?=[a-zA-Z_]\w*(?:\s*#.*\n)*\s*=>)/, '', 'fatComma'],
      [pattern(`(?:${BUILTINS})\\b`), 'nb'],
      [/(?:__(?:DIE|WARN)__|DATA|STD(?:IN|OUT|ERR))\b/, 'bp'],
      [/<<(['"]?)([a-zA-Z_][a-zA-Z0-9_]*)\1;?\n[\s\S]*?\n\2\n/, 's'],
      [/__(?:END|DATA)__\b/, 'cp', 'data'],
      ...VARIABLES,
      [/[-+/*%=<>&^|!\\~]=?/, 'o'],
      ...NUMBERS,
      [/'/, 'p', 'single'],
      [/"/, 'p', 'double'],
      [/`/, 'p', 'backtick'],
      [/q[qwrx]?\{/, 'sx', 'braces'],
      [/q[qwrx]?\(/, 'sx', 'parentheses'],
      [/q[qwrx]?\[/, 'sx', 'squares'],
      [/q[qwrx]?</, 'sx', 'angles'],
      [/q[qwrx]?(\W)[\s\S]*?\1/u, 'sx'],
      [/package\s+/, 'k', 'package'],
      [/sub\s+/, 'k', 'sub'],
      [/\[\]|::|\.{1,3}/, 'o'],
      [/[()[\]:;,?{}]/, 'p'],
      [/(?=\w)/, '', 'name'],
    ],
    balanced: [
      ...SECOND_HALVES.map(([open, close]): Rule => [pattern(`${delimited(open, close)}[egimosx]*`), 'sr', '#pop']),
      [/\\(?:\\\\|[^\\])*\\[egimosx]*/, 'sr', '#pop'],
    ],
    format: [
      [/\.\n/, 'si', '#pop'],
      [/.*?\n/, 'si'],
    ],
    fatComma: [
      [/#.*/, 'c1'],
      [/\w+/, 's'],
      [/\s+/, ''],
      [/=>/, 'o', '#pop'],
    ],
    variableName: [[/\s+/, ''], [/[{[),;]/, 'p', '#pop'], ...NAME],
    name: [...NAME, [/(?=\W)/, '', '#pop']],
    package: [[/[a-zA-Z_]\w*/, 'nn', '#pop']],
    sub: [
      [/[a-zA-Z_]\w*[!?]?/, 'nf'],
      [/\s+/, ''],
      [/(\([$@%]*\))(\s*)/, ['p', '']],
      [/.*?\{/, 'p', '#pop'],
      [/;/, 'p', '#pop'],
    ],
    single: [
      [/\\[\\']/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 'p', '#pop'],
      [/\\/, 's1'],
    ],
    double: [
      ...INTERPOLATED,
      [/\\(?:[\\tnrabefluLUE"$@]|0\d{2}|o\{\d+\}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]+\}|c.|N\{[^}]+\})/, 'se'],
      [/[^\\"$@]+|[$@]/, 's2'],
      [/"/, 'p', '#pop'],
      [/\\/, 'se'],
    ],
    backtick: [...INTERPOLATED, [/\\[\\tnr`]/, 'se'], [/[^\\`$@]+|[$@]/, 'sb'], [/`/, 'p', '#pop']],
    braces: bracketed('\\{', '\\}'),
    parentheses: bracketed('\\(', '\\)'),
    squares: bracketed('\\[', '\\]'),
    angles: bracketed('<', '>'),
    interpolation: [
      [/\}/, 'si', '#pop'],
      [/\s+/, ''],
      [/[a-z_]\w*/i, 'si'],
    ],
    data: [include('rest')],
    rest: [[/[\s\S]+/, 'cp', '#pop']],
  },
}))
