// Windows' batch files.

import { type Action, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'

const DEVICES = wordSet(`aux com1 com2 com3 com4 com5 com6 com7 com8 com9 con lpt1
  lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 nul prn`)
const KEYWORDS = wordSet(`call do else exit for goto if in`)
const OPERATORS = wordSet(`cmdextversion defined equ errorlevel exist geq gtr leq lss
  neq not`)
const COMMANDS = wordSet(`assoc attrib bcdedit break cacls cd chcp chdir chkdsk
  chkntfs choice cls cmd color comp compact convert copy date del dir diskpart doskey dpath driverquery echo
  endlocal erase fc find findstr format fsutil ftype gpresult graftabl help icacls label md mkdir mklink mode more
  move openfiles path pause popd print prompt pushd rd recover ren rename replace rmdir robocopy sc schtasks
  setlocal shift shutdown sort start subst systeminfo takeown taskkill tasklist time timeout title tree type ver
  verify vol waitfor wmic xcopy`)
const PROGRAMS = wordSet(`addusers admodcmd ansicon arp at bcdboot bitsadmin browstat
  certreq certutil change cidiag cipher cleanmgr clip cmdkey compress convertcp coreinfo csccmd cscript csvde curl
  debug defrag delprof deltree devcon diamond dirquota diruse diskshadow diskuse dism dnscmd dsacls dsadd dsget
  dsmgmt dsmod dsmove dsquery dsregcmd dsrm edlin eventcreate expand extract fdisk fltmc forfiles freedisk ftp
  getmac gpupdate hostname ifmember inuse ipconfig kill lgpo lodctr logman logoff logtime makecab mapisend mbsacli
  mem mountvol moveuser msg mshta msiexec msinfo32 mstsc nbtstat net net1 netdom netsh netstat nlsinfo nltest now
  nslookup ntbackup ntdsutil ntoskrnl ntrights nvspbind pathping perms ping pngout pnputil portqry powercfg
  printbrm prncnfg prnmngr procdump psexec psfile psgetsid psinfo pskill pslist psloggedon psloglist pspasswd
  psping psservice psshutdown pssuspend qbasic qgrep qprocess query quser qwinsta rasdial reg reg1 regdump
  regedt32 regini regsvr32 reset restore rmtshare route rpcping run runas rundll32 scandisk setspn setx sfc share
  shellrunas shortcut sigcheck sleep slmgr strings subinacl sysmon telnet tftp tlist touch tracerpt tracert tscon
  tsdiscon tskill tttracer typeperf tzutil undelete unformat verifier vmconnect vssadmin w32tm wbadmin wecutil
  wevtutil wget where whoami windiff winrm winrs wpeutil wpr wscript wuauclt wusa`)
const ATTRIBUTES = wordSet(`disable enabledelayedexpansion enableextensions off on`)

// quirk(rouge): a word that nobody knows has the class of `set`.
const kindOf = (name: string): string => {
  if (DEVICES.has(name)) return 'kr'
  if (KEYWORDS.has(name)) return 'k'
  if (OPERATORS.has(name)) return 'ow'
  if (COMMANDS.has(name) || PROGRAMS.has(name)) return 'nb'
  return ATTRIBUTES.has(name) ? 'na' : 'kd'
}

const command: Action = (scan, match) => {
  const [whole, name = '', ending = ''] = match
  const kind = kindOf(name)
  if (kind === 'nb') {
    scan.emit(kind, whole)
    return
  }
  scan.emit(kind, name)
  scan.emit('err', ending)
}

const ESCAPE: Rule = [/\^[\s\S]/, 'se']
const EXPANSIONS: readonly Rule[] = [
  [/[%!]+[a-z_$@#]+[%!]+/i, 'nv'],
  [/%+~?[a-z]+\d?/i, 'vm'],
  // Signs that name nothing, all at once: none of them would name anything by itself.
  [/[%!]+(?!~?[a-z]|[a-z_$@#%!])|[%!]*!/i, 'err'],
]
const quoted = (quote: string, kind: string): readonly Rule[] => [
  ESCAPE,
  [pattern(quote), kind, '#pop'],
  ...EXPANSIONS,
  [pattern(`[^\\^${quote}%!]+`), kind],
]

export const createBatchfileLexer = defineLexer(() => ({
  states: {
    root: [
      [/@?rem\b.*$/i, 'c'],
      [/^::.*$/, 'c'],
      [/:[a-z]+/i, 'nl'],
      [/([a-z]\w*)(\.exe|com|bat|cmd|msi)?/i, command],
      [/(?:[/+]|--?)[a-z]+\s*/i, 'na'],
      ...EXPANSIONS,
      [/[<>&|(){}[\]\-+=;,~?*]/, 'o'],
      [/\s+/, ''],
      [/0x[0-9a-f]+/i, 'mh'],
      [/[0-9]/, 'm'],
      [/"/, 's2', 'double'],
      [/'/, 's1', 'single'],
      [/`/, 'sb', 'backtick'],
      [/[^\s&|()[\]{}^=;!%+\-,"'`~?*]+/, ''],
      ESCAPE,
    ],
    double: quoted('"', 's2'),
    single: quoted("'", 's1'),
    backtick: quoted('`', 'sb'),
  },
}))
