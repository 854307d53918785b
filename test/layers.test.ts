import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

// The layers of src/, lowest first: a file imports its own layer and those before it, never one after it.
const LAYERS = [
  'util', 'yaml', 'model', 'highlight', 'markdown', 'cache', 'config', 'read', 'liquid', 'images', 'book', 'render', 'plugins',
  'workers', 'write', 'build.ts', 'server', 'serve.ts', 'check', 'cli', 'index.ts',
] // biome-ignore format: one screen

// Folders that stand alone: they import util and nothing else of ours.
const STANDALONE = new Set(['yaml', 'highlight', 'markdown'])

const root = path.resolve(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(?<!\.d)\.ts$/.test(file) && statSync(path.join(root, file)).isFile(),
)

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const PATTERN =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?[^'"\n]*(?:\{[^}]*\}[^'"\n]*)?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

const importsOf = (file: string): Import[] => {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return [...text.matchAll(PATTERN)].map((match) => ({
    from: file,
    to: match[3] ?? match[4] ?? match[5] ?? '',
    typeOnly: match[2] !== undefined,
  }))
}

const imports = files.flatMap(importsOf)
const local = imports
  .filter(({ to }) => to.startsWith('.'))
  .map((edge) => ({ ...edge, to: path.relative(root, path.resolve(root, path.dirname(edge.from), edge.to)) }))
const layerOf = (file: string): string => file.split(path.sep)[0] ?? file

describe('the layers of src/', () => {
  it('finds files and imports at all', () => {
    expect(files.length).toBeGreaterThanOrEqual(3)
    expect(local.every(({ to }) => /\.(?:ts|json|js\?raw)$/.test(to))).toBe(true)
  })

  it('knows every top-level entry', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !LAYERS.includes(layer))).toEqual([])
  })

  it('never imports upwards', () => {
    const upward = local.filter(({ from, to }) => LAYERS.indexOf(layerOf(to)) > LAYERS.indexOf(layerOf(from)))
    expect(upward.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('keeps the standalone packages to util', () => {
    const strays = local.filter(
      ({ from, to }) => STANDALONE.has(layerOf(from)) && ![layerOf(from), 'util'].includes(layerOf(to)),
    )
    expect(strays.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('enters a package by its one door: index.ts, where it has one', () => {
    const doors = new Set(files.filter((file) => /^[^/\\]+[/\\]index\.ts$/.test(file)).map(layerOf))
    const around = local.filter(
      ({ from, to }) => layerOf(from) !== layerOf(to) && doors.has(layerOf(to)) && path.basename(to) !== 'index.ts',
    )
    expect(around.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('has no import cycles', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, typeOnly } of local) if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, trail: readonly string[]): void => {
      const at = trail.indexOf(file)
      if (at >= 0) cycles.push([...trail.slice(at), file].join(' -> '))
      if (at >= 0 || done.has(file)) return
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file])
      done.add(file)
    }
    for (const file of edges.keys()) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('imports each npm package from one folder only', () => {
    const users = new Map<string, Set<string>>()
    for (const { from, to } of imports) {
      if (to.startsWith('.') || to.startsWith('node:') || to === '') continue
      const name = to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/')
      users.set(name, (users.get(name) ?? new Set()).add(layerOf(from)))
    }
    expect(
      [...users].filter(([, layers]) => layers.size > 1).map(([name, layers]) => `${name}: ${[...layers].join(', ')}`),
    ).toEqual([])
  })
})
