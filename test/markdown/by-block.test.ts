// A document that is rendered block by block must look as the one that is parsed as a whole first, which is what a plugin gets.

import { describe, expect, it } from 'vitest'
import { createKramdown } from '../../src/markdown/markdown.ts'

const SPANS = '*a* `b` [c](d "e") [f] ~~g~~ "h" -- ![i](j){:.k} HTML\\\n$$l$$ <b>m *n*</b> &copy; \\* <http://o>  \n**p'
const BLOCKS =
  '# a *b* [c](d)\n\na\n: b\n\n: c\n\n^\n\n> # q\n> HTML\n\na|b\n-|-\n`c`|d\n\n* e\n* f\n\n  g\n\n<div>*h*</div>\n\n$$i$$\n'

const DOCUMENTS: Readonly<Record<string, string>> = {
  'contents before headers': '* x\n{:toc}\n\n# a\n\n## b *c*[^d]\n\n# e $$f$$ [g](h)\n\n[^d]: i\n',
  'contents in the place of headers and marks': '1. # a\n   [^b]\n{:toc}\n\n# a\n\n[^b]: c\n',
  'footnotes across blocks': 'a[^b][^c]\n\n* d[^b]\n\n[^c]: e[^f]\n\n    # g\n\n[^b]: h *i*\n[^f]: `j`\n[^k]: l\n',
  'a place for footnotes': '* a\n{:footnotes}\n\nb[^c]\n\n[^c]: d\n',
  'options in the middle': '# a\n\n{::options auto_ids="false" header_offset="1" /}\n\n# b\n',
  'options in a later text':
    '# a "b"\n\nc {::options footnote_nr="5" smart_quotes="apos,apos,quot,quot" /} d[^e]\n\n[^e]: f\n',
  'abbreviations at the end': 'HTML *HTML*\n\n* HTML\n\n*[HTML]: a\n',
  'an abbreviation with attributes': 'HTML\n\n*[HTML]: a\n{:.b}\n',
  'attribute lists between blocks': 'a\n{:.b}\n\n{:.c #d}\n\n* e\n{:f}\n\n{:f: g="h"}\n\n^\n{:.i}\n',
  'definitions at the end': '[a] [b][c] ![d][a]\n\n[a]: e "f"\n{:.g}\n[c]: h\n',
  'blank lines around markers': 'a\n\n^\n\nb\n\n{:c: d}\n\n\n[e]: f\n\ng\n',
  'remarks of all passes': 'a {:.b}\n\n[^c] [d]\n\n{::e /}\n\n<p>\n\n[^f]: </b>\n',
  'blocks in blocks': `> ${BLOCKS.replaceAll('\n', '\n> ')}\n\n<div markdown="1">\n${BLOCKS}</div>\n`,
  'very many blocks': BLOCKS.repeat(60),
  'very many markers and nothing else': '^\n'.repeat(700),
  'very many markers between blocks': `${'^\n\n'.repeat(300)}a\n\n${'^\n\n'.repeat(300)}`,
  'very many blocks, with text outside of any, and definitions': `${'*a*\n\n'.repeat(90)} \t*b*\n\n${'*c*\n\n'.repeat(90)}[f]: g\n`,
  'very many blocks and definitions': `${BLOCKS.repeat(60)}\n[f]: g\n\n*[HTML]: h\n`,
  'a definition that joins a list far back': `${'a\n\n'.repeat(210)}a\n: b\n\n\nc\n\n: d\n`,
  'a paragraph of very many lines': 'a\n> b\n'.repeat(400),
  'a paragraph of very many spans': `${SPANS.repeat(200)}\n\n${SPANS.repeat(200)}\n{:.q}\n\n*[HTML]: r\n\n[f]: s\n`,
  'a text of very many abbreviations':
    `${'HTML a & b\\\nc HTML '.repeat(900)}\\\n\n*${'HTML d '.repeat(900)}* <b>${'e HTML\n'.repeat(900)}</b> **f ${'HTML '.repeat(900)}\n` +
    `\n# ${'HTML g '.repeat(500)}\n\n*[HTML]: h\n`,
  'an open emphasis around very many spans': `**${SPANS.repeat(200)}\n`,
  'constructs of very many spans': `**a ${'*b* `c` '.repeat(300)}d** [e ${'**f**  \n'.repeat(300)}](g) <b>${'*h*\\\n'.repeat(900)}</b>\n`,
  'constructs without an end around very many spans': `**a ${'*b* `c` HTML '.repeat(300)} [d ${'*e*{:.f} '.repeat(300)}\n\n*[HTML]: g\n`,
  'very many marks in an open emphasis': `**a ${'*b*[^c] $$d$$ `e`{:.f} '.repeat(300)}\n\n[^c]: g\n`,
  'a text of very many escapes': '\\* \\_'.repeat(2000),
  'a table of very many rows': `|a|b\n|-|-:\n${'|`c|d`|e\\|f|\n|g\n'.repeat(300)}`,
  'a table of very many groups of rows':
    `|a|b\n|-|-:\n${'|c *d*||e[^f]\n|\n| g \\| h\n'.repeat(60)}|-\n${'i|`|` <b>|</b> $$j$$|\n'.repeat(170)}|=|=\n${'|k|HTML\n|-\n||l\n'.repeat(90)}` +
    '{:.m}\n\n|\n|\n\n[^f]: n\n\n*[HTML]: o\n',
  'very many spans that may hide pipes': `${'a|<b>\n'.repeat(400)}\n${'a|`b\n'.repeat(401)}\n${'a|`b|\n`c\n'.repeat(300)}\n> ${'a|`b`\n'.repeat(300)}\n${'a|`b`c\n'.repeat(300)}d\n`,
  'a list of very many items': '* a *b*\n'.repeat(300),
  'raw HTML with text in it': `<div>${'a < b </c> <p>d <!-- e --> <![CDATA[f]]> g</p>'.repeat(100)}\n`,
  'a list of very many classes': `*a*{:${' .b #c .d'.repeat(1000)} class="e" .f}\n\nb\n{:${' .b'.repeat(2000)}}\n`,
  'very many blocks and attribute lists': `* x\n{:toc}\n\n${`${BLOCKS}{:.r #s}\n\n{:.t}\n# u *v*{:.w} $$x$$ [y](z)\n`.repeat(60)}`,
  'very many blocks before options': `${BLOCKS.repeat(60)}\n{::options auto_ids="false" /}\n\n# c\n`,
  'very many blocks before a list of attributes with a name': `${'a{:k}\n\n'.repeat(300)}{:k: .b}\n`,
  'contents of very many headers': `# a\n\n1. x\n{:toc .y #z}\n\n${'### b\n# c *d*\n## [e](f) -- g\n#### h\n'.repeat(99)}`,
  'very many definitions': `# a\n\n${'a *b*\n: c\n\n  # d\n: e\n\nf\n\n: g\n'.repeat(150)}{:.h}\n\ni\n: j\n`,
  'very many definitions of a term': `a\n${': b\nc\n: {:=} [d]{:e}\n\n    > {:=}\n'.repeat(150)}`,
  'very many definitions in a list with ids': `${'a *b*\n: c\n'.repeat(300)}{:auto_ids}\n`,
  'very many definitions in a quote': '> a\n> : b\n'.repeat(300),
  'very many definitions of links and what they say': `${'[a]: b\n{:.c}\n[d]: e\n^\n^\n[f]: g\n'.repeat(90)}\n[a] [d] [f]\n`,
  'an item with definitions and attributes':
    '* a\n  {:.b}\n  [c]: d\n  [e]: f\n  {:.g}\n* [h]: i\n  [j]: k\n\n  l\n* [c] [e] [j]\n',
  'very many footnotes': `${Array.from({ length: 150 }, (_, i) => `a[^${i}] b\n\n[^${i}]: c *d* {:.e} [^${i + 1}]\n\n`).join('')}[^0]: {:.f}\n\n    # g\n`,
  'very many lists of classes behind a span': `*a*{:.b}${'{:.c}{:.d .e}'.repeat(900)}{:f}{:.g class=" h"}{:.i}{:#j}{:.k}{:. }{:.l} {:.m}\n\n{:f: .n}\n`,
  'one footnote very often': `${'a[^b] '.repeat(2000)}\n\n[^b]: c\n`,
  'footnotes that are overwritten': `${'a[^b] c[^d]\n\n[^b]: e[^d]\n\n'.repeat(9)}[^b]: f\n[^d]: g[^b]\n\n    > h[^d]\n`,
}

describe.each(['GFM', 'kramdown', 'smartypants'])('%s by block', (input) => {
  const { md, markdown } = createKramdown({ input })

  it.each(Object.entries(DOCUMENTS))('%s', (_name, text) => {
    expect(markdown.renderDocument(text).html).toBe(md.render(text))
    expect(markdown.render(text)).toBe(md.render(text))
  })
})

describe('what is told besides the HTML', () => {
  it('is in the order of the passes', () => {
    const text = `[f]\n\n${BLOCKS.repeat(60)}\n$$a$$\n\n[f]\n\n<p>\n`
    const math = (code: string) => ({ html: undefined, problem: `no ${code}` })
    const { markdown } = createKramdown({ math_engine: 'katex', math })
    const { warnings, headings } = markdown.renderDocument(text)
    const kinds = warnings.map(({ message }) => message.slice(0, 8)).filter((kind, at, all) => kind !== all[at - 1])
    expect(kinds).toEqual(['Found no', 'No link ', 'no i', 'no a'])
    expect(headings).toHaveLength(120)
    expect(headings[119]?.id).toBe('q-59')
  })
})
