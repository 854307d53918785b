import { describe, expect, it } from 'vitest'
import { build, createLiquid, createMarkdown, formatUserError, serve, UserError } from '../src/index.ts'

describe('the public door', () => {
  it('renders Markdown as Jekyll does', () => {
    expect(createMarkdown().render('# "A" -- b\n\n```ruby\nx\n```\n')).toBe(
      '<h1 id="a--b">“A” – b</h1>\n\n<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span class="n">x</span>\n</code></pre></div></div>\n',
    )
    expect(createMarkdown({ auto_ids: false }).render('# A')).toBe('<h1>A</h1>\n')
  })

  it('renders Liquid with and without Jekyll', () => {
    const liquid = createLiquid({ site: { baseurl: '/b' }, templates: { 'x.html': '[{{ include.a }}]' } })
    expect(
      liquid.render('{% include x.html a=t %} {{ "/p" | relative_url }} {{ "*m*" | markdownify | strip }}', {
        t: [1, 2.5],
      }),
    ).toBe('[12.5] /b/p <p><em>m</em></p>')
    expect(createLiquid({ jekyll: false }).render('{{ "a" | slugify }}')).toBe('a')
  })

  it('throws users’ mistakes as one class', () => {
    try {
      createLiquid().render('a\n{% nope %}')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(UserError)
      expect(formatUserError(error as UserError)).toMatch(/Unknown tag 'nope'[\s\S]*\(template\):2:1/)
    }
  })

  it('has functions to build and to serve', () => {
    expect([typeof build, typeof serve]).toEqual(['function', 'function'])
  })
})
