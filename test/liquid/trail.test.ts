import { describe, expect, it } from 'vitest'
import { createNumbers } from '../../scripts/random.mjs'
import type { EngineCore } from '../../src/liquid/core.ts'
import { createEffects, type Effects } from '../../src/liquid/effects.ts'
import { createEngine, type Globals } from '../../src/liquid/index.ts'
import { Runtime } from '../../src/liquid/runtime.ts'
import { createTrail } from '../../src/liquid/trail.ts'
import { hashOf, type Value } from '../../src/util/value.ts'

// Loops that go on where they stood before put out and set what they do when they go all their way.

const PLACE = { path: 'loop.html', line: 1 }
const VARIABLES = ['a', 'b', 'c', 'd']
const FILTERS = ['', ' | plus: 1', ' | append: "x"', ' | size', ' | push: 1', ' | split: "1" | first', ' | default: b', ' | times: item', ' | remove: "1"', ' | slice: 0, 2', ' | last', ' | date: "%Y"', ' | slugify'] // biome-ignore format: a list
const TERMS = [...VARIABLES, 'item', '1', '"t1"', 'blank', 'item.size', 'list[forloop.index]', 'list[forloop.index0]', 'forloop.index', 'forloop.first', 'forloop.last', 'forloop.rindex', 'forloop.length', 'page.title', 'other', 'list.size', 'counter', 'b[forloop.index]', 'list[0]', '[page.name]'] // biome-ignore format: a list

const createWriter = (seed: number) => {
  const next = createNumbers(seed)
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)]!
  const expression = (): string => {
    const word = pick(TERMS)
    return word + (next() < 0.5 ? pick(FILTERS) : '')
  }
  const condition = (): string => `${pick(TERMS)} ${pick(['==', '!=', '>', 'contains'])} ${pick(TERMS)}`
  const branch = (depth: number): string => statements(depth - 1)
  const block = (depth: number): string =>
    pick([
      () =>
        `{% if ${condition()} %}${branch(depth)}{% elsif ${condition()} %}${branch(depth)}{% else %}${branch(depth)}{% endif %}`,
      () => `{% unless ${condition()} %}${branch(depth)}{% endunless %}`,
      () => `{% case ${pick(TERMS)} %}{% when ${pick(TERMS)} %}${branch(depth)}{% else %}${branch(depth)}{% endcase %}`,
      () => `{% capture ${pick(VARIABLES)} %}${branch(depth)}{% endcapture %}`,
      () =>
        `{% for ${pick(['inner', 'a', 'item'])} in ${pick(['(1..3)', 'list', 'b'])}${pick(['', ' limit: 2', ' offset: continue', ' reversed'])} %}${branch(depth)}{{ inner }}{% else %}${branch(depth)}{% endfor %}`,
      () => `{% comment %}${branch(depth)}{% endcomment %}`,
    ])()
  const simple = (): string =>
    pick([
      () => `{{ ${expression()} }}`,
      () => `{% assign ${pick(VARIABLES)} = ${expression()} %}`,
      () => `{% assign ${pick(VARIABLES)} = ${expression()} %}`,
      () => pick(['text', ' ', '{% raw %}{{{% endraw %}']),
      () => (next() < 0.2 ? pick(['{% increment counter %}', '{% cycle "x", "y" %}', '{% break %}', '{% continue %}', '{% ifchanged %}{{ a }}{% endifchanged %}']) : ''), // biome-ignore format: a list
    ])()
  const statements = (depth: number): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => (depth > 0 && next() < 0.4 ? block(depth) : simple())).join('') // biome-ignore format: one call
  const template = (): string =>
    `{% assign a = start %}{% assign d = "" | split: "" %}${next() < 0.3 ? '{% assign b = page.title %}' : ''}{% for item in list %}${statements(2)}{% endfor %}|${VARIABLES.map((name) => `{{ ${name} | inspect }}`).join(',')}{% for x in (1..9) offset: continue %}{{ x }}{% endfor %}`
  return { template, next, pick }
}

const WORDS = Array.from({ length: 70 }, (_, index) => (index % 7 === 0 ? index : `t${index % 13}`))

/** Lists that begin alike, most of them; as the pages before a page in a book do. */
const createList = ({ next, pick }: ReturnType<typeof createWriter>): Value[] => {
  const list: Value[] = WORDS.slice(0, 33 + Math.floor(next() * 37))
  if (next() < 0.3) list[list.length - 1] = 'end'
  if (next() < 0.1) list[3] = pick(['other', null, hashOf({ size: 1 })])
  return list
}

const OPTIONS = { timezone: 'UTC', limits: { outputSize: 200_000 } }

describe('a loop that is rendered again', () => {
  it.each(Array.from({ length: 400 }, (_, seed) => seed))('gives what it gives in an engine of its own: %i', (seed) => {
    const writer = createWriter(seed)
    const source = writer.template()
    const engine = createEngine(OPTIONS)
    const template = engine.parse(source, PLACE)
    const outputOf = (render: () => { readonly output: string }): string => {
      try {
        return render().output
      } catch (error) {
        return String(error)
      }
    }
    for (let turn = 0; turn < 8; turn++) {
      const list = createList(writer)
      const globals: Globals = new Map<string, Value>([
        ['list', list],
        ['start', writer.next() < 0.9 ? 1 : 2],
        ['other', 'text'],
        ['page', hashOf({ title: `Page ${turn}`, name: 'b' })],
      ])
      const alone = createEngine(OPTIONS)
      const expected = outputOf(() => alone.render(alone.parse(source, PLACE), globals))
      expect(
        outputOf(() => engine.render(template, globals)),
        `${source}\n${turn}`,
      ).toBe(expected)
    }
  })
})

const effectsOf = (changes: Partial<Effects>): Effects => ({ ...createEffects(), ...changes })

const walkAll = (effects: Effects, lists: readonly (readonly Value[])[]): (number | undefined)[] => {
  const trail = createTrail(effects, 'item')
  return lists.map((items) => {
    const core = { limits: { renderTime: 1000 } } as EngineCore
    const runtime = new Runtime({ core, globals: new Map([['list', items]]), context: {}, notes: undefined })
    const walk = trail?.begin(items, runtime)
    for (let index = walk?.from ?? items.length; index < items.length; index++) walk?.add('')
    walk?.end()
    return walk?.from
  })
}

const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index)

describe('a trail', () => {
  const lists = [numbers(50), numbers(60), numbers(40), numbers(70), [...numbers(45), -1]]
  it.each([
    ['begins where the same items end', {}, [0, 50, 40, 60, 45]],
    ['leaves out an item that was the last', { looksAhead: true }, [0, 49, 39, 59, 44]],
    ['follows the list that its loop reads', { lists: new Set(['list']) }, [0, 50, 40, 60, 45]],
    ['does not follow another list', { lists: new Set(['other']) }, [undefined, undefined, undefined, undefined, undefined]], // biome-ignore format: a row
    ['is none where the body is not steady', { steady: false }, [undefined, undefined, undefined, undefined, undefined]], // biome-ignore format: a row
    ['is none where the item is assigned', { writes: new Set(['item']) }, [undefined, undefined, undefined, undefined, undefined]], // biome-ignore format: a row
  ] as const)('%s', (_, changes, expected) => {
    expect(walkAll(effectsOf(changes as Partial<Effects>), lists)).toEqual(expected)
  })

  it('is given up where nothing is ever the same', () => {
    const different = Array.from({ length: 12 }, (_, turn) => numbers(40).map((number) => number + turn * 100))
    expect(walkAll(createEffects(), different).map((from) => from !== undefined)).toEqual(
      different.map((_, turn) => turn < 8),
    )
  })
})
