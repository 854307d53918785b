// Igor Pro.

import { type Action, defineLexer, LEAVE, pattern, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet(`abortonrte break case catch continue default do else elseif end endfor endif endstructure
  endswitch endtry for if macro menu proc return static strswitch structure switch threadsafe try while window`)
const DIRECTIVES = wordSet('define elif else endif ifdef ifndef if include pragma undef')
const DECLARATIONS = wordSet(`char constant dfref double float funcref int16 int32 int64 nvar strconstant string struct
  svar uchar uint16 uint32 uint64 variable wave`)

// quirk(rouge): of the functions and operations only those whose own names have no capitals are known.
const FUNCTIONS = wordSet(`abs acos acosh alog area asin asinh atan atan2 atanh beta betai binomial binomialln cabs ceil
  cequal char2num chebyshev cmplx cmpstr conj cos cosh cot coth cpowi csc csch date date2secs datetime defined deltax
  digamma dilogarithm ei enoise erf erfc erfcw exists exp factorial fakedata faverage floor gamma gammln gammp gammq gcd
  gnoise hcsr hermite imag interp leftx limit ln log magsqr max mean median min mod norm note num2char num2istr num2str
  numpnts numtype p2rect pcsr pnt2x poly qcsr r2polar real rightx round sawtooth sec sech sign sin sinc sinh sqrt str2num
  stringmatch strlen strsearch sum tan tango_close_device tango_command_inout tango_compute_image_proj
  tango_get_dev_attr_list tango_get_dev_black_box tango_get_dev_cmd_list tango_get_dev_status tango_get_dev_timeout
  tango_get_error_stack tango_open_device tango_ping_device tango_read_attribute tango_read_attributes
  tango_reload_dev_interface tango_resume_attr_monitor tango_set_attr_monitor_period tango_set_dev_timeout
  tango_start_attr_monitor tango_stop_attr_monitor tango_suspend_attr_monitor tango_write_attribute
  tango_write_attributes tanh ticks time trunc vcsr wnoise x2pnt xcsr zcsr zeromq_client_connect zeromq_client_recv
  zeromq_client_send zeromq_handler_start zeromq_handler_stop zeromq_server_bind zeromq_server_recv zeromq_server_send
  zeromq_set zeromq_stop zeromq_test_callfunction zeta`)
const OPERATIONS = wordSet('cd dir fprintf printf pwd sprintf sscanf wfprintf')

const NAME = String.raw`[a-z]\w*\b`
const NAMED = pattern(NAME, 'i')

const named: Action = (scan, [written]) => {
  const name = written.toLowerCase()
  const emit = (kind: string, next?: string): void => {
    scan.emit(kind, written)
    if (next !== undefined) scan.move(next)
  }
  if (name.includes('function')) emit('kd', 'function')
  else if (DECLARATIONS.has(name)) emit('kd', 'variables')
  else if (KEYWORDS.has(name)) emit('k')
  else if (name === 'nan' || name === 'inf') emit('kc')
  else if (FUNCTIONS.has(name)) emit('nb')
  else if (OPERATIONS.has(name)) emit('kr', 'flags')
  else emit(/^[vsw]_[a-z]/.test(name) ? 'no' : 'n')
}

const hashed: Action = (scan, [written, sign = '', name = '']) => {
  if (DIRECTIVES.has(name.toLowerCase())) scan.emit('cp', written)
  else {
    scan.emit('p', sign)
    scan.emit('n', name)
  }
}

// Within a line: a backslash at the end of one goes on with the next.
const SPACE: Rule = [/(?:[ \t]|\\\s*[\r\n])+/, '']
const SINGLE_QUOTED: Rule = [/'[^']*'/, 's1']
const FLAG = /\/[a-z]+/i
const FLOAT = /0x[a-f0-9]+/i
const INTEGER = /\d+(?:_\d+)*/

export const createIgorproLexer = defineLexer(() => ({
  states: {
    root: [
      [/\/\//, 'c', 'comment'],
      [NAMED, named],
      [pattern(`(#)(${NAME})`, 'i'), hashed],
      [pattern(String.raw`(/(?:wave|X|Y))(\s*)(=)(\s*)(${NAME})`, 'i'), ['kp', '', 'p', '', 'nv']],
      [/\s/, ''],
      [/[#$~!%^&*+=|?:<>/-]/, 'o'],
      [/[{}()[\],.;]/, 'p'],
      [/"/, 's2', 'string'],
      SINGLE_QUOTED,
      [FLOAT, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/, 'mh'],
      [INTEGER, 'mi'],
      SPACE,
    ],
    value: [
      SPACE,
      [/"/, 's2', 'string'],
      SINGLE_QUOTED,
      [FLOAT, 'mf', '#pop'],
      [INTEGER, 'mi', '#pop'],
      [/[([{][^)\]}]+[)\]}]/, 'g', '#pop'],
      [/[^\s/(]+/, 'g', '#pop'],
      LEAVE,
    ],
    variables: [
      SPACE,
      [/=/, 'p', 'value'],
      [NAMED, 'nv'],
      [/[[\]]/, 'p'],
      [/,/, 'p', '#push'],
      [/\)/, 'p', '#pop'],
      [FLAG, 'kp', '#push'],
      LEAVE,
    ],
    function: [[FLAG, 'kp'], SPACE, [NAMED, 'nf'], [/\(/, 'p', 'variables'], LEAVE],
    flags: [
      SPACE,
      [/=/, 'p', 'value'],
      [FLAG, 'kp', '#push'],
      [pattern(String.raw`(as)(\s*)(${NAME})`, 'i'), ['kt', '', 'nl']],
      LEAVE,
    ],
    string: [
      [/%\w\b/, 'sx'],
      [/\\[\\"]?/, 'se'],
      [/[^"]/, 's'],
      [/"/, 's2', '#pop'],
    ],
    comment: [[/(\/\s*)(@\w+\b)/, ['c', 'cs']], [/[^\r\n]/, 'c'], LEAVE],
  },
}))
