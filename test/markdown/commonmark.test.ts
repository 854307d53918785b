import { describe, expect, it } from 'vitest'
import { type CommonMarkOptions, createCommonMark, createMarkdown, GFM_EXTENSIONS } from '../../src/markdown/index.ts'

type Row = readonly [text: string, html: string, options?: Partial<CommonMarkOptions>]

const CASES: readonly Row[] = [
  ['# Heading', '<h1>Heading</h1>\n'],
  ['a\nb', '<p>a\nb</p>\n'],
  ['a\nb', '<p>a<br />\nb</p>\n', { options: ['HARDBREAKS'] }],
  ['a\nb', '<p>a b</p>\n', { options: ['nobreaks'] }],
  ['"a" -- b', '<p>&quot;a&quot; -- b</p>\n'],
  ['"a" -- b', '<p>“a” – b</p>\n', { options: ['SMART'] }],
  ['https://example.com', '<p>https://example.com</p>\n'],
  [
    'https://example.com',
    '<p><a href="https://example.com">https://example.com</a></p>\n',
    { extensions: ['autolink'] },
  ],
  ['a <b>c</b>', '<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n'],
  ['a <b>c</b>', '<p>a <b>c</b></p>\n', { options: ['UNSAFE'] }],
  ['a <script>', '<p>a &lt;script></p>\n', { options: ['UNSAFE'], extensions: GFM_EXTENSIONS }],
  ['~~a~~', '<p><del>a</del></p>\n', { extensions: ['strikethrough'] }],
  [
    '```yaml\na: <b\n```',
    '<div class="language-yaml highlighter-rouge"><div class="highlight"><pre class="highlight"><code data-lang="yaml">a: &lt;b\n</code></pre></div></div>\n',
  ],
  [
    '|a|\n|:-:|\n|b|',
    '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="center">b</td>\n</tr>\n</tbody>\n</table>\n',
    { extensions: ['table'] },
  ],
]

describe('CommonMark', () => {
  for (const [text, html, options] of CASES)
    it(JSON.stringify([text, options ?? {}]), () => expect(createCommonMark(options).render(text)).toBe(html))

  it('is behind the same door', () =>
    expect(createMarkdown({ input: 'CommonMark' }).render('1) a\n')).toContain('<ol>'))

  it('tells its headings', () =>
    expect(createCommonMark().renderDocument('a\n\n## b *c*\n').headings).toEqual([
      { level: 2, id: '', text: 'b c', html: 'b <em>c</em>', line: 3 },
    ]))
})
