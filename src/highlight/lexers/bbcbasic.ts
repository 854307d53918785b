// BBC BASIC, with its assembler.

import { anyOf, defineLexer, pattern, type Rule } from '../grammar.ts'

// What is written without spaces is taken apart by these, so that of two words with one beginning the longer stands first. quirk(rouge):
// SUMLEN is SUM, then LEN.
const FUNCTIONS = anyOf(String.raw`ABS ACS ADVAL ASC ASN ATN BEATS BEAT BGET# CHR\$ COS COUNT DEG DIM EOF# ERL ERR EVAL
  EXP EXT# FN GET\$# GET\$ GET HIMEM INKEY\$ INKEY INSTR INT LEFT\$ LEN LN LOG LOMEM MID\$ OPENIN OPENOUT OPENUP PAGE
  POINT POS PTR# RAD REPORT\$ RIGHT\$ RND SGN SIN SQR STR\$ STRING\$ SUM TAN TEMPO TIME\$ TIME TOP USR VAL VPOS`)
const STATEMENTS = anyOf(`BEATS BPUT# CALL CASE CHAIN CLEAR CLG CLOSE# CLS COLOR COLOUR DATA ELSE ENDCASE ENDIF ENDPROC
  ENDWHILE END ENVELOPE FOR GCOL GOSUB GOTO IF INSTALL LET LIBRARY MODE NEXT OFF OF ON ORIGIN OSCI OTHERWISE OVERLAY
  PLOT PRINT# PRINT PROC QUIT READ REPEAT REPORT RETURN SOUND STEP STEREO STOP SWAP SYS THEN TINT TO VDU VOICES VOICE
  UNTIL WAIT WHEN WHILE WIDTH`)
const OF_PARTS =
  String.raw`CIRCLE(?: *FILL)?|DEF *(?:FN|PROC)|DRAW(?: *BY)?|DIM(?!\()|ELLIPSE(?: *FILL)?|ERROR(?: *EXT)?|` +
  'FILL(?: *BY)?|INPUT(?:#| *LINE)?|LINE(?: *INPUT)?|LOCAL(?: *DATA| *ERROR)?|' +
  'MOUSE(?: *COLOUR| *OFF| *ON| *RECTANGLE| *STEP| *TO)?|MOVE(?: *BY)?|' +
  String.raw`POINT(?: *BY)?(?!\()|RECTANGE(?: *FILL)?|RESTORE(?: *DATA| *ERROR)?|` +
  'TRACE(?: *CLOSE| *ENDPROC| *OFF| *STEP(?: *FN| *ON| *PROC)?| *TO)?'

const EXPRESSION: readonly Rule[] = [
  [pattern(FUNCTIONS, ''), 'nb'],
  [/<<|<=|<>|<|>=|>>>|>>|>|[-!$()*+/=?^|]|AND|DIV|EOR|MOD|NOT|OR/, 'o'],
  [/FALSE|TRUE/, 'no'],
  [/"[^"]*"/, 's'],
  [/[a-zA-Z_`][\w`]*[$%]?/, 'nv'],
  [/@%/, 'nv'],
  [/[\d.]+/, 'm'],
  [/%[01]+/, 'mb'],
  [/&[\da-fA-F]+/, 'mh'],
]

export const createBbcbasicLexer = defineLexer(() => ({
  states: {
    root: [
      // Behind a star, where a statement may begin: a command for the system.
      [/(:+)( *)(\*)(.*)/, ['p', '', 'k', '']],
      [/(\n+ *)(\*)(.*)/, ['', 'k', '']],
      [/(ELSE|OTHERWISE|REPEAT|THEN)( *)(\*)(.*)/, ['k', '', 'k', '']],
      [/[ \n]+/, ''],
      [/:+/, 'p'],
      [/\[/, 'k', 'statement'],
      [/REM *>.*/, 'cs'],
      [/REM.*/, 'c'],
      [pattern(`${STATEMENTS}|${OF_PARTS}`, ''), 'k'],
      ...EXPRESSION,
      [/[,;'~]|SPC|TAB/, 'p'],
    ],
    // In the assembler: what stands first in a statement, a label or an instruction.
    statement: [
      [/ +/, ''],
      [/\]/, 'k', '#pop'],
      [/[:\n]/, 'p'],
      [/\.[a-zA-Z_`][\w`]*%? */, 'nl'],
      [/(?:REM|;)[^:\n]*/, 'c'],
      [/[^ :\n]+/, 'k', 'operands'],
    ],
    operands: [
      [/ +/, ''],
      [/[:\n]/, 'p', '#pop'],
      [/(?:REM|;)[^:\n]*/, 'c', '#pop'],
      ...EXPRESSION,
      [/[!#,@[\]^{}]/, 'p'],
    ],
  },
}))
