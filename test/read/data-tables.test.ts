// Tables among the data files: whose line ends are of one kind, that of the first line.
import { expect, it } from 'vitest'
import { UserError } from '../../src/util/error.ts'
import { buildFiles } from '../site.ts'

const shown = async (table: string, settings = ''): Promise<string | undefined> => {
  const template = '---\n---\n{{ site.data.t | jsonify }}'
  return (await buildFiles({ '_config.yml': settings, '_data/t.csv': table, 'o.txt': template })).text('o.txt')
}

it.each([
  ['a,b\r\n1,"x\ny"\r\n', '[{"a":"1","b":"x\\ny"}]'],
  ['a,b\r1,2\r', '[{"a":"1","b":"2"}]'],
  ['a,b\n1,"x\r\ny"\n', '[{"a":"1","b":"x\\r\\ny"}]'],
])('reads %j', async (table, expected) => expect(await shown(table)).toBe(expected))

it.each(['a,b\n1,2\r\n', 'a\rb\n', 'a,b\r\n1,2\n3,4\r\n', '"a\nb"\r\n'])('refuses %j', async (table) => {
  await expect(shown(table)).rejects.toThrow(UserError)
})

it.each([
  ['', '[{"\ufeffa":"1","b":"2"}]'],
  ['encoding: bom|utf-8', '[{"a":"1","b":"2"}]'],
  ['csv_reader: { encoding: "BOM|UTF-8" }', '[{"a":"1","b":"2"}]'],
])('keeps a byte order mark unless the encoding names it: %j', async (settings, expected) =>
  expect(await shown('\ufeffa,b\n1,2\n', settings)).toBe(expected),
)
