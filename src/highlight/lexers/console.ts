// Shell sessions: prompts, the commands after them, and what the commands print.
//
// Options after the language, as in `console?lang=ruby&prompt=>>,$`: `lang` lexes the commands, `output` what is printed,
// `prompt` lists the ends of a prompt, `comments` lets lines start with #, `error` lists the beginnings of error lines.

import type { Emit, Lexer, LexerOptions } from '../token.ts'

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
const listOf = (value: string | undefined): string[] => (value ?? '').split(',').filter((item) => item !== '')
const isOff = (value: string): boolean => ['0', 'false', 'off'].includes(value)

interface Session {
  readonly prompt: RegExp
  readonly error: RegExp | undefined
  readonly commands: Lexer
  readonly output: Lexer
}

const lexLine = (session: Session, line: string, emit: Emit): void => {
  const { commands, output } = session
  const prompt = session.prompt.exec(line)
  if (/^\s*(?:<\.+>|\.+)\s*$/.test(line)) {
    commands.reset()
    output.reset()
    emit('c', line)
  } else if (prompt) {
    output.reset()
    emit('gp', prompt[0])
    const rest = line.slice(prompt.index + prompt[0].length)
    const space = /^\s*/.exec(rest)?.[0] ?? ''
    emit('w', space)
    commands.lex(rest.slice(space.length), emit)
  } else if (line.trimStart().startsWith('#')) {
    commands.reset()
    output.reset()
    emit('c', line)
  } else if (session.error?.test(line)) {
    commands.reset()
    output.reset()
    emit('gr', line)
  } else {
    commands.reset()
    output.lex(line, emit)
  }
}

const plainOutput: Lexer = { reset: () => {}, lex: (text, emit) => emit('go', text) }

/** `find` makes the lexer of another language, or gives undefined where there is none of that name. */
export const createConsoleLexer = (options: LexerOptions, find: (name: string) => Lexer | undefined): Lexer => {
  const prompts = listOf(options['prompt'])
  // quirk(rouge): without `comments`, a # line is a comment only where the prompts were named and # is not one of them.
  const asked = options['comments']
  const comments = asked === undefined ? prompts.length > 0 && !prompts.includes('#') : !isOff(asked)
  const ends = prompts.length > 0 ? prompts : comments ? ['$', '>', ';'] : ['$', '#', '>', ';']
  const errors = listOf(options['error'])
  const session: Session = {
    prompt: new RegExp(`^${comments ? '[^<#]*?' : '[^\\n]*?'}(?:${ends.map(escapeRegExp).join('|')})`, 'm'),
    error: errors.length > 0 ? new RegExp(`^(?:${errors.map(escapeRegExp).join('|')})`, 'm') : undefined,
    commands: find(options['lang'] ?? 'shell') ?? plainOutput,
    output: (options['output'] === undefined ? undefined : find(options['output'])) ?? plainOutput,
  }
  return lexSession(session)
}

/** Sessions of irb and pry: Ruby after the prompts, and what irb prints. */
export const createIrbLexer = (_: LexerOptions, find: (name: string) => Lexer | undefined): Lexer =>
  lexSession({
    prompt: /^[^\n]*?(?:(?:irb|pry)[^\n]*?[>"*]|[>"*]>)/,
    error: undefined,
    commands: find('ruby') ?? plainOutput,
    output: find('irb_output') ?? plainOutput,
  })

const lexSession = (session: Session): Lexer => {
  const reset = (): void => {
    session.commands.reset()
    session.output.reset()
  }
  return {
    reset,
    lex: (text, emit) => {
      reset()
      for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) lexLine(session, line, emit)
    },
  }
}
