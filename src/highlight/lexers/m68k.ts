// Assembler for the Motorola 68000 and its kin.

import { byWord, defineLexer, wordSet } from '../grammar.ts'

const INSTRUCTIONS =
  wordSet(`abcd add adda addi addq addx and andi asl asr bcc bchg bclr bcs beq bfchg bfclr bfests bfextu bfffo
  bfins bfset bftst bge bgt bhi bhs bkpt ble blo bls blt bmi bne bpl bra bse bsr btst bvc bvs callm cas cas2 chk chk2
  clr cmp cmp2 cmpa cmpi cmpm dbcc dbcs dbeq dbf dbge dbgt dbhi dbhs dble dblo dbls dblt dbmi dbne dbpl dbra dbt dbvc
  dbvs divs divsl divu divul eor eori exg ext extb illegal jmp jsr lea link lsl lsr move move16 movea movem movep moveq
  muls mulu nbcd neg negx nop not or ori pack pea rol ror roxl roxr rtd rtm rtr rts sbcd scc scs seq sf sge sgt shi shs
  sle slo sls slt smi sne spl st sub suba subi subq subx svc svs swap tas trap trapcc trapv tst unlk unpk`)
const DIRECTIVES =
  wordSet(`cargs cnop else elseif end endc endf endfunc endm endmain endproc endr equ equenv equr even fail fopt
  format fpu func ifc ifd ifeq ifge ifgt ifle iflt ifnc ifnd ifne iif incbin incdir include list listchar llen machine
  macro main mexit mmu narg nolist offset opt opword output page plen proc radix reg rept rsreset rsset section set spc
  subttl ttl`)
const REGISTERS = wordSet('d0 d1 d2 d3 d4 d5 d6 d7 a0 a1 a2 a3 a4 a5 a6 a7 pc usp ssp ccr')

const isUnderscores = { has: (name: string): boolean => !/[^_]/.test(name) }

export const createM68kLexer = defineLexer(() => ({
  initial: ['root', 'lineStart'],
  states: {
    lineStart: [
      [/\s+/, ''],
      [/(?:)/, '', '#pop'],
    ],
    root: [[/(?:)/, '', 'statements']],
    statements: [
      [/\n+/, '', 'lineStart'],
      [/^\*.*/, 'c1', 'lineStart'],
      [/;.*/, 'c1', 'lineStart'],
      [/\s+/, ''],
      [/"/, 's', 'string'],
      [/#/, 'nd'],
      [/^\.?[a-zA-Z0-9_]+:?/, 'nl'],
      [/\.[bswl]\s/i, 'nd'],
      [/'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
      [/\$[0-9a-f]+/i, 'mh'],
      [/@[0-8]+/, 'mo'],
      [/%[01]+/, 'mb'],
      [/\d+/, 'mi'],
      [/[*~&+=|?:<>/-]/, 'o'],
      [/\\./, 'cp'],
      [/[(),.]/, 'p'],
      [/\[[a-zA-Z0-9]*\]/, 'p'],
      [
        /[a-zA-Z_][a-zA-Z0-9_]*/,
        byWord(
          { k: INSTRUCTIONS, kt: wordSet('dc ds dcb'), kr: DIRECTIVES, nb: REGISTERS, n: isUnderscores },
          'nv',
          (name) => name.toLowerCase(),
        ),
      ],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n/, 's'],
      [/\\/, 's'],
    ],
  },
}))
