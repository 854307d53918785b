// Reads case files of the conformance data and tells them apart by the shape of their cases.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

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
