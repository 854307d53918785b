// ARM's assembly.

import { anyOf, defineLexer, pattern, type Rule } from '../grammar.ts'

const PREPROCESSOR = anyOf('define elif else endif error if ifdef ifndef include line pragma undef warning')
const FILE_DIRECTIVES = anyOf('BIN GET INCBIN INCLUDE LNK')
const DIRECTIVES =
  anyOf(`ALIAS ALIGN AOF AOUT AREA ARM ASSERT ATTR CN CODE16 CODE32 COMMON CP DATA DCB DCD DCDO DCDU DCFD DCFDU
  DCFH DCFHU DCFS DCFSU DCI DCI.N DCI.W DCQ DCQU DCW DCWU DN ELIF ELSE END ENDFUNC ENDIF ENDP ENTRY EQU EXPORT EXPORTAS EXTERN
  FIELD FILL FN FRAME FUNCTION GBLA GBLL GBLS GLOBAL IF IMPORT INFO KEEP LCLA LCLL LCLS LEADR LEAF LTORG MACRO MAP MEND MEXIT
  NOFP OPT ORG PRESERVE8 PROC QN RELOC REQUIRE REQUIRE8 RLIST RN ROUT SETA SETL SETS SN SPACE STRONG SUBT THUMB THUMBX TTL WEND
  WHILE \\[ \\] [|!#*=%&^]`)
const SHIFTS = 'ASR LSL LSR ROR RRX AL CC CS EQ GE GT HI HS LE LO LS LT MI NE PL VC VS'
const BUILTINS =
  anyOf(`ARCHITECTURE AREANAME ARMASM_VERSION CODESIZE COMMANDLINE CONFIG CPU ENDIAN FALSE FPIC FPU INPUTFILE
  INTER LINENUM LINENUMUP LINENUMUPPER OBJASM_VERSION OPT PC PCSTOREOFFSET REENTRANT ROPI RWPI TRUE VAR`)
const OPERATORS =
  anyOf(`AND BASE CC CC_ENCODING CHR DEF EOR FATTR FEXEC FLOAD FSIZE INDEX LAND LEFT LEN LEOR LNOT LOR LOWERCASE
  MOD NOT OR RCONST REVERSE_CC RIGHT ROL ROR SHL SHR STR TARGET_ARCH_[0-9A-Z_]+ TARGET_FEATURE_[0-9A-Z_]+ TARGET_FPU_[A-Z_]
  TARGET_PROFILE_[ARM] UAL UPPERCASE`)

const END: Rule = [/\n/, '', '#pop']
const VARIABLE: Rule = [/\$[a-z]\w*\.?/i, 'nn']
const SYMBOL = /[a-z_]\w*|\|[^|\n]+\|/i

const quoted = (quote: string, kind: string): readonly Rule[] => [
  END,
  [/\$\$/, kind],
  VARIABLE,
  [pattern(quote), kind, '#goto:operands'],
  [pattern(`[^$${quote}\\n]+`), kind],
]

export const createArmasmLexer = defineLexer(() => ({
  states: {
    root: [
      [/\n/, ''],
      [pattern(`^([ \\t]*)(#[ \\t]*(?:(?:${PREPROCESSOR})(?:[ \\t].*)?)?)(\\n)`), ['', 'cp', '']],
      [/[ \t]+/, '', 'command'],
      [/;.*/, 'c'],
      [/\$[a-z_]\w*\.?/i, 'nn'],
      [/\w+|\|[^|\n]+\|/, 'nl'],
    ],
    command: [
      END,
      [/[ \t]+/, '', '#goto:operands'],
      [/;.*/, 'c', '#pop'],
      [pattern(`(?:${FILE_DIRECTIVES})\\b`), 'k', '#goto:file'],
      [pattern(`(?:${DIRECTIVES})(?=[; \\t\\n])`, ''), 'k'],
      [/(?:[A-Z][\dA-Z]*|[a-z][\da-z]*)(?:\.[NWnw])?(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}\b/, 'nb'],
      [SYMBOL, 'nf'],
      VARIABLE,
    ],
    operands: [
      END,
      [/[ \t]+/, ''],
      [/;.*/, 'c', '#pop'],
      [pattern(`(?:${anyOf(`${SHIFTS} ${SHIFTS.toLowerCase()}`)})\\b`), 'nb'],
      [SYMBOL, 'nv'],
      [/%[bf]?[at]?\d+(?:[a-z_]\w*)?/i, 'nl'],
      [/(?:&|0x)[0-9a-f]+(?!p)/i, 'mh'],
      [/(?:&|0x)[.0-9a-f]+(?:p[-+]?\d+)?/i, 'mf'],
      [/0f_[0-9a-f]{8}|0d_[0-9a-f]{16}/i, 'mf'],
      [/(?:2_[01]+|3_[0-2]+|4_[0-3]+|5_[0-4]+|6_[0-5]+|7_[0-6]+|8_[0-7]+|9_[0-8]+|\d+)(?!e)/i, 'mi'],
      [
        /(?:2_[.01]+|3_[.0-2]+|4_[.0-3]+|5_[.0-4]+|6_[.0-5]+|7_[.0-6]+|8_[.0-7]+|9_[.0-8]+|[.\d]+)(?:e[-+]?\d+)?/i,
        'mf',
      ],
      [/[@:](?=[ \t]*(?:8|16|32|64|128|256)[^\d])/, 'o'],
      [pattern(`[.@]|\\{(?:${BUILTINS})\\}`), 'no'],
      [pattern(`[-!#%&()*+,/<=>?^{|}]|\\[|\\]|!=|&&|/=|<<|<=|<>|==|><|>=|>>|\\|\\||:(?:${OPERATORS}):`), 'o'],
      VARIABLE,
      [/'/, 'sc', '#goto:singleQuoted'],
      [/"/, 's2', '#goto:doubleQuoted'],
    ],
    singleQuoted: quoted("'", 'sc'),
    doubleQuoted: quoted('"', 's2'),
    file: [END, [/\$\$/, 'sx'], VARIABLE, [/[^$\n]+/, 'sx']],
  },
}))
