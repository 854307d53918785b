// Fortran, in free form.

import { byWord, defineLexer, pattern, type Rule, wordSet } from '../grammar.ts'

const KEYWORDS = wordSet(`abstract allocatable allocate assign assignment associate
  asynchronous backspace bind block blockdata call case class close codimension common concurrent contains
  contiguous continue critical cycle data deallocate deferred dimension do elemental else elseif elsewhere end
  endassociate endblock endblockdata enddo endenum endfile endforall endfunction endif endinterface endmodule
  endprogram endselect endsubmodule endsubroutine endtype endwhere endwhile entry enum enumerator equivalence exit
  extends external final flush forall format function generic goto if implicit import in include inout inquire
  intent interface intrinsic is lock module namelist non_overridable none nopass nullify only open operator
  optional out parameter pass pause pointer print private procedure program protected public pure read recursive
  result return rewind save select selectcase sequence stop submodule subroutine target then type unlock use value
  volatile wait where while write`)
const TYPES = wordSet('character complex doubleprecision integer logical real')
const INTRINSICS = wordSet(`abs achar acos acosh adjustl adjustr aimag aint all
  allocated anint any asin asinh associated atan atan2 atanh atomic_define atomic_ref bessel_j0 bessel_j1
  bessel_jn bessel_y0 bessel_y1 bessel_yn bge bgt bit_size ble blt btest c_associated c_f_pointer c_f_procpointer
  c_funloc c_loc c_sizeof ceiling char cmplx command_argument_count compiler_options compiler_version conjg cos
  cosh count cpu_time cshift date_and_time dble digits dim dot_product dprod dshiftl dshiftr eoshift epsilon erf
  erfc erfc_scaled execute_command_line exp exponent extends_type_of findloc floor fraction gamma get_command
  get_command_argument get_environment_variable huge hypot iachar iall iand iany ibclr ibits ibset ichar
  ieee_class ieee_copy_sign ieee_get_flag ieee_get_halting_mode ieee_get_rounding_mode ieee_get_status
  ieee_get_underflow_mode ieee_is_finite ieee_is_nan ieee_is_normal ieee_logb ieee_next_after ieee_rem ieee_rint
  ieee_scalb ieee_selected_real_kind ieee_set_flag ieee_set_halting_mode ieee_set_rounding_mode ieee_set_status
  ieee_set_underflow_mode ieee_support_datatype ieee_support_denormal ieee_support_divide ieee_support_flag
  ieee_support_halting ieee_support_inf ieee_support_io ieee_support_nan ieee_support_rounding ieee_support_sqrt
  ieee_support_standard ieee_support_underflow_control ieee_unordered ieee_value ieor image_index index int ior
  iparity is_contiguous is_iostat_end is_iostat_eor ishft ishftc kind lbound lcobound leadz len len_trim lge lgt
  lle llt log log10 log_gamma logical maskl maskr matmul max maxexponent maxloc maxval merge merge_bits min
  minexponent minloc minval mod modulo move_alloc mvbits nearest new_line nint norm2 not null num_images pack
  parity popcnt poppar present product radix random_number random_seed range real repeat reshape rrspacing
  same_type_as scale scan selected_char_kind selected_int_kind selected_real_kind set_exponent shape shifta shiftl
  shiftr sign sin sinh size spacing spread sqrt storage_size sum system_clock tan tanh this_image tiny trailz
  transfer transpose trim ubound ucobound unpack verify`)
const NAME = '[A-Z][_A-Z0-9]*'
const KIND = `(?:\\d+|${NAME})`
const EXPONENT = '[ED][+-]?\\d+'

const lowered = (name: string): string => name.toLowerCase()

const STRINGS: readonly Rule[] = [
  [pattern(`(?:${KIND}_)?'`, 'i'), 's1', 'single'],
  [pattern(`(?:${KIND}_)?"`, 'i'), 's2', 'double'],
]

export const createFortranLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, 'w'],
      [/!.*$/, 'c1'],
      [/^#.*$/, 'cp'],
      [/::|[()/;,:&[\]]/, 'p'],
      [/^[0-9]+\b/, 'nl'],
      [/(FORMAT)(\s*)(\()/i, ['k', 'w', 'p'], 'format'],
      [pattern(`[+-]?(?:(?:\\d+[.]\\d*|[.]\\d+)(?:${EXPONENT})?|\\d+${EXPONENT})(?:_${KIND})?`, 'i'), 'mf'],
      [pattern(`[+-]?\\d+(?:_${KIND})?`, 'i'), 'mi'],
      [/B(?:'[01]+'|"[01]+")/i, 'mb'],
      [/O(?:'[0-7]+'|"[0-7]+")/i, 'mo'],
      [/Z(?:'[0-9A-F]+'|"[0-9A-F]+")/i, 'mh'],
      ...STRINGS,
      [pattern(`[.](?:TRUE|FALSE)[.](?:_${KIND})?`, 'i'), 'kc'],
      [/\*\*|==|\/=|<=|>=|=>|[-+*<>=%]/, 'o'],
      [/\.[A-Z]+\./i, 'ow'],
      [/double\s+precision\b/i, 'kt'],
      [/(?:go\s+to|sync\s+(?:all|images|memory)|error\s+stop)\b/i, 'k'],
      [pattern(NAME, 'i'), byWord({ k: KEYWORDS, kt: TYPES, nb: INTRINSICS }, 'n', lowered)],
    ],
    single: [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', '#pop'],
    ],
    double: [
      [/[^"]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', '#pop'],
    ],
    format: [
      [/'/, 's1', 'single'],
      [/"/, 's2', 'double'],
      [/\(/, 'p', '#push'],
      [/\)/, 'p', '#pop'],
      [/,/, 'p'],
      [/\s+/, 'w'],
      [/[^\s'"(),]+/, 'l'],
    ],
  },
}))
