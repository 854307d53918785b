// Reads case files of the conformance data and tells them apart by the shape of their cases.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type FloatLike, float, type Value } from '../../src/util/value.ts'
import { parseYamlTime } from '../../src/util/yaml-time.ts'

export type Kind = 'markdown' | 'liquid' | 'site'

export interface Case {
  readonly id: string
  readonly [field: string]: unknown
}

export interface Suite {
  readonly name: string
  readonly kind: Kind
  readonly cases: readonly Case[]
}

const kindOf = (first: Readonly<Record<string, unknown>>): Kind | undefined => {
  if ('markdown' in first && 'html' in first) return 'markdown'
  if ('template' in first) return 'liquid'
  return 'files' in first ? 'site' : undefined
}

const readSuite = (file: string): Suite | undefined => {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const [first] = Array.isArray(content) ? (content as Case[]) : []
  const kind = first === undefined || typeof first !== 'object' ? undefined : kindOf(first)
  return kind === undefined ? undefined : { name: path.basename(file, '.json'), kind, cases: content as Case[] }
}

const jsonFiles = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => path.join(folder, name))
    .flatMap((file) => (statSync(file).isDirectory() ? jsonFiles(file) : file.endsWith('.json') ? [file] : []))
    .sort()

/** Every suite in a folder and its folders. */
export const readSuites = (folder: string): Suite[] =>
  existsSync(folder) ? jsonFiles(folder).flatMap((file) => readSuite(file) ?? []) : []

const typedValue = (type: string, value: unknown): Value => {
  if (type === 'float') return float(Number(value)) as FloatLike
  return parseYamlTime(String(value)) ?? null
}

/** A value of the data files as the program's own: objects are hashes, `$type` marks dates, times and floats. */
export const toValue = (json: unknown): Value => {
  if (Array.isArray(json)) return json.map(toValue)
  if (typeof json !== 'object' || json === null) return json as Value
  const { $type, value } = json as { $type?: unknown; value?: unknown }
  if (typeof $type === 'string') return typedValue($type, value)
  return new Map(Object.entries(json).map(([key, item]) => [key, toValue(item)]))
}
