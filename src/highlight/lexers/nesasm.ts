// Assembly for the NES.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const INSTRUCTIONS =
  wordSet(`ADC AND ASL BIT BRK CMP CPX CPY DEC EOR INC JMP JSR LDA LDX LDY LSR NOP ORA ROL ROR RTI RTS
  SBC STA STX STY TAX TXA DEX INX TAY TYA DEY INY BPL BMI BVC BVS BCC BCS BNE BEQ CLC SEC CLI SEI CLV CLD SED TXS TSX
  PHA PLA PHP PLP`)
const TYPES = wordSet('BYTE DB DW WORD')
const DIRECTIVES =
  wordSet(`INCBIN INCLUDE ORG BANK RSSET RS MACRO ENDM DS PROC ENDP PROCGROUP ENDPROCGROUP INCCHR DEFCHR
  ZP BSS CODE DATA IF IFDEF IFNDEF ELSE ENDIF FAIL INESPRG INESCHR INESMAP INESMIR FUNC`)

export const createNesasmLexer = defineLexer(() => ({
  states: {
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/[(),.[\]]/, 'p'],
      [/#?%[01]+/, 'mb'],
      [/#?\$[0-9a-fA-F]+/, 'mh'],
      [/#?\d+/, 'm'],
      [/[~&*+=|?:<>/-]/, 'o'],
      [/#?\w+:?/, byWord({ k: INSTRUCTIONS, kt: TYPES, kr: DIRECTIVES }, 'nf', (name) => name.toUpperCase())],
      [/#\(/, 'p'],
      [/"/, 's', 'string'],
      [/'\w'/, 'sc'],
      [/\\\??[\d@#]/, 'nb'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\"?/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  },
}))
