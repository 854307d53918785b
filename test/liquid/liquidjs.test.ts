import type { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { adaptLiquidjs, createEngine } from '../../src/liquid/index.ts'
import { UserError } from '../../src/util/error.ts'
import { hashOf, type Value } from '../../src/util/value.ts'

// Tags and filters that were written for liquidjs.

const plugins = (liquid: Liquid): void => {
  liquid.registerFilter('shout', (text: unknown, mark: unknown = '!') => `${String(text).toUpperCase()}${String(mark)}`)
  liquid.registerFilter('keys', (object: object) => Object.keys(object))
  liquid.registerFilter('wrap', (item: unknown) => ({ item, list: [1, 2.5] }))
  liquid.registerTag('hello', {
    parse(token) {
      this['name'] = token.args
    },
    *render(context): Generator<unknown, string, unknown> {
      const value = yield this.liquid._evalValue(String(this['name']), context)
      return `Hello ${String(value)}`
    },
  })
  liquid.registerTag('box', {
    parse(_token, remaining) {
      const templates: unknown[] = []
      this['templates'] = templates
      this.liquid.parser
        .parseStream(remaining)
        .on('template', (template: unknown) => templates.push(template))
        .on('tag:endbox', function (this: { stop(): void }) {
          this.stop()
        })
        .on('end', () => {
          throw new Error('box is not closed')
        })
        .start()
    },
    *render(context, emitter) {
      context.push({ inner: 'pushed' })
      emitter.write('[')
      yield this.liquid.renderer.renderTemplates(this['templates'] as never, context, emitter)
      emitter.write(']')
      context.pop()
    },
  })
  liquid.registerTag('remember', {
    render(context) {
      ;(context.bottom() as Record<string, unknown>)['remembered'] = { a: 1 }
    },
  })
}

const globals = new Map<string, Value>([
  ['name', 'World'],
  ['page', hashOf({ title: 'T', items: [1, 2] })],
])

const render = async (source: string): Promise<string> => {
  const engine = createEngine(await adaptLiquidjs(plugins))
  return engine.render(engine.parse(source, { path: 'a.md', line: 1 }), globals).output
}

describe('liquidjs plugins', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{{ name | shout }}{{ "a" | shout: "?" }}', 'WORLD!a?'.replace('a', 'A')],
    ['{{ page | keys | join: "," }}', 'title,items'],
    ['{{ name | wrap }}', '{"item"=>"World", "list"=>[1, 2.5]}'],
    ['{% hello name %}, {% hello page.title %}', 'Hello World, Hello T'],
    ['{% box %}a{{ name }}{% endbox %}b', '[aWorld]b'],
    ['{% box %}{% if name %}x{% else %}y{% endif %}{% for i in (1..3) %}{{ i }}{% endfor %}{% endbox %}', '[x123]'],
    ['{% box %}{% box %}{{ inner }}{% endbox %}{% endbox %}{{ inner }}', '[[pushed]]'],
    ['a {%- box -%} b {%- endbox -%} c', 'a[b]c'],
    ['{% if true %}{% box %}z{% endbox %}{% endif %}!', '[z]!'],
    ['{% remember %}{{ remembered.a }}', '1'],
    ['{% box %}{% raw %}{{ name }}{% endraw %}{% endbox %}', '[{{ name }}]'],
  ]
  for (const [source, expected] of cases) it(source, async () => expect(await render(source)).toBe(expected))

  it('gives errors of blocks their line', async () => {
    const error = await render('\n{% box %}\n{{ 1 | divided_by: 0 }}{% endbox %}').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).place).toEqual({ path: 'a.md', line: 3, column: 1 })
  })

  it('reports what a plugin refuses', async () => {
    await expect(render('{% box %}x')).rejects.toThrow('box is not closed')
  })
})
