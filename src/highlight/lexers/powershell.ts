// PowerShell.

import {
  type Action,
  anyOf,
  defineLexer,
  emitGroups,
  escapePattern,
  include,
  pattern,
  type Rule,
  wordSet,
} from '../grammar.ts'

const ATTRIBUTES = wordSet(
  `ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess`,
)

const AUTOMATIC =
  `$ ? ^ _ args ConsoleFileName Error Event EventArgs EventSubscriber ExecutionContext false foreach HOME Host input
  IsCoreCLR IsLinux IsMacOS IsWindows LastExitCode Matches MyInvocation NestedPromptLevel null PID PROFILE PSBoundParameters
  PSCmdlet PSCommandPath PSCulture PSDebugContext PSHOME PSItem PSScriptRoot PSSenderInfo PSUICulture PSVersionTable PWD
  REPORTERRORSHOWEXCEPTIONCLASS REPORTERRORSHOWINNEREXCEPTION REPORTERRORSHOWSOURCE REPORTERRORSHOWSTACKTRACE SENDER ShellId
  StackTrace switch this true`
    .split(/\s+/)
    .map((name) => `\\$${escapePattern(name)}`)
    .join('|')

const KEYWORDS =
  anyOf(`assembly exit process base filter public begin finally return break for sequence catch foreach static class
  from switch command function throw configuration hidden trap continue if try data in type define inlinescript until do
  interface using dynamicparam module var else namespace while elseif parallel workflow end param enum private`)

const OPERATORS =
  anyOf(`-split -isplit -csplit -join -is -isnot -as -eq -ieq -ceq -ne -ine -cne -gt -igt -cgt -ge -ige -cge -lt
  -ilt -clt -le -ile -cle -like -ilike -clike -notlike -inotlike -cnotlike -match -imatch -cmatch -notmatch -inotmatch -cnotmatch
  -contains -icontains -ccontains -notcontains -inotcontains -cnotcontains -replace -ireplace -creplace -shl -shr -band -bor -bxor
  -and -or -xor -not \\+= -= \\*= \\/= %=`)

const HELP = anyOf(`synopsis description parameter example inputs outputs notes link component role functionality
  forwardhelptargetname forwardhelpcategory remotehelprunspace externalhelp`)

const memberCall: Action = (scan, match) => {
  emitGroups(scan, ['o', 'nf', 'p', 'w'], match)
  if (match[3] !== undefined) scan.move('parameters')
}

const closeParameters: Action = (scan, match) => {
  scan.emit('p', match[0])
  if (scan.stack.includes('interpolated')) scan.move('#pop:2')
}

const VARIABLES: readonly Rule[] = [
  [pattern(AUTOMATIC, ''), 'bp'],
  [/(\$)(?:(\w+)(:))?(\w+|\{(?:[^`]|`.)+?\})/, ['nv', 'nn', 'p', 'nv']],
  [/\$\w+/, 'nv'],
  [/\$\{(?:[^`]|`.)+?\}/, 'nv'],
]

const COMMENTS: readonly Rule[] = [
  [/\s+/, 'w'],
  [/#.*/, 'c'],
  [/<#/, 'cm', 'comment'],
]

const EXPRESSION: readonly Rule[] = [
  ...COMMENTS,
  [/"/, 's2', 'doubleQuoted'],
  [/'/, 's1', 'singleQuoted'],
  [/@"/, 'sh', 'heredoc'],
  [/@'[\s\S]*?'@/, 'sh'],
  [/\d*\.\d+/, 'mf'],
  [/\d+/, 'mi'],
  [/@\{/, 'p', 'hash'],
  [/@\(/, 'p', 'array'],
  [/\{/, 'p', 'brace'],
  [/\[/, 'p', 'bracket'],
]

const ESCAPES: readonly Rule[] = [
  [/\$\(/, 'si', 'interpolated'],
  [/`$/, 'se'],
  [/`./, 'se'],
]

export const createPowershellLexer = defineLexer({
  states: {
    root: [
      ...COMMENTS,
      [/#requires\s-version \d(?:\.\d+)?/, 'cp'],
      [/\.\.(?=\.?\d)/, 'o'],
      [pattern(`(?:${OPERATORS})\\b`, 'i'), 'o'],
      [/(class)(\s+)(\w+)/i, ['kr', 'w', 'nc'], 'className'],
      [/(function)(\s+)(?:(\w+)(:))?(\w[-\w]+)/i, ['kr', 'w', 'nn', 'p', 'nf']],
      [pattern(`(?:${KEYWORDS})\\b(?![-.])`, 'i'), 'kr'],
      [/-{1,2}\w+/, 'nt'],
      [/(\.)?([-\w]+)(\[)/, ['o', 'n', 'p'], 'bracket'],
      [/([/\\~a-z][-.:/\\~\w]*)(\n)?/i, ['n', 'w'], 'parameters'],
      [/(\.)([-\w]+)(?:(\()|(\n))?/, memberCall],
      [/\?/, 'nf', 'parameters'],
      ...EXPRESSION,
      ...VARIABLES,
      [/[-+*/%=!.&|]/, 'o'],
      [/[{}(),:;]/, 'p'],
      [/`$/, 'se'],
    ],
    comment: [
      [pattern(`\\.(?:${HELP})`, 'i'), 'cs'],
      [/#>/, 'cm', '#pop'],
      [/[^#.]/, 'cm'],
      [/[#.]+/, 'cm'],
    ],
    interpolated: [[/\)/, 'si', '#pop'], include('root')],
    doubleQuoted: [[/(?:\$#?)?"/, 's2', '#pop'], ...ESCAPES, [/[^"`$]+/, 's2'], ...VARIABLES],
    singleQuoted: [
      [/'/, 's1', '#pop'],
      [/[^']+/, 's1'],
    ],
    heredoc: [[/(?:\$#?)?"@/, 'sh', '#pop'], ...ESCAPES, [/[^"`$]/, 'sh'], [/"+/, 'sh'], ...VARIABLES],
    className: [
      [/\{/, 'p', '#pop'],
      [/\s+/, 'w'],
      [/\w+/, 'nc'],
      [/[:,]/, 'p'],
    ],
    hash: [[/\}/, 'p', '#pop'], [/=/, 'o'], [/[,;]/, 'p'], ...EXPRESSION, [/\w+/, 'nx'], ...VARIABLES],
    array: [[/\s+/, 'w'], [/\)/, 'p', '#pop'], [/[,;]/, 'p'], ...EXPRESSION, ...VARIABLES],
    brace: [[/\}/, 'p', '#pop'], include('root')],
    bracket: [
      [/\]/, 'p', '#pop'],
      [/[A-Za-z]\w+\./, 'n'],
      [/[A-Za-z]\w+/, (scan, match) => scan.emit(ATTRIBUTES.has(match[0]) ? 'bp' : 'n', match[0])],
      include('root'),
    ],
    parameters: [
      [/`[\s\S]/, 'se'],
      [/\)/, closeParameters],
      [/\s*?\n/, 'w', '#pop'],
      [/[;(){}\]]/, 'p', '#pop'],
      [/[|=]/, 'o', '#pop'],
      [/[/\\~\w][-.:/\\~\w]*/, 'nx'],
      [/\w[-\w]+/, 'nx'],
      include('root'),
    ],
  },
})
