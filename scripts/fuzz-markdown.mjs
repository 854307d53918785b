// Compares our Markdown with kramdown's on random documents: npm run fuzz:markdown -- --count 1000 --seed 1
//
// kramdown is found by `ruby -rkramdown -rkramdown-parser-gfm`, with RUBYLIB respected. What differs is shrunk to a few characters; with
// --write DIR it is kept there as N.md, N.html (kramdown's) and N.json (the options). With --corpus FILE (a list of {markdown}) the
// documents are made of pieces of those in the file.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { createGrammar } from './fuzz-markdown-grammar.mjs'
import { createMixer } from './fuzz-markdown-mutations.mjs'
import { pickOptions } from './fuzz-markdown-options.mjs'
import { createNumbers } from './random.mjs'
import { startRuby } from './ruby-oracle.mjs'

const flag = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}

const ORACLE = `
require 'json'
require 'timeout'
$stdout.sync = true
STDIN.each_line do |line|
  begin
    request = JSON.parse(line)
    options = request['options'].transform_keys(&:to_sym)
    html = Timeout.timeout(5) { Kramdown::Document.new(request['text'], options).to_html }
    $stdout.puts JSON.generate({ html: html.encode('UTF-8', invalid: :replace, undef: :replace).scrub }, script_safe: true)
  rescue Exception => e
    $stdout.puts JSON.generate({ error: "#{e.class}: #{e.message}"[0, 200] })
  end
end
`

const findRuby = () => {
  const required = ['-rkramdown', '-rkramdown-parser-gfm']
  const probe = spawnSync('ruby', ['-W0', ...required, '-e', 'print Kramdown::VERSION'], { encoding: 'utf8' })
  return probe.status === 0 ? { version: probe.stdout, args: ['-W0', ...required, '-e', ORACLE] } : undefined
}

const loadMarkdown = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-markdown-'))
  const outfile = path.join(folder, 'markdown.mjs')
  const entry = path.resolve(import.meta.dirname, '../src/markdown/index.ts')
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
  const module = await import(pathToFileURL(outfile).href)
  rmSync(folder, { recursive: true })
  return module.createMarkdown
}

const CODE = /<code([^>]*)>([\s\S]*?)<\/code>/g
const TOKEN = /<span class="[a-z0-9]+">([^<]*)<\/span>/g
const withoutTokens = (html) =>
  html.replace(CODE, (_, attrs, code) => `<code${attrs}>${code.replace(TOKEN, '$1')}</code>`)

// Jekyll's options for the highlighter; a document's own come over them.
const HIGHLIGHTING = {
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
}

const renderOurs = (createMarkdown, text, options) => {
  try {
    return createMarkdown(options).render(text)
  } catch (error) {
    return `THROWN ${error.stack}`
  }
}

/** Cuts lines, then characters, for as long as the two still differ. */
const shrink = async (text, differs) => {
  let current = text
  for (const separator of ['\n\n', '\n', ' ', '']) {
    // Whole characters only: half of one is no text.
    const split = () => (separator === '' ? [...current] : current.split(separator))
    for (let size = Math.max(1, split().length >> 1); size >= 1; size >>= 1) {
      for (let at = 0; at < split().length; ) {
        const parts = split()
        const shorter = [...parts.slice(0, at), ...parts.slice(at + size)].join(separator)
        if (shorter !== current && shorter !== '' && (await differs(shorter))) current = shorter
        else at += size
      }
    }
  }
  return current
}

const main = async () => {
  const ruby = findRuby()
  if (ruby === undefined) {
    console.log('skipped: no Ruby with kramdown and kramdown-parser-gfm here (ruby -rkramdown -rkramdown-parser-gfm)')
    return
  }
  const count = Number(flag('count', 200))
  const seed = Number(flag('seed', 1))
  const shown = Number(flag('show', 5))
  const folder = flag('write', undefined)
  const corpus = flag('corpus', undefined)
  const texts = corpus && JSON.parse(readFileSync(corpus, 'utf8')).map(({ markdown }) => markdown)
  const createMarkdown = await loadMarkdown()
  const oracle = startRuby(ruby.args)
  const compare = async (text, options) => {
    const all = { ...HIGHLIGHTING, ...options }
    const theirs = await oracle.ask({ text, options: all })
    if (theirs.error !== undefined) return { same: true, error: theirs.error }
    const ours = renderOurs(createMarkdown, text, all)
    // An author's own spans in code look like a highlighter's.
    const same = theirs.html === ours || withoutTokens(theirs.html) === withoutTokens(ours)
    return { same, theirs: theirs.html, ours }
  }
  let different = 0
  let failed = 0
  for (let index = 0; index < count; index++) {
    const random = createNumbers(seed * 1_000_003 + index)
    const grammar = texts ? createMixer(random, texts) : createGrammar(random)
    const text = grammar.document()
    const options = pickOptions(grammar)
    const result = await compare(text, options)
    if (result.error !== undefined) failed++
    if (result.same) continue
    different++
    if (different > shown && folder === undefined) continue
    const small = await shrink(text, async (shorter) => !(await compare(shorter, options)).same)
    const { theirs, ours } = await compare(small, options)
    console.log(
      `--- ${index} ${JSON.stringify(options)}\n${JSON.stringify(small)}\nkramdown: ${JSON.stringify(theirs)}\nours:     ${JSON.stringify(ours)}`,
    )
    if (folder === undefined) continue
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, `${seed}-${index}.md`), small)
    writeFileSync(path.join(folder, `${seed}-${index}.html`), withoutTokens(theirs))
    writeFileSync(path.join(folder, `${seed}-${index}.json`), JSON.stringify(options))
  }
  oracle.stop()
  const share = ((100 * different) / Math.max(1, count - failed)).toFixed(2)
  console.log(
    `kramdown ${ruby.version}: ${different} of ${count - failed} documents differ (${share} %); it failed itself on ${failed}`,
  )
  process.exitCode = different > count / 50 ? 1 : 0
}

await main()
