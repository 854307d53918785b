// The pictures of a book: read once each, known by their bytes and not by their names, with a place in the book of their own.
import { baseName } from '../../util/path.ts'
import { type Element, elementsOf, isElement, parseHtml, SVG } from '../html-tree.ts'
import { fitForeign } from './foreign.ts'
import { writeXml } from './xml.ts'

export interface Picture {
  /** Relative to the package document. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Pictures {
  /** The picture for a path of the site or a `data:` address; a text says why there is none. */
  add(path: string): Picture | string
  all(): readonly Picture[]
}

/** The bytes of a file of the site by its path, such as '/images/a.png'; undefined where there is no such file. */
export type ReadFile = (path: string) => Uint8Array | undefined

const startsWith = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  [...signature].every((character, i) => bytes[at + i] === character.charCodeAt(0))

const rasterType = (bytes: Uint8Array): readonly [mediaType: string, extension: string] | undefined => {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return ['image/png', 'png']
  if (startsWith(bytes, '\xff\xd8\xff')) return ['image/jpeg', 'jpg']
  if (startsWith(bytes, 'GIF8')) return ['image/gif', 'gif']
  return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? ['image/webp', 'webp'] : undefined
}

/** The drawing in a file, read as browsers read it and written as XML: always well-formed, without scripts or anything from elsewhere. */
const drawingOf = (bytes: Uint8Array): Uint8Array | undefined => {
  const text = new TextDecoder().decode(bytes)
  const at = text.search(/<svg[\s>]/)
  if (at < 0) return undefined
  const root = parseHtml(text.slice(at)).childNodes.find((node): node is Element => isElement(node))
  if (root?.namespaceURI !== SVG) return undefined
  for (const element of elementsOf(root))
    element.attrs = element.attrs.filter(({ name, value }) => name !== 'href' || /^(?:#|data:image\/)/.test(value))
  fitForeign(root)
  return new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${writeXml(root)}\n`)
}

const dataBytes = (address: string): Uint8Array | undefined => {
  const match = /^data:[^,]*?(;base64)?,/.exec(address)
  if (!match) return undefined
  const body = address.slice(match[0].length)
  try {
    return match[1] ? Buffer.from(body, 'base64') : Buffer.from(decodeURIComponent(body))
  } catch {
    return undefined // a malformed escape
  }
}

const safeName = (path: string): string =>
  (path.startsWith('data:') ? 'picture' : baseName(path))
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'picture'

export const createPictures = (read: ReadFile): Pictures => {
  const known = new Map<string, Picture | string>()
  const names = new Set<string>()
  const nameOf = (path: string, extension: string): string => {
    const base = safeName(path)
    let name = `images/${base}.${extension}`
    for (let i = 2; names.has(name.toLowerCase()); i++) name = `images/${base}-${i}.${extension}`
    names.add(name.toLowerCase())
    return name
  }
  const load = (path: string): Picture | string => {
    const bytes = path.startsWith('data:') ? dataBytes(path) : read(path)
    if (!bytes) return 'there is no such file'
    const raster = rasterType(bytes)
    if (raster) return { name: nameOf(path, raster[1]), mediaType: raster[0], bytes }
    const drawing = drawingOf(bytes)
    return drawing
      ? { name: nameOf(path, 'svg'), mediaType: 'image/svg+xml', bytes: drawing }
      : 'e-readers show PNG, JPEG, GIF, WebP and SVG only'
  }
  return {
    add: (path) => {
      let found = known.get(path)
      if (found === undefined) known.set(path, (found = load(path)))
      return found
    },
    all: () => [...known.values()].filter((one): one is Picture => typeof one !== 'string'),
  }
}
