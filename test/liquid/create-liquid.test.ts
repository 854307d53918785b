import { describe, expect, it } from 'vitest'
import { createLiquid } from '../../src/liquid/index.ts'

describe('createLiquid', () => {
  const liquid = createLiquid({
    timezone: 'UTC',
    config: { baseurl: '/b' },
    templates: { 'a.html': '<{{ include.x }}>' },
  })

  it('renders plain data', () => {
    const data = { a: { b: [1, 2.5, null] }, d: new Date(0), f: () => 1 }
    expect(liquid.render('{{ a }} {{ d }} {{ f }}{{ "/x" | relative_url }}{% include a.html x=a.b %}', data)).toBe(
      '{"b"=>[1, 2.5, nil]} 1970-01-01 00:00:00 UTC /b/x<12.5>',
    )
  })

  it('is bare Liquid where Jekyll is off', () => {
    const bare = createLiquid({ jekyll: false, templates: { card: 'card {{ x }}' } })
    expect(bare.render("{% include 'card', x: 1 %}{{ 'a' | slugify }}")).toBe('card 1a')
  })

  it('tells what it tolerates', () => {
    expect(liquid.check('{{ a b }}').map(({ message }) => message)).toEqual([
      'Liquid syntax error (line 1): Expected end_of_string but found id in "{{ a b }}"',
    ])
  })
})
