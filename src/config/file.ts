// Reads configuration files: YAML or TOML, a hash at the top.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../util/error.ts'
import { decodeUtf8 } from '../util/utf8.ts'
import { float, type Hash, isHash, type Value } from '../util/value.ts'
import { parseYaml } from '../yaml/index.ts'

const fromToml = (value: unknown): Value => {
  if (Array.isArray(value)) return value.map(fromToml)
  if (typeof value === 'number' && !Number.isInteger(value)) return float(value)
  if (value instanceof Date) return parseYaml(value.toISOString().replace('T', ' ').replace('Z', ' +0000'))
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([key, item]) => [key, fromToml(item)]))
  return value as Value
}

const parseToml = async (text: string, file: string): Promise<Value> => {
  const { parse, TomlError } = await import('smol-toml')
  try {
    return fromToml(parse(text))
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    throw new UserError(`Invalid TOML: ${error.message.split('\n')[0]}`, {
      place: { path: file, line: error.line, column: error.column },
      excerpt: text.split('\n')[error.line - 1],
    })
  }
}

/** The first of _config.yml, .yaml and .toml that there is. */
export const findDefaultFile = (source: string): string | undefined =>
  ['yml', 'yaml', 'toml'].map((extension) => path.join(source, `_config.${extension}`)).find((file) => existsSync(file))

/**
 * The settings in one file, which must be there.
 * @throws UserError where it is missing, not YAML or TOML, or not a hash.
 */
export const readConfigFile = async (file: string): Promise<Hash> => {
  if (!existsSync(file)) {
    throw new UserError(`The configuration file '${file}' could not be found.`, {
      advice: 'Check the --config option.',
    })
  }
  const extension = path.extname(file).toLowerCase()
  if (!['.yml', '.yaml', '.toml'].includes(extension)) {
    throw new UserError(`No parser for '${file}' is available. Use a .y(a)ml or .toml file instead.`)
  }
  const name = path.basename(file)
  const text = decodeUtf8(readFileSync(file), name).replace(/^\ufeff/, '')
  const value = extension === '.toml' ? await parseToml(text, name) : parseYaml(text, { path: name })
  if (value === null || value === false) return new Map()
  if (!isHash(value)) {
    throw new UserError(`The configuration file ${name} does not hold settings`, {
      place: { path: name, line: 1 },
      advice: 'Write one "key: value" a line.',
    })
  }
  return new Map([...value].map(([key, item]) => [String(key), item]))
}
