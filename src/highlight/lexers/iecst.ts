// Structured Text, a language of programmable controllers.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const BLOCKS = `PROGRAM CONFIGURATION INITIAL_STEP INTERFACE FUNCTION_BLOCK FUNCTION ACTION TRANSITION TYPE STRUCT STEP
  NAMESPACE LIBRARY CHANNEL FOLDER RESOURCE VAR_ACCESS VAR_CONFIG VAR_EXTERNAL VAR_GLOBAL VAR_INPUT VAR_IN_OUT
  VAR_OUTPUT VAR_TEMP VAR CONST METHOD PROPERTY CASE FOR IF REPEAT WHILE`
const KEYWORDS = wordSet(`${BLOCKS} ${BLOCKS.replace(/\w+/g, 'END_$&')} AT BEGIN BY CONSTANT CONTINUE DO ELSE ELSIF EXIT
  EXTENDS FROM GET GOTO IMPLEMENTS JMP NON_RETAIN OF PRIVATE PROTECTED PUBLIC RETAIN RETURN SET TASK THEN TO UNTIL
  USING WITH __CATCH __ENDTRY __FINALLY __TRY`)
const TYPES = wordSet(`ANY ARRAY BOOL BYTE POINTER STRING DATE DATE_AND_TIME DT TIME TIME_OF_DAY TOD INT DINT LINT SINT
  UINT UDINT ULINT USINT WORD DWORD LWORD REAL LREAL`)
const OPERATORS = wordSet('AND EQ EXPT GE GT LE LT MOD NE NOT OR XOR')

const named = byWord({ k: KEYWORDS, kt: TYPES, l: wordSet('TRUE FALSE NULL'), o: OPERATORS }, 'n', (name) =>
  name.toUpperCase(),
)

export const createIecstLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\(\*[\s\S]*?\*\)/, 'cm'],
      [/\{[\s\S]*?\}/, 'cs'],
      [/'[^']+'/, 's1'],
      [/"[^"]+"/, 'ss'],
      [/%[IQM][XBWDL][\d.]*|%[IQ][\d.]*/, 'vm'],
      [/(?:D|DT|T|TOD)#[\d_shmd:]*/i, 'ld'],
      [/(?:16#[\d_a-f]+|0x[\d_a-f]+)\b/i, 'mh'],
      [/2#[01_]+/, 'mb'],
      [/(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/i, 'mf'],
      [/_[\d.,_]*/, 'm'],
      [/[A-Z_]+\b/i, named],
      [/S?R?:?=>?|&&?|\*\*?|<[=>]?|>=?|[-:^/+#]/, 'o'],
      [/[a-z_]\w*(?=\s*\()/i, 'nf'],
      [/[a-z_]\w*\b/i, 'n'],
      [/[()[\].,;]/, 'p'],
    ],
  },
}))
