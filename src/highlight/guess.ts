// Guessing a language from the code itself, as Rouge does: an editor's mode line, else a #! line or another sure sign.

type Detector = readonly [tag: string, test: (code: string, interpreter: string) => boolean]

const interpreter =
  (pattern: string) =>
  (_: string, line: string): boolean =>
    line !== '' && new RegExp(`\\b(?:${pattern})(?:\\s|$)`).test(line)

const doctypeOf = (code: string): string | undefined =>
  /^\s*(?:<\?[\s\S]*?\?>\s*)?<!DOCTYPE\s+([\s\S]+?)>/.exec(code)?.[1]

const isDiff = (code: string): boolean =>
  code.startsWith('Index: ') ||
  /^diff[^\n]*?\ba\/[^\n]*\bb/.test(code) ||
  /---.*?\n\+\+\+/.test(code) ||
  /\+\+\+.*?\n---/.test(code)

const isHtml = (code: string): boolean =>
  /\bhtml\b/i.test(doctypeOf(code) ?? '') || (!/^<\?xml\b/.test(code) && /<\s*html\b/.test(code))

const isXml = (code: string): boolean =>
  !/html/.test(doctypeOf(code) ?? '') && (/^<\?xml\b/.test(code) || doctypeOf(code) !== undefined)

const DETECTORS: readonly Detector[] = [
  ['awk', interpreter('awk')],
  ['coffeescript', interpreter('coffee')],
  ['crystal', interpreter('crystal')],
  ['diff', isDiff],
  ['elixir', interpreter('elixir')],
  ['factor', interpreter('factor')],
  ['gherkin', interpreter('cucumber')],
  ['groovy', interpreter('groovy|nextflow')],
  [
    'hack',
    (code, line) => /<\?hh|async function [a-zA-Z]|\): Awaitable</.test(code) || interpreter('hhvm')(code, line),
  ],
  ['haskell', interpreter('runhaskell')],
  ['haxe', interpreter('haxe')],
  ['html', isHtml],
  ['io', interpreter('io')],
  ['javascript', interpreter('node|jsc')],
  ['julia', interpreter('julia')],
  ['livescript', interpreter('lsc')],
  ['lua', interpreter('lua')],
  ['mojo', interpreter('mojow?(?:[23](?:\\.\\d+)?)?')],
  ['moonscript', interpreter('moon')],
  ['perl', interpreter('perl')],
  ['php', (code, line) => interpreter('php')(code, line) || (!/^<\?hh/m.test(code) && /^<\?php/m.test(code))],
  ['postscript', (code) => /^%!/m.test(code)],
  ['praat', interpreter('praat')],
  ['puppet', interpreter('puppet(?:-apply)?')],
  ['python', interpreter('pythonw?(?:[23](?:\\.\\d+)?)?')],
  ['r', interpreter('Rscript')],
  ['racket', (code) => /^#lang[ \t]*.*(?:racket|scribble)/.test(code)],
  ['ruby', interpreter('ruby')],
  ['rust', interpreter('rustc')],
  ['sed', interpreter('sed')],
  ['shell', (code, line) => interpreter('[bzk]?sh')(code, line) || /^#(?:compdef|autoload)/.test(code)],
  ['tcl', interpreter('tclsh|wish|jimsh')],
  ['tex', (code) => /^\s*\\(?:documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass)/.test(code)],
  ['tulip', interpreter('tulip')],
  ['xml', isXml],
  ['yaml', (code) => /^\s*%YAML/.test(code)],
  // Last, for its mark also begins code of others.
  ['lasso', (code, line) => interpreter('lasso9')(code, line) || /^[^\n]*?<\?(?:lasso|=)/.test(code)],
]

// Emacs' `-*- mode: ruby -*-` and Vim's `vim: ft=ruby` or `vim: set syntax=ruby:`.
const modeOf = (line: string): string | undefined => {
  const emacs = /-\*-(.*)-\*-/.exec(line)?.[1]
  const mode = emacs === undefined ? undefined : (/\bmode\s*:\s*([\w+-]+)/i.exec(emacs)?.[1] ?? emacs.trim())
  const vim = /\b(?:vim|vi|ex):(?:\s*set?\b.*?)?\s*(?:ft|filetype|syntax)=(\w+)/i.exec(line)?.[1]
  return mode !== undefined && /^[\w+-]+$/.test(mode) ? mode : vim
}

const modeLine = (code: string, findTag: (name: string) => string | undefined): string | undefined => {
  const lines = code.split('\n')
  for (const line of [...lines.slice(0, 5), ...lines.slice(-5)]) {
    const mode = line.length > 1000 ? undefined : modeOf(line)
    const tag = mode === undefined ? undefined : findTag(mode)
    if (tag !== undefined) return tag
  }
  return undefined
}

/** The likeliest tag; 'plaintext' where nothing points to a language. `findTag` resolves the names in mode lines. */
export const guessLanguage = (source: string, findTag: (name: string) => string | undefined): string => {
  const code = source.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
  const marked = modeLine(code, findTag)
  if (marked !== undefined) return marked
  const line = /^\s*#!(.*)/.exec(code)?.[1] ?? ''
  return DETECTORS.find(([, test]) => test(code, line))?.[0] ?? 'plaintext'
}
