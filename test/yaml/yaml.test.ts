import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/util/error.ts'
import { inspect } from '../../src/util/inspect.ts'
import { parseFully, parseYaml } from '../../src/yaml/yaml.ts'

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
    '{:}',
    '{ : }',
    '[:a]',
    '[a: ,b:,c]',
    '[,a]',
    '[a,,b]',
    '[? : a]',
    '[- a]',
    ']',
    '}',
    '[',
    '{',
    '["a"',
    '{"a": [b\n',
    'a: "b',
    "a: 'b\n",
    'a: "b\n---\nc"',
    'a:\n  : b\n',
    '? a\n :\n',
    'a: b: c\n',
    'a: b\nc\nd: e\n',
    'a: - b\n',
    'a:\n  b: c\n d: e\n',
    '- a\nb: c\n',
    'a: b\n\tc: d\n',
    'a: [b\n\tc]\n',
    'a: %b\n',
    'a: @b\n',
    'a: `b`\n',
    'a: "\\q"\n',
    'a: "\\x4"\n',
    '["\\ud83d\\ude00"]',
    'a: "\\U00110000"\n',
    'a: |0\n b\n',
    'a: | b\n',
    'a: !!\n',
    'a: !b! c\n',
    'a: !<b c\n',
    'a: !b,c\n',
    'a: !b%4 c\n',
    'a: &b &c d\n',
    'a: &b *c\n',
    '%YAML 1.3\n---\na',
    '%YAML 1.1\na: b',
    '%YAML 1.1\n%YAML 1.1\n---\n',
    '%TAG !a! b\n%TAG !a! b\n---\n',
    '%a\n---\n',
    '...\n',
    '\t',
    `${'k'.repeat(1025)}: 1`,
    `{"${'k'.repeat(1025)}": 1}`,
    'a: 0.5_\n',
    'a: ._5\n',
    'a: 1__0.5\n',
    '<<: [a]\n',
    '<<: a\n',
  ])('refuses %j', (source) => {
    expect(() => parseYaml(source)).toThrow(UserError)
  })

  it.each([
    ['a: 1\n\nb: [1,\n  2\n', 3, 4],
    ['a: 1\nb: c: d\n', 2, 5],
    ['a:\r\n  "b', 2, 3],
    ['a: 1\r\rb\r\rc: 2', 3, 1],
    ['a: 1\nbb: x\x07\n', 2, 6],
    ['a: {b: "\\q"}', 1, 9],
    ['a: 1\n<<: 2\n', 2, 5],
  ])('knows where %j is wrong', (source, line, column) => {
    const place = { place: { path: 'a.yml', line, column }, advice: expect.stringMatching(/\.$/) }
    expect(() => parseYaml(source, { path: 'a.yml' })).toThrow(expect.objectContaining(place))
  })

  it.each(['', '# a\n', ' \n\n  # b', '\ufeff'])('finds no document in %j', (source) => {
    expect(parseYaml(source)).toBe(false)
  })

  it.each(['---\n', '--- # a\n---\nb: 1\n', '---\n%YAML 1.1\n', '---', '%YAML 1.1\n---\n...\n'])(
    'finds an empty document in %j',
    (source) => {
      expect(parseYaml(source)).toBe(null)
    },
  )

  it.each([
    ['a: "b\n\t\n  c"', '{"a"=>"b\\nc"}'],
    ['a: b\n  \t\nc: d', '{"a"=>"b", "c"=>"d"}'],
    ['a: [b,\n\tc]', '{"a"=>["b", "c"]}'],
    ['a: |\n  b\n  \tc\n', '{"a"=>"b\\n\\tc\\n"}'],
    ['? \n: 1\n', '{}'],
    ['a: "\\N\\_\\L"', '{"a"=>"\u0085\u00a0\\u2028"}'],
    ['a: "b\rc"\nd: "e\u2028f"', '{"a"=>"b c", "d"=>"e\\u2028f"}'],
    ['a: b\u00a0\nc: d', '{"a"=>"b\u00a0", "c"=>"d"}'],
    ['a: b\r\nc: "d"\r\n', '{"a"=>"b", "c"=>"d"}'],
    ['---\na: b\n', '{"a"=>"b"}'],
    ['a: 1\u0085b: 2\u2028', '{"a"=>1, "b"=>2}'],
    ['\ufeffa: b', '{"a"=>"b"}'],
    ['a: b\n\ufeff\nc: d', '{"a"=>"b", "c"=>"d"}'],
    ['a: \ufeffb', '{"a"=>"\ufeffb"}'],
    [`{${'😀'.repeat(1000)}: 1}`, `{"${'😀'.repeat(1000)}"=>1}`],
    ['a: 2024-01-02 03:04:05\u00a0', '{"a"=>"2024-01-02 03:04:05\u00a0"}'],
    ['a: b\nc: [d]\n...\n]', '{"a"=>"b", "c"=>["d"]}'],
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
