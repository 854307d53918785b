// Data files: YAML, JSON, CSV and TSV under _data. Counterpart: Jekyll::DataReader.

import { readdirSync, readFileSync } from 'node:fs'
import type { Config } from '../model/config.ts'
import { hashAt } from '../model/hash.ts'
import { UserError } from '../util/error.ts'
import { isFolder } from '../util/file-kind.ts'
import { extensionOf, joinPath } from '../util/path.ts'
import { compareText } from '../util/ruby-text.ts'
import { decodeUtf8 } from '../util/utf8.ts'
import { float, type Hash, isArray, isTruthy, type Value } from '../util/value.ts'
import { parseYaml } from '../yaml/index.ts'
import { isOutsideLink } from './entry-filter.ts'

// In the order in which Jekyll asks for them, and the names of each sorted.
const EXTENSIONS: readonly string[] = ['.yaml', '.yml', '.json', '.csv', '.tsv']

/** A file's or folder's name as a key of `site.data`: no dots or brackets, spaces as underscores. */
export const dataKey = (name: string): string =>
  name.replace(/[^A-Za-z0-9_ \t\r\n\f\v-]+|(?<=^|(?<=\w)\s|(?<!\w)\s(?=\w))\s+(?=$|\s?\b)/g, '').replace(/\s+/g, '_')

type Convert = (cell: string) => Value

const NUMBER_CONVERTERS: Readonly<Record<string, Convert>> = {
  integer: (cell) => (/^[-+]?\d+$/.test(cell) ? Number(cell) : cell),
  float: (cell) => (/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(cell) ? float(Number(cell)) : cell),
}
const CONVERTERS: Readonly<Record<string, Convert>> = {
  ...NUMBER_CONVERTERS,
  numeric: (cell) => (/^[-+]?\d+$/.test(cell) ? Number(cell) : (NUMBER_CONVERTERS['float']?.(cell) ?? cell)),
}

const converterOf = (settings: Hash): Convert => {
  const names = settings.get('csv_converters')
  const chain = (isArray(names) ? names : []).map(
    (name) => CONVERTERS[String(name) === 'all' ? 'numeric' : String(name)],
  )
  return (cell) => {
    for (const convert of chain) {
      const value = convert?.(cell)
      if (value !== undefined && value !== cell) return value
    }
    return cell
  }
}

const mixedLineEnds = (path: string, line: number): UserError =>
  new UserError('The lines of the table end in different ways', {
    place: { path, line },
    advice: 'Save the file with one kind of line ends, or put a cell with a line break in quotes.',
  })

const parseTable = async (text: string, delimiter: string, settings: Hash, path: string): Promise<Value> => {
  const { parse } = await import('csv-parse/sync')
  let rows: string[][]
  try {
    rows = parse(text, {
      delimiter,
      // The first end of a line, within quotes or not, is that of all.
      record_delimiter: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
      relax_column_count: true,
      skip_empty_lines: false,
      cast: (cell, { quoting, lines }) => {
        if (!quoting && /[\r\n]/.test(cell)) throw mixedLineEnds(path, lines)
        return (cell === '' && !quoting ? null : cell) as string
      },
    })
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`Cannot read the table: ${error instanceof Error ? error.message : error}`, { place: { path } })
  }
  const convert = converterOf(settings)
  const cell = (value: string | null | undefined): Value =>
    value === null || value === undefined ? null : convert(value)
  const headers = settings.has('headers') ? isTruthy(settings.get('headers')) : true
  // An empty line is a row without cells, and without names where it is the first.
  const lines = rows.map((row) => (row.length === 1 && row[0] === null ? [] : row))
  if (!headers) return lines.map((row) => row.map(cell))
  const names = lines[0] ?? []
  return lines.slice(1).map((row) => {
    const hash = new Map<Value, Value>()
    for (let i = 0; i < Math.max(names.length, row.length); i++) {
      const name = names[i] ?? null
      if (!hash.has(name)) hash.set(name, cell(row[i]))
    }
    return hash
  })
}

const BYTE_ORDER_MARK = /^\ufeff/

// quirk(jekyll): a table's byte order mark is a part of its first cell, unless the encoding asks for it by name (`bom|utf-8`).
const readTable = (bytes: Buffer, extension: string, path: string, config: Config): Promise<Value> => {
  const settings = hashAt(config.data, extension === '.csv' ? 'csv_reader' : 'tsv_reader') ?? new Map<Value, Value>()
  const [, bom, encoding = ''] = /^(bom\|)?(.*)$/i.exec(String(settings.get('encoding') ?? config.encoding)) ?? []
  const text = /^utf-?8$/i.test(encoding) ? decodeUtf8(bytes, path) : bytes.toString('utf8')
  return parseTable(bom ? text.replace(BYTE_ORDER_MARK, '') : text, extension === '.csv' ? ',' : '\t', settings, path)
}

const readDataFile = async (path: string, relativePath: string, config: Config): Promise<Value> => {
  const bytes = readFileSync(path)
  const extension = extensionOf(path).toLowerCase()
  if (extension === '.csv' || extension === '.tsv') return readTable(bytes, extension, relativePath, config)
  return parseYaml(decodeUtf8(bytes, relativePath).replace(BYTE_ORDER_MARK, ''), { path: relativePath })
}

/** The data folder as nested hashes; an empty one where there is no folder. */
export const readData = async (folder: string, config: Config): Promise<Hash> => {
  const data = new Map<Value, Value>()
  if (!isFolder(folder) || isOutsideLink(config, folder)) return data
  const names = readdirSync(folder)
    .sort(compareText)
    .filter((name) => !name.startsWith('.'))
  const folders = names.filter((name) => isFolder(joinPath(folder, name)))
  const files = EXTENSIONS.flatMap((extension) => names.filter((name) => name.endsWith(extension)))
  for (const name of [...files.filter((name) => !folders.includes(name)), ...folders]) {
    const path = joinPath(folder, name)
    if (isOutsideLink(config, path)) continue
    const relativePath = path.startsWith(`${config.source}/`) ? path.slice(config.source.length + 1) : path
    if (folders.includes(name)) data.set(dataKey(name), await readData(path, config))
    else
      data.set(
        dataKey(name.slice(0, name.length - extensionOf(name).length)),
        await readDataFile(path, relativePath, config),
      )
  }
  return data
}
