import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/util/error.ts'
import { inspect } from '../../src/util/inspect.ts'
import { parseFully, parseYaml } from '../../src/util/yaml.ts'

// A line is a case: the YAML (with ⏎ for a newline), ` => `, and what Ruby's inspect prints for its value.
const cases = readFileSync(new URL('yaml-cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' => ') && !line.startsWith('# '))
  .map((line) => line.split(' => ') as [string, string])
  .map(([source, expected]) => ({ source: source.replaceAll('⏎', '\n'), expected }))

describe('YAML', () => {
  it.each(cases)('$source', ({ source, expected }) => {
    expect(inspect(parseYaml(source))).toBe(expected)
    expect(inspect(parseFully(source))).toBe(expected)
  })

  it('names file, line and column of a mistake', () => {
    try {
      parseYaml('a: 1\nb: [1,\nc: 2\n', { path: 'x.md', line: 2 })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(UserError)
      expect((error as UserError).place).toMatchObject({
        path: 'x.md',
        line: expect.any(Number),
        column: expect.any(Number),
      })
    }
  })

  it.each([
    'a: 1\n]\n',
    'a: x\u0007',
    'a: \u007f\n',
    'a: 1\n\t\nb: 2\n',
    'a: "1"\n  \t\nb: 2\n',
    '\t# c\na: 1\n',
    'a: *.md\n',
    'a: **b\n',
    'a: &b.c d\n',
    'a: 1\n: 2\n',
    'a: |\n  x\n\t\n  y\n',
    ' a: 1\n b\n',
  ])('refuses %j', (source) => {
    expect(() => parseYaml(source)).toThrow(UserError)
  })

  it.each([
    ['a: "b\n\t\n  c"', '{"a"=>"b\\nc"}'],
    ['a: b\n  \t\nc: d', '{"a"=>"b", "c"=>"d"}'],
    ['a: [b,\n\tc]', '{"a"=>["b", "c"]}'],
    ['a: |\n  b\n  \tc\n', '{"a"=>"b\\n\\tc\\n"}'],
    ['? \n: 1\n', '{}'],
  ])('reads %j', (source, expected) => {
    expect(inspect(parseYaml(source))).toBe(expected)
  })

  it('names the line of a tab that indents', () => {
    const place = { place: expect.objectContaining({ path: 'a.yml', line: 4 }) }
    expect(() => parseYaml('a: {\n}\nb:\n\tc: 1\n', { path: 'a.yml' })).toThrow(expect.objectContaining(place))
  })

  it('takes a carriage return for a line break', () => {
    expect(inspect(parseYaml('a: 1\rb: [c,\rd]\r\n'))).toBe('{"a"=>1, "b"=>["c", "d"]}')
  })

  it('refuses an alias bomb', () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
    for (let i = 1; i < 10; i++) {
      const [name, last] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)]
      lines.push(`${name}: &${name} [${Array(10).fill(`*${last}`).join(',')}]`)
    }
    expect(() => parseYaml(lines.join('\n'))).toThrow(/aliases/)
  })

  it('refuses YAML without bottom', () => {
    expect(() => parseYaml('['.repeat(20_000))).toThrow(UserError)
    expect(() => parseYaml(`a: ${'['.repeat(1000)}${']'.repeat(1000)}`)).toThrow(UserError)
  })
})
