// Random data files and front matter for fuzz-data.mjs. A text is a tree of arrays and strings, so that it can be shrunk branch by branch.
import { createNumbers } from './random.mjs'

const PLAIN = ['a', 'key', 'true', 'False', 'yes', 'NO', 'on', 'y', 'n', '~', 'null', 'Null', '', '1', '-1', '+7', '007', '08', '0x1F', '0b101', '0o17', '1_000', '1,000', '1.5', '-.5', '.5', '5.', '1.0e3', '1e3', '1.5E+10', '.inf', '-.INF', '.NaN', '12:30', '12:30:45', '190:20:30.15', '2024-01-02', '2024-1-2', '2024-02-30', '2024-01-02 03:04:05', '2024-01-02T03:04:05Z', '2024-01-02 03:04:05 +0200', '2024-01-02 03:04:05.25 -05:30', '2024-01-02t03:04:05.1', ':sym', ':sym: x', 'a b', 'a#b', 'a #b', 'a: b', 'a:b', 'é', '日本', '- x', '-x', '? x', '?x', '%x', '@x', '`x`', '!x', '&x', '*x', '|x', '>x', '{', '}', '[', ']', ',', 'a, b', "it's", '"', 'a "b" c', '<<', '=', '---', '...', '12e03', '0', '-0', '00', '1.', '1__0', '12345678901234567890', '1_0.5', 'nan', '0.1.2', 'tab\tin', '\u00a0', 'http://x.y/z?a=b#c', '{{ x }}', '{% x %}', '\ufeff', '-\t1', '1.5_0', '._5', '._', '1_', '_1', ',1', '-,1', '0_7', '0b1_0', '0b_', '-0x1F', '0x1_F', '0x_', '+0x1f', '1:2:3.5', '1:60', '-1:30.5', '1_0:30', '0.5_', '1.5e3', '1.e+3', '.5e-3', '-.5E+2', '1.5.', 'TRUE', 'nULL', 'oFF', 'Yes', 'NULL', '2024-01-02 24:00:00', '2024-01-02 23:59:60', '2024-01-02 23:60:00', '2024-01-02 25:00:00', '0001-01-01 00:00:00 +0100', '0000-01-01', '0001-01-01', '0000-01-01 00:00:00', '9999-12-31 23:59:59 -0100', '2024-01-02 03:04:05 Z', '2024-01-02T03:04:05+5', '2024-01-02 03:04:05 +05', '2024-01-02 03:04:05 +1', '2024-1-2 3:04:05', '2024-01-02\t03:04:05', '2024-01-02 03:04:05.', '2024-01-02 03:04:05.123456789', '2024-01-02 03:04:05 +9999', '2024-01-02 03:04', '1582-10-10', '1582-10-04 12:00:00', '1500-02-29', '2023-02-29 01:02:03', '/a/:b/', '#fff', 'a  b', 'x\u2028y', 'x\u0085y', '#', 'a,b', '[a]: b', '"a": b', '\u0001', '\u007f', 'a\\b', '*', '&', '!', '|-', '>-', '%', '--- a', '--', '----', '-', '?', ':', '::', 'C:\\x', 'a:', 'a: ', '$1', '😀', '10%', '1 # 2', '0.0.0.0'] // biome-ignore format: a list
const DOUBLE = ['', 'a', 'a b', '\\n', '\\t\\"\\\\', '\\x41', '\\u00e9', '\\U0001F600', '\\e\\0\\a', 'a\n  b', 'a\n\n  b', 'a\\\n   b', '#x', ': ', '\\/', '\\_', '\\N', '\\q', "'", '1', 'true', '\\ud83d\\ude00', '\\uDC00', '\\U00110000', '\\x4', "\\'", '\\\t', '\\ ', '  a  ', 'a\n\tb', 'a\nb', 'a\n---\nb', 'a\n ---\nb', '\n', 'a \\\n\n  b', 'a\\\n b\\\n c', 'x\r\n y', '\u2028', '{{ a }}'] // biome-ignore format: a list
const SINGLE = [
  '',
  'a',
  "''",
  'a\n  b',
  'a\n\n\n  b',
  '\\n',
  '"',
  '# x',
  ': y',
  '1',
  'a\nb',
  'a\n...\nb',
  "it''s",
  '  a\t\n\tb ',
  '\\',
  '{{ a }}',
  'a\n\n',
]
const KEYS = ['a', 'b', 'c', 'key two', '"q k"', "'s'", '1', '1.5', 'true', 'yes', '~', '2024-01-02', 'é', '? a\n', '[x, y]', '{p: q}', ':sym', 'a', '<<', '', '-', 'a.b', 'k-1', '*one', '&one a', '!!str a', '? ', '? - a\n', '? |\n  x\n', "'a''b'", '"a\\tb"', '😀', 'a b c', '/', 'http://x', '0', '01', '.', '$x', '@x', 'a#', '- a', '"a', 'n', '[]', '{}', '"a\n  b"', 'x\n  y'] // biome-ignore format: a list
const TAGS = ['!!str ', '!!int ', '!!float ', '!!bool ', '!!null ', '!!set ', '!!map ', '!!seq ', '!foo ', '!ruby/symbol ', '!binary ', '!!timestamp ', '! ', '!!', '!<x> ', '!<tag:yaml.org,2002:binary> ', '!e!x ', '!x,', '!%41 ', '!%4 ', '!a#b ', '!!str\n    ', '&a !x ', '!x &a ', '!!binary ', '!{x} '] // biome-ignore format: a list
const SOUP = ['a', 'b', '1', ' ', ' ', '  ', '\n', '\n', '\n  ', '\n', ': ', ': ', ':', ',', ', ', '[', ']', '{', '}', '- ', '-', '? ', '?', '|', '>', '!', '!!str ', '&a ', '*a', '*a ', '#', ' # ', '"', "'", '"a"', "'a'", '\t', '---', '...', '%', '\\', '@', '`', '<<', '~', '\ufeff', 'a: ', '\nb: ', '\n- '] // biome-ignore format: a list
const CELLS = ['a', '', '1', '1.5', '"q"', '"a, b"', '"a\nb"', '"a""b"', ' x ', 'é', '"', 'a"b', '""', '"\t"', "'", '2024-01-02', 'a\rb', '"a" ', ' "a"', ';', 'true', '#c'] // biome-ignore format: a list
const JSON_SCALARS = ['1', '-1.50', '1e3', '1E-2', 'true', 'null', '""', '"a"', '"\\u00e9"', '"\\/"', '"a\\nb"', '"\\ud83d\\ude00"', '"2024-01-02"', '"#"', '": "', '0.0', '"\\t\\"\\\\"', '123456789012345678901', '"\\udc00"', '"\\u0000"', '"a\tb"', '"a\nb"', "'a'", 'NaN', '-0', '-0.0', '01', '1.', '.5', '+1', '"<<"', '"\\u2028"', '"\u2028"', '"\\x41"', '"\\v"', '"yes"', 'yes', 'undefined', '"12:30"', '1.0e+5', '1.5E5', '/* c */ 1', '// c\n1', '"é😀"', '"\\U0001F600"'] // biome-ignore format: a list

// Of half the texts nothing is made but what most authors write, for the rest is mostly refused.
const TAME_PLAIN = PLAIN.filter(
  (text) => /^[\w.~/+-][\w.~/+:é -]*$/.test(text) && !/: |:$|^-+$|^[?-] |^\.+$/.test(text),
)
const TAME_KEYS = KEYS.filter((text) => /^[\w.~'"/é][\w '"./-]*$/.test(text) && text !== '"a')

export const createGenerator = (seed) => {
  const random = createNumbers(seed)
  const chance = (probability) => random() < probability
  const pick = (list) => list[Math.floor(random() * list.length)]
  const upTo = (most) => Math.floor(random() * (most + 1))
  const many = (least, most, make) => Array.from({ length: least + upTo(most - least) }, make)
  const gap = () => (chance(0.05) ? '\n' : chance(0.05) ? '# note\n' : chance(0.03) ? '   \n' : '')

  let isTame = false
  const plain = () => pick(isTame ? TAME_PLAIN : PLAIN)
  const key = () => pick(isTame ? TAME_KEYS : KEYS)

  const scalar = () =>
    pick([
      () => plain(),
      () => plain(),
      () => `"${pick(DOUBLE)}"`,
      () => `'${pick(SINGLE)}'`,
      () =>
        pick([
          '*one',
          '*two',
          '*three',
          '&one 1',
          '&two x',
          '&one {q: 1}',
          '&two [1]',
          '&one',
          '*one:',
          '*one :',
          '&a.b x',
          '*.md',
          '**',
          '&',
          '*',
        ]),
      () => pick(TAGS) + pick(['1', 'a', '"x"', '', '2024-01-02', 'aGk=']),
      () => `${plain()}${pick(['  # note', ' #', '   ', '\t', '#x', ' '])}`,
    ])()
  const flow = (depth) => {
    const inner = () => (depth > 0 && chance(0.3) ? flow(depth - 1) : [scalar()])
    const [open, close, item] = pick([
      ['[', ']', inner],
      ['{', '}', () => [key(), pick([': ', ':', ' : ', ' ']), inner()]],
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
      () => ['\n', ...many(0, 2, () => [`${indent}  `, plain(), '\n'])],
      () => [' ', plain(), '\n', ...many(0, 2, () => [`${indent}  `, pick(['more', 'a: b', '# c', '- d', '']), '\n'])], // biome-ignore format: one line
      () => [pick(['', ' &one', ' &two', ' !!map', ' !foo']), '\n', node(`${indent}${pick(['  ', '  ', '    ', ' ', '', '\t'])}`, depth - 1)], // biome-ignore format: one line
    ])()
  const mapping = (indent, depth) =>
    many(1, 4, () => [gap(), indent, key(), pick([':', ':', ':', ' :']), value(indent, depth)])
  const sequence = (indent, depth) =>
    many(1, 4, () => [
      gap(),
      indent,
      '-',
      chance(0.3) ? [` ${key()}:`, value(`${indent}  `, depth), ...(chance(0.5) ? [[`${indent}  `, key(), ':', value(`${indent}  `, depth)]] : [])] : value(indent, depth), // biome-ignore format: one line
    ])
  const node = (indent, depth) => {
    if (depth <= 0 || chance(0.1)) return [indent, scalar(), '\n']
    return pick([mapping, mapping, sequence])(indent, depth)
  }
  const yaml = () => [
    pick([
      '',
      '',
      '',
      '',
      '---\n',
      '--- ',
      '%YAML 1.1\n---\n',
      '# top\n',
      '\n',
      '%YAML 1.2 # x\n--- # x\n',
      '%TAG !e! tag:x,2000:\n---\n',
      '%YAML 1.3\n---\n',
      '%YAML 1.1\n',
      '%X\n---\n',
      '...\n',
      '\ufeff',
      '--- |\n',
      '--- >-\n',
    ]),
    node('', 3),
    pick([
      '',
      '',
      '',
      '',
      '...\n',
      '---\n',
      '---\nb: 2\n',
      '\n\n',
      '# end',
      '\t\n',
      '  ',
      '\n\u0000',
      '}',
      '\n]\n',
      '--- {a: 1}\n',
      '...\n%YAML 1.1\n---\nb: 2\n',
    ]),
  ]
  // No text of anyone's, but of the signs that YAML is made of: what a mistake may look like.
  const soup = () => many(1, 14, () => pick(SOUP))
  const withBreaks = (tree, end) => (typeof tree === 'string' ? tree.replaceAll('\n', end) : tree.map((branch) => withBreaks(branch, end))) // biome-ignore format: one line
  const anyBreaks = (make) => () =>
    chance(0.9) ? make() : withBreaks(make(), pick(['\r\n', '\r\n', '\r', '\u0085', '\u2028', '\n\r', ' \n', '\n\ufeff', '\t\n'])) // biome-ignore format: one line
  const fenced = () => ['---\n', soup(), pick(['\n---\n', '---\n', '\n...\n'])]
  const table = (separator) => () => [
    chance(0.05) ? '\ufeff' : '',
    many(0, 5, () => [
      ...many(0, 4, () => [pick(CELLS), separator]),
      pick(CELLS),
      pick(['\n', '\n', '\n', '\n', '\r\n', '', '\r']),
    ]),
  ]
  const json = (depth) => {
    const space = () => pick(['', '', ' ', '\n', '\n  ', '\t'])
    if (depth <= 0 || chance(0.3)) return [pick(JSON_SCALARS)]
    const inner = () => [space(), json(depth - 1), space()]
    const [open, close, item] = pick([
      ['[', ']', inner],
      ['{', '}', () => [space(), pick(['"a"', '"b"', '"c d"', '""', '"1"', '"é"', '"a:b"', '"a"', '"<<"', '"true"', 'a', "'a'", 'true', 'null', '1', `"${'k'.repeat(1030)}"`]), pick([':', ': ', ' : ']), inner()]], // biome-ignore format: one line
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
  const KINDS = [['yml', anyBreaks(yaml)], ['yml', anyBreaks(yaml)], ['yml', anyBreaks(soup)], ['matter', anyBreaks(matter)], ['matter', fenced], ['csv', table(',')], ['tsv', table('\t')], ['json', () => [pick(['', '', '', '', '\ufeff', ' ', '\n', '\t']), json(3), pick(['', '\n', '\n', '\t', ' x', '\n}', '\n{}'])]]] // biome-ignore format: a table
  return () => {
    isTame = chance(0.5)
    const [kind, make] = pick(KINDS)
    return { kind, tree: make() }
  }
}
