import { describe, expect, it } from 'vitest'
import { runBounded } from '../../src/highlight/guard.ts'
import { createHighlighter } from '../../src/highlight/index.ts'
import languages from '../../src/highlight/languages.json' with { type: 'json' }
import { RARER } from '../../src/highlight/lexers/rarer.ts'
import { hasLexer, RARER_TAGS } from '../../src/highlight/lexers/registry.ts'
import cases from './cases.json' with { type: 'json' }

const block = (code: string, language: string | undefined, options = {}): string | undefined =>
  createHighlighter({ default_lang: 'plaintext', guess_lang: true, ...options }).kramdown(code, language, 'block')

const spans = (code: string, language: string): string =>
  createHighlighter({ wrap: false, guess_lang: true }).kramdown(code, language, 'block') ?? 'undefined'

describe('kramdown blocks and spans', () => {
  it('wraps a block', () => {
    expect(block('a: 1\n', 'yaml')).toBe(
      '<div class="highlight"><pre class="highlight"><code><span class="na">a</span><span class="pi">:</span> ' +
        '<span class="m">1</span>\n</code></pre></div>',
    )
  })

  it('has a lexer for every language of Rouge', () => {
    expect(Object.keys(languages).filter((tag) => !hasLexer(tag))).toEqual([])
    expect(hasLexer('nosuchlang')).toBe(false)
  })

  it('takes the default language for code without one', () => {
    expect(block('a < b & "c"', undefined)).toBe(
      '<div class="highlight"><pre class="highlight"><code>a &lt; b &amp; "c"</code></pre></div>',
    )
  })

  it('leaves unknown languages, another case of a name, and disabled highlighting to kramdown', () => {
    expect(block('x', 'nosuchlang')).toBeUndefined()
    expect(block('x', 'Ruby')).toBeUndefined()
    expect(block('x', 'ruby', { disable: true })).toBeUndefined()
    expect(createHighlighter().kramdown('x', undefined, 'block')).toBeUndefined()
    expect(createHighlighter({ default_lang: 'plaintext' }).kramdown('x', undefined, 'block')).toBeUndefined()
  })

  it('never wraps a span', () => {
    const highlighter = createHighlighter({ guess_lang: true, span: { line_numbers: false }, line_numbers: true })
    expect(highlighter.kramdown('true', 'json', 'span')).toBe('<span class="kc">true</span>')
  })

  it('numbers lines in a table', () => {
    expect(block('1\n2', 'json', { block: { line_numbers: true, start_line: 9, css_class: 'c' } })).toBe(
      '<div class="highlight"><pre class="c"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl">' +
        '<pre class="lineno">9\n10\n</pre></td><td class="rouge-code"><pre><span class="mi">1</span><span class="w">\n</span>' +
        '<span class="mi">2</span>\n</pre></td></tr></tbody></table></code></pre></div>',
    )
  })

  it('resolves aliases and options after the name', () => {
    expect(spans('echo', 'bash')).toBe('<span class="nb">echo</span>')
    expect(spans('% ls', 'console?prompt=%')).toBe(
      '<span class="gp">%</span><span class="w"> </span><span class="nb">ls</span>',
    )
    expect(spans('a < b', 'php')).toBe('<span class="n">a</span> <span class="o">&lt;</span> <span class="n">b</span>')
    expect(spans('a < b', 'php?start_inline=0')).toBe('a <span class="nt">&lt;</span> <span class="nt">b</span>')
    expect(spans('x', 'plaintext?token=Generic.Output')).toBe('<span class="go">x</span>')
    expect(spans('<?= 1 ?>', 'guess')).toBe(
      '<span class="cp">&lt;?=</span> <span class="mi">1</span> <span class="cp">?&gt;</span>',
    )
    expect(spans('x = 1', 'lasso?start_inline=1')).toBe(
      '<span class="n">x</span><span class="o"> =</span> <span class="mi">1</span>',
    )
    expect(spans('#!/bin/sh\necho', 'guess')).toBe('<span class="c">#!/bin/sh</span>\n<span class="nb">echo</span>')
  })
})

describe('the highlight tag', () => {
  const tag = createHighlighter().tag
  it('writes a figure', () => {
    expect(tag('x < 1\n', 'nosuch', { linenos: false, mark_lines: [] })).toBe(
      '<figure class="highlight"><pre><code class="language-nosuch" data-lang="nosuch">x &lt; 1</code></pre></figure>',
    )
    expect(tag('', 'c++', { linenos: false, mark_lines: [] })).toContain('class="language-c--" data-lang="c++"')
  })

  it('marks and numbers lines', () => {
    expect(tag('a\nb', 'text', { linenos: 'inline', mark_lines: [2] })).toBe(
      '<figure class="highlight"><pre><code class="language-text" data-lang="text"><table class="rouge-table"><tbody><tr>' +
        '<td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre>a\n<span class="hll">b\n</span>\n' +
        '</pre></td></tr></tbody></table></code></pre></figure>',
    )
  })
})

describe('bounds', () => {
  it('leaves huge lines unhighlighted', () => {
    const code = `x = ${'"a" + '.repeat(20_000)}1`
    expect(spans(code, 'ruby')).toBe(code)
  })

  it('stops a pattern that would run for ever, and goes on with the next', () => {
    expect(runBounded(() => /^(a+)+$/.test(`${'a'.repeat(60)}b`), 30)).toBe(false)
    let ran = false
    expect(
      runBounded(() => {
        ran = true
      }),
    ).toBe(true)
    expect(ran).toBe(true)
    expect(() =>
      runBounded(() => {
        throw new TypeError('a bug')
      }),
    ).toThrow('a bug')
  })

  it('keeps every character of the code', () => {
    const code =
      'if (a<b) { "q\\n" } # \u{1F600} é\t`x` $(y) {% raw %} {{ a | b: "c" }} --- !x &y\n  - key: |\n     text\n'
    for (const name of ['sh', 'yaml', 'json', 'liquid', 'make', 'diff', 'console', 'js', 'java', 'html'])
      expect(
        spans(code, name)
          .replace(/<[^>]*>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&amp;/g, '&'),
        name,
      ).toBe(code)
  })
})

describe('HTML', () => {
  it('takes an attribute with a # for one, wherever it has it', () => {
    expect(spans('<a e3#>', 'html')).toBe(
      '<span class="nt">&lt;a</span> <span class="na">e3#</span><span class="nt">&gt;</span>',
    )
  })
})

describe('the rarer languages', () => {
  it('are those that the registry names', () => {
    expect(Object.keys(RARER)).toEqual([...RARER_TAGS])
  })

  it('go by all of their names', () => {
    expect(spans('@end', 'objc')).toBe('<span class="k">@end</span>')
    expect(spans('rem x', 'bat')).toBe('<span class="c">rem x</span>')
    expect(spans('puts 1', 'cr')).toBe('<span class="nb">puts</span> <span class="mi">1</span>')
  })
})

// What Rouge 4.7 writes for a few lines of each language that has a lexer.
describe('token classes', () => {
  it.each(cases.map(({ lang, code, html }) => [lang, code, html] as const))('%s', (lang, code, html) => {
    expect(spans(code, lang)).toBe(html)
  })
})
