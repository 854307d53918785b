// Random data files and front matter for fuzz-data.mjs. A text is a tree of arrays and strings, so that it can be shrunk branch by branch.
import { createNumbers } from './random.mjs'

const PLAIN = ['a', 'key', 'true', 'False', 'yes', 'NO', 'on', 'y', 'n', '~', 'null', 'Null', '', '1', '-1', '+7', '007', '08', '0x1F', '0b101', '0o17', '1_000', '1,000', '1.5', '-.5', '.5', '5.', '1.0e3', '1e3', '1.5E+10', '.inf', '-.INF', '.NaN', '12:30', '12:30:45', '190:20:30.15', '2024-01-02', '2024-1-2', '2024-02-30', '2024-01-02 03:04:05', '2024-01-02T03:04:05Z', '2024-01-02 03:04:05 +0200', '2024-01-02 03:04:05.25 -05:30', '2024-01-02t03:04:05.1', ':sym', ':sym: x', 'a b', 'a#b', 'a #b', 'a: b', 'a:b', 'é', '日本', '- x', '-x', '? x', '?x', '%x', '@x', '`x`', '!x', '&x', '*x', '|x', '>x', '{', '}', '[', ']', ',', 'a, b', "it's", '"', 'a "b" c', '<<', '=', '---', '...', '12e03', '0', '-0', '00', '1.', '1__0', '12345678901234567890', '1_0.5', 'nan', '0.1.2', 'tab\tin', '\u00a0', 'http://x.y/z?a=b#c', '{{ x }}', '{% x %}', '\ufeff'] // biome-ignore format: a list
const DOUBLE = ['', 'a', 'a b', '\\n', '\\t\\"\\\\', '\\x41', '\\u00e9', '\\U0001F600', '\\e\\0\\a', 'a\n  b', 'a\n\n  b', 'a\\\n   b', '#x', ': ', '\\/', '\\_', '\\N', '\\q', "'", '1', 'true'] // biome-ignore format: a list
const SINGLE = ['', 'a', "''", 'a\n  b', 'a\n\n\n  b', '\\n', '"', '# x', ': y', '1']
const KEYS = ['a', 'b', 'c', 'key two', '"q k"', "'s'", '1', '1.5', 'true', 'yes', '~', '2024-01-02', 'é', '? a\n', '[x, y]', '{p: q}', ':sym', 'a', '<<', '', '-', 'a.b', 'k-1'] // biome-ignore format: a list
const TAGS = ['!!str ', '!!int ', '!!float ', '!!bool ', '!!null ', '!!set ', '!!map ', '!!seq ', '!foo ', '!ruby/symbol ', '!binary ', '!!timestamp ', '! '] // biome-ignore format: a list
const CELLS = ['a', '', '1', '1.5', '"q"', '"a, b"', '"a\nb"', '"a""b"', ' x ', 'é', '"', 'a"b', '""', '"\t"', "'", '2024-01-02', 'a\rb', '"a" ', ' "a"', ';', 'true', '#c'] // biome-ignore format: a list
const JSON_SCALARS = ['1', '-1.50', '1e3', '1E-2', 'true', 'null', '""', '"a"', '"\\u00e9"', '"\\/"', '"a\\nb"', '"\\ud83d\\ude00"', '"2024-01-02"', '"#"', '": "', '0.0', '"\\t\\"\\\\"', '123456789012345678901'] // biome-ignore format: a list

export const createGenerator = (seed) => {
  const random = createNumbers(seed)
  const chance = (probability) => random() < probability
  const pick = (list) => list[Math.floor(random() * list.length)]
  const upTo = (most) => Math.floor(random() * (most + 1))
  const many = (least, most, make) => Array.from({ length: least + upTo(most - least) }, make)
  const gap = () => (chance(0.05) ? '\n' : chance(0.05) ? '# note\n' : chance(0.03) ? '   \n' : '')

  const scalar = () =>
    pick([
      () => pick(PLAIN),
      () => pick(PLAIN),
      () => `"${pick(DOUBLE)}"`,
      () => `'${pick(SINGLE)}'`,
      () => pick(['*one', '*two', '&one 1', '&two x']),
      () => pick(TAGS) + pick(['1', 'a', '"x"', '', '2024-01-02', 'aGk=']),
      () => `${pick(PLAIN)}${pick(['  # note', ' #', '   ', '\t', '#x', ' '])}`,
    ])()
  const flow = (depth) => {
    const inner = () => (depth > 0 && chance(0.3) ? flow(depth - 1) : [scalar()])
    const [open, close, item] = pick([
      ['[', ']', inner],
      ['{', '}', () => [pick(KEYS), pick([': ', ':', ' : ', ' ']), inner()]],
    ])
    return [open, ...many(0, 3, () => [item(), pick([', ', ',', ',\n    '])]), chance(0.7) ? [item()] : '', close]
  }
  const block = (indent) => {
    const head = `${pick(['|', '>'])}${pick(['', '', '-', '+', '2', '1-', '+2'])}${pick(['', '', ' # c', ' '])}\n`
    return [head, ...many(0, 4, () => [pick(['', `${indent}  `, `${indent}    `, `${indent}  `]), pick(['x', 'y: z', '- w', '', '# no', 'a  ']), '\n'])] // biome-ignore format: one line
  }
  const value = (indent, depth) =>
    pick([
      () => [' ', scalar(), '\n'],
      () => [' ', scalar(), '\n'],
      () => [' ', scalar(), '\n'],
      () => [' ', flow(2), '\n'],
      () => [' ', block(indent)],
      () => ['\n', ...many(0, 2, () => [`${indent}  `, pick(PLAIN), '\n'])],
      () => [' ', pick(PLAIN), '\n', ...many(0, 2, () => [`${indent}  `, pick(['more', 'a: b', '# c', '- d', '']), '\n'])], // biome-ignore format: one line
      () => [pick(['', ' &one', ' &two', ' !!map', ' !foo']), '\n', node(`${indent}${pick(['  ', '  ', '    ', ' ', '', '\t'])}`, depth - 1)], // biome-ignore format: one line
    ])()
  const mapping = (indent, depth) =>
    many(1, 4, () => [gap(), indent, pick(KEYS), pick([':', ':', ':', ' :']), value(indent, depth)])
  const sequence = (indent, depth) =>
    many(1, 4, () => [
      gap(),
      indent,
      '-',
      chance(0.3) ? [` ${pick(KEYS)}:`, value(`${indent}  `, depth), ...(chance(0.5) ? [[`${indent}  `, pick(KEYS), ':', value(`${indent}  `, depth)]] : [])] : value(indent, depth), // biome-ignore format: one line
    ])
  const node = (indent, depth) => {
    if (depth <= 0 || chance(0.1)) return [indent, scalar(), '\n']
    return pick([mapping, mapping, sequence])(indent, depth)
  }
  const yaml = () => [
    pick(['', '', '', '', '---\n', '--- ', '%YAML 1.1\n---\n', '# top\n', '\n']),
    node('', 3),
    pick(['', '', '', '', '...\n', '---\n', '---\nb: 2\n', '\n\n', '# end', '\t\n', '  ']),
  ]
  const table = (separator) => () =>
    many(0, 5, () => [
      ...many(0, 4, () => [pick(CELLS), separator]),
      pick(CELLS),
      pick(['\n', '\n', '\n', '\n', '\r\n', '', '\r']),
    ])
  const json = (depth) => {
    const space = () => pick(['', '', ' ', '\n', '\n  ', '\t'])
    if (depth <= 0 || chance(0.3)) return [pick(JSON_SCALARS)]
    const inner = () => [space(), json(depth - 1), space()]
    const [open, close, item] = pick([
      ['[', ']', inner],
      ['{', '}', () => [space(), pick(['"a"', '"b"', '"c d"', '""', '"1"', '"é"', '"a:b"']), pick([':', ': ', ' : ']), inner()]], // biome-ignore format: one line
    ])
    const items = many(0, 3, item)
    return [open, ...items.flatMap((one, at) => (at > 0 ? [[',', one]] : [one])), chance(0.03) ? ',' : '', close]
  }
  const matter = () => [
    pick([
      '---\n',
      '---\n',
      '---\n',
      '---  \n',
      '--- \r\n',
      '---\n\n',
      '----\n',
      ' ---\n',
      '---\t\n',
      '---x\n',
      '\n---\n',
    ]),
    node('', 2),
    pick(['---\n', '---\n', '---\n', '...\n', '---  \n\n\n', '---x\n', '', '---', '--- \n text', '----\n', '---\t\n', '---\r\n']), // biome-ignore format: one line
    pick(['', 'text\n', '\n\ntext\n', '---\n', '  x\n', '\t\n']),
  ]
  const KINDS = [['yml', yaml], ['yml', yaml], ['matter', matter], ['csv', table(',')], ['tsv', table('\t')], ['json', () => json(3)]] // biome-ignore format: a table
  return () => {
    const [kind, make] = pick(KINDS)
    return { kind, tree: make() }
  }
}
