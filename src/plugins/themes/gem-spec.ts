// What a gem says of itself: in Ruby, read as text and never run (*.gemspec), or as YAML (the metadata of a .gem).
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hashAt, stringAt } from '../../model/hash.ts'
import { hashOf, isArray, isHash, type Value } from '../../util/value.ts'
import { parseYaml } from '../../yaml/index.ts'

export interface GemSpec {
  readonly name: string
  readonly version: string
  readonly authors: readonly string[]
  readonly description: string
  readonly metadata: ReadonlyMap<Value, Value>
  /** Names of the gems that it needs to run. */
  readonly dependencies: readonly string[]
}

export const NO_SPEC: GemSpec = {
  name: '',
  version: '',
  authors: [],
  description: '',
  metadata: new Map(),
  dependencies: [],
}

const MAX_LENGTH = 1_000_000

const namesAfter = (text: string, method: string): string[] =>
  [...text.matchAll(new RegExp(`^[ \\t]*\\w+\\.${method}[ (]+(?:%q<|["'])([\\w.-]+)`, 'gm'))].map(
    (match) => match[1] ?? '',
  )

// Specifications that old RubyGems wrote list development dependencies with `add_dependency` once more, for older ones still.
const dependenciesIn = (text: string): string[] => {
  const runtime = namesAfter(text, 'add_runtime_dependency')
  const development = new Set(namesAfter(text, 'add_development_dependency'))
  const plain = namesAfter(text, 'add_dependency').filter((name) => !development.has(name))
  return [...new Set([...runtime, ...plain])]
}

const textAfter = (text: string, key: string): string | undefined =>
  new RegExp(`^[ \\t]*\\w+\\.${key}[ \\t]*=[ \\t]*(?:%q<([^>\\n]*)>|"((?:[^"\\\\\\n]|\\\\.)*)"|'([^'\\n]*)')`, 'm')
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.replace(/\\(.)/g, '$1')

const listAfter = (text: string, key: string): string[] => {
  const list = new RegExp(`^[ \\t]*\\w+\\.${key}[ \\t]*=[ \\t]*\\[([^\\]\\n]*)\\]`, 'm').exec(text)?.[1] ?? ''
  return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map((match) => match[1] ?? match[2] ?? '')
}

const metadataIn = (text: string): ReadonlyMap<Value, Value> => {
  const hash = /^[ \t]*\w+\.metadata[ \t]*=[ \t]*\{([^}\n]*)\}/m.exec(text)?.[1] ?? ''
  const pairs = [...hash.matchAll(/"([^"]*)"(?:\.freeze)?\s*=>\s*"([^"]*)"/g)]
  return new Map(pairs.map((match) => [match[1] ?? '', match[2] ?? '']))
}

/** Reads a gemspec's text; what it computes instead of saying stays unknown. */
export const parseGemspec = (ruby: string): GemSpec => {
  const text = ruby.slice(0, MAX_LENGTH)
  return {
    name: textAfter(text, 'name') ?? '',
    version: textAfter(text, 'version') ?? '',
    authors: listAfter(text, 'authors'),
    description: textAfter(text, 'description') ?? textAfter(text, 'summary') ?? '',
    metadata: metadataIn(text),
    dependencies: dependenciesIn(text),
  }
}

/** Reads the metadata of a .gem. */
export const parseMetadata = (yaml: string): GemSpec => {
  const parsed = parseYaml(yaml, { path: 'metadata.gz' })
  const data = isHash(parsed) ? parsed : hashOf({})
  const list = (key: string): readonly Value[] => {
    const value = data.get(key)
    return isArray(value) ? value : []
  }
  return {
    name: stringAt(data, 'name') ?? '',
    version: stringAt(hashAt(data, 'version') ?? new Map(), 'version') ?? '',
    authors: list('authors').filter((author) => typeof author === 'string'),
    description: stringAt(data, 'description') ?? stringAt(data, 'summary') ?? '',
    metadata: hashAt(data, 'metadata') ?? new Map(),
    dependencies: list('dependencies').flatMap((item) =>
      isHash(item) && String(item.get('type')) !== ':development' ? [String(item.get('name'))] : [],
    ),
  }
}

/** The specification in a file; an empty one where there is no file. */
export const readGemspec = (file: string | undefined): GemSpec =>
  file !== undefined && existsSync(file) ? parseGemspec(readFileSync(file, 'utf8')) : NO_SPEC

/** The gemspec that a theme's folder holds, as jekyll-remote-theme looks for it. */
export const gemspecIn = (root: string, name: string): string | undefined =>
  [`${name}.gemspec`, `jekyll-theme-${name}.gemspec`].map((file) => path.join(root, file)).find(existsSync)
