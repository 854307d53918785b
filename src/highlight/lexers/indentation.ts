// Blocks that are told by their indentation, for Haml and Slim: a line that begins one names the state in which the deeper lines are read.

import type { Action, Scan } from '../grammar.ts'

/** Names the state for the lines below that stand deeper than this one. */
export const startBlock = (scan: Scan, state: string): void => {
  scan.memory['block'] = state
  scan.memory['blockIndent'] = scan.memory['indent'] ?? ''
}

export const forgetBlock = (memory: Record<string, unknown>): void => {
  memory['block'] = undefined
  memory['blockIndent'] = undefined
}

/** Reads the space before a line, and goes to the state that the line is to be read in. */
export const beginLine: Action = (scan, match) => {
  const indent = match[0]
  const { block, blockIndent } = scan.memory
  scan.emit('', indent)
  scan.memory['indent'] = indent
  if (typeof block === 'string' && indent.startsWith(String(blockIndent)) && indent !== blockIndent) scan.move(block)
  else {
    forgetBlock(scan.memory)
    scan.move('content')
  }
}
