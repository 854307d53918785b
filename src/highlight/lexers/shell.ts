// Shell scripts: sh, bash, zsh, ksh.

import { anyOf, defineLexer, emitGroups, include, pattern } from '../grammar.ts'

const KEYWORDS = anyOf(`if then elif else fi for while until do done case esac in select function return continue`)

const BUILTINS = anyOf(`
  alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export false fc fg
  getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt source suspend test time
  times trap true type typeset ulimit umask unalias unset wait
  awk grep sed sudo tar gzip gunzip seq
  arch b2sum base32 base64 basename cat chcon chgrp chmod chown chroot cksum comm cp csplit cut date dd df dir dircolors dirname
  du echo env expand expr factor fmt fold groups head hostid hostname id install join kill link ln logname ls md5sum mkdir
  mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pr printenv printf ptx readlink realpath rm rmdir runcon
  sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stdbuf stty sum sync tac tail tee timeout
  touch tr truncate tsort tty uname unexpand uniq unlink uptime users vdir wc who whoami yes`)

const heredocEnd = (word: unknown, line: string): boolean => word === line

export const createShellLexer = defineLexer({
  states: {
    root: [include('words'), include('data')],
    words: [
      [/#.*$/, 'c'],
      [/case\b/, 'k', 'case'],
      [pattern(`(?:${KEYWORDS})\\s*\\b`), 'k'],
      [pattern(`(?:${BUILTINS})\\s*\\b(?![.-])`), 'nb'],
      [/[.](?=\s)/, 'nb'],
      [/(\w+)(=)/, ['nv', 'o']],
      [/[[\]{}()!=>]/, 'o'],
      [/&&|\|\|/, 'o'],
      [/<<</, 'o'],
      [
        /(<<-?)(\s*)(['"]?)(\\?)(\w+)(\3)/,
        (scan, match) => {
          const kinds = ['o', '', 'sh', 'sh', 'no', 'sh']
          emitGroups(scan, kinds, match)
          scan.memory['heredoc'] = match[5]
          scan.move('heredoc')
        },
      ],
    ],
    heredoc: [[/\n/, 'sh', 'heredocLine'], [/[^$\n\\]+/, 'sh'], include('expansion'), [/\$/, 'sh']],
    heredocLine: [
      [
        /\s*(\w+)\s*\n/,
        (scan, match) => {
          const ends = heredocEnd(scan.memory['heredoc'], match[1] ?? '')
          scan.emit(ends ? 'no' : 'sh', match[0])
          if (ends) scan.move('#pop:2')
        },
      ],
      [/(?:)/, '', '#pop'],
    ],
    data: [
      [/\s+/, ''],
      [/\\./, 'se'],
      [/\$?"/, 's2', 'doubleQuoted'],
      [/\$'/, 's1', 'ansiQuoted'],
      [/'/, 's1', 'singleQuoted'],
      [/\*/, 'k'],
      [/;/, 'p'],
      [/--?[\w-]+/, 'nt'],
      [/[^=*\s{}()$"'`;\\<]+/, ''],
      [/\d+(?= |$(?![\s\S]))/, 'm'],
      [/</, ''],
      include('expansion'),
    ],
    doubleQuoted: [[/(?:\$#?)?"/, 's2', '#pop'], include('expansion'), [/[^"`\\$]+/, 's2']],
    ansiQuoted: [
      [/\\./, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 's1', '#pop'],
    ],
    singleQuoted: [
      [/'/, 's1', '#pop'],
      [/[^']+/, 's1'],
    ],
    expansion: [
      [/\\$/, 'se'],
      [/\\./, 'se'],
      [/\$\(\(/, 'k', 'arithmetic'],
      [/\$\(/, 'si', 'substitution'],
      [/\$\{#?/, 'k', 'parameter'],
      [/`/, 'sb', 'backticks'],
      [/\$#?(?:\w+|.)/, 'nv'],
      [/\$[*@]/, 'nv'],
    ],
    parameter: [[/\}/, 'k', '#pop'], [/:-/, 'k'], [/\w+/, 'nv'], [/[^}:"`'$]+/, 'p'], include('root')],
    substitution: [[/\)/, 'si', '#pop'], [/\(/, 'o', 'parentheses'], include('root')],
    parentheses: [[/\(/, 'o', '#push'], [/\)/, 'o', '#pop'], include('root')],
    arithmetic: [[/\)\)/, 'k', '#pop'], [/[-+*/%^|&!]|\|\|/, 'o'], [/\d+(?:#\w+)?/, 'm'], include('root')],
    case: [[/esac\b/, 'k', '#pop'], [/\|/, 'p'], [/\)/, 'p', 'caseBranch'], include('root')],
    caseBranch: [[/;;/, 'p', '#pop'], include('root')],
    backticks: [[/`/, 'sb', '#pop'], include('root')],
  },
})
