import { describe, expect, it } from 'vitest'
import { createMarkdown } from '../../src/markdown/index.ts'
import { createKramdown } from '../../src/markdown/markdown.ts'

describe('options as a _config.yml gives them', () => {
  it.each([
    ['toc_levels', { toc_levels: '2..3' }, '* x\n{:toc}\n\n# a\n\n## b\n', '#b'],
    ['smart_quotes', { smart_quotes: 'laquo,raquo,8222,8220' }, '"a"', '„a“'],
    ['auto_ids', { auto_ids: 'false' }, '# a', '<h1>a</h1>'],
    ['link_defs', { link_defs: new Map([['a', ['u', null]]]) }, '[a]', '<a href="u">a</a>'],
    ['typographic_symbols', { typographic_symbols: '{hellip: "..."}' }, 'a...', '<p>a...</p>'],
    ['math_engine', { math_engine: 'nil' }, 'a $$b$$', 'class="kdmath"'],
  ] as const)('%s', (_name, options, text, part) => expect(createMarkdown(options).render(text)).toContain(part))

  it('are refused where they make no sense', () =>
    expect(() => createMarkdown({ toc_levels: '0..9' })).toThrow(RangeError))
})

describe('what a document tells besides its HTML', () => {
  it('has headings with their lines', () =>
    expect(createMarkdown().renderDocument('a\n\n# b *c* {#d}\n\n> ## e\n').headings).toEqual([
      { level: 1, id: 'd', text: 'b c', html: 'b <em>c</em>', line: 3 },
      { level: 2, id: 'e', text: 'e', html: 'e', line: 5 },
    ]))

  it.each([
    ['[^a]', "Footnote definition for 'a' not found on line 1", 1],
    ['a\n\n[b][c] [d][]', "No link definition for link ID 'd' found on line 3", 3],
    ['* a\n\n  {::b /}', "Invalid extension with name 'b' specified on line 3 - ignoring it", 3],
    ['a\n\n[^b]: c', "Footnote definition for 'b' on line 3 is unreferenced - ignoring", 3],
  ])('warns: %j', (text, message, line) =>
    expect(createMarkdown().renderDocument(text).warnings).toContainEqual({ message, place: { path: '', line } }),
  )

  it('warns of links that are defined again where they are, and takes the last definition', () => {
    const text = '[a]: b\n[A]: c\n[b]: d\n{: .e}\n[b]: f\n\n{:/}\n\n[a]: g "h"\n[c]: i\n\n[a], [b], [c].\n'
    const { html, warnings } = createMarkdown().renderDocument(text)
    expect(html).toContain('<a href="g" title="h">a</a>, <a href="f">b</a>, <a href="i">c</a>.')
    expect(warnings.slice(0, 4).map(({ message }) => message.replace(/ on line.*/, ''))).toEqual([
      "Duplicate link ID 'a'",
      "Duplicate link ID 'b'",
      'Invalid extension stop tag  found',
      "Duplicate link ID 'a'",
    ])
    expect(createMarkdown().render(text)).toBe(html)
  })

  it.each([[1], [20], [200]])('finds the end of code between %d backticks, far away', (count) => {
    const ticks = '`'.repeat(count)
    const text = `a ${ticks}${count > 1 ? ' ' : ''}b ${'`'.repeat(count - 1)}${' c'.repeat(2000)}`
    expect(createMarkdown().render(`${text}${ticks} d\n`)).toContain('</code> d')
    expect(createMarkdown().render(`${text} d\n`)).not.toContain(`${'c '.repeat(9)}</code>`)
  })

  it('says where blocks are', () => {
    const { md } = createKramdown({})
    const tokens = md.parse('a\nb\n\n* c\n  d\n\n> e\n', {})
    expect(tokens.filter(({ type }) => type !== 'blank').map(({ type, map }) => [type, map])).toEqual([
      ['p', [0, 2]],
      ['ul', [3, 6]],
      ['blockquote', [6, 7]],
    ])
  })
})

describe('a highlighter', () => {
  const markdown = createMarkdown({
    highlight: (code, language, place) => (language === 'x' ? undefined : `${place}:${language}:${code.trim()}`),
  })
  it.each([
    ['```js\na\n```', '<div class="language-js highlighter-rouge">block:js:a</div>\n'],
    ['```x\na\n```', '<pre><code class="language-x">a\n</code></pre>\n'],
    ['`a`', '<p><code class="language-plaintext highlighter-rouge">span:plaintext:a</code></p>\n'],
  ])('is asked: %j', (text, html) => expect(markdown.render(text)).toBe(html))
})

describe('a plugin for markdown-it', () => {
  it('may add rules to parse and to render', () => {
    const { md } = createKramdown({})
    md.inline.ruler.before('emphasis', 'shout', ((state: {
      src: string
      pos: number
      tree: { children: unknown[] }
    }) => {
      if (state.src.charAt(state.pos) !== '%') return false
      state.pos++
      state.tree.children.push({ type: 'shout', content: '', children: [], attrs: null, ial: null })
      return true
    }) as never)
    md.renderer.rules['shout'] = () => '!!!'
    md.renderer.rules['hr'] = () => '<my-hr>\n'
    expect(md.render('*a* % b\n\n---\n')).toBe('<p><em>a</em> !!! b</p>\n\n<my-hr>\n')
  })
})
