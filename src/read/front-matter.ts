// Splits a file into front matter and content, by Jekyll's rule, and reads the front matter with gray-matter and our YAML.
import matter from 'gray-matter'
import { UserError } from '../util/error.ts'
import { isWide, narrowText } from '../util/narrow-text.ts'
import { type Hash, isHash, type Value } from '../util/value.ts'
import { parseYaml } from '../yaml/index.ts'

export interface FrontMatter {
  /** Whatever the front matter holds; null for an empty one, undefined where the file has none. */
  readonly value: Value
  readonly content: string
  /** The line on which `content` starts, from 1. */
  readonly line: number
  /** Why the front matter could not be read; `value` is then undefined. */
  readonly error?: UserError | undefined
}

const HEADER = /^---[ \t\r\f\v]*\n/
const FRONT_MATTER = /^---([ \t\r\n\f\v]*\n)([\s\S]*?\n?)(?<=\n)(?:---|\.\.\.)[ \t\r\n\f\v]*(?=\n|$)\n?/

// A fence that no text holds: gray-matter's own is looser than Jekyll's (`---js`, `---foo`, `----`), so it gets ours.
const FENCE = '\u0001\u0002\u0001'

/** Does the file start with a line of three hyphens? A byte order mark in front says no, as in Jekyll. */
export const hasFrontMatter = (start: string): boolean => HEADER.test(start)

const countLines = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** The value of front matter, the line of hyphens before it included: that is where the YAML begins. */
const parseData = (yaml: string, path: string): Value => {
  let value: Value = null
  const parse = (text: string): object => {
    value = parseYaml(text.slice('\n'.length), { path })
    return {}
  }
  matter(`${FENCE}\n${yaml}\n${FENCE}\n`, { delimiters: FENCE, language: 'yaml', engines: { yaml: { parse } } })
  return value
}

/** The parts of a file's text (a byte order mark already taken off); `path` is for errors. */
export const splitFrontMatter = (text: string, path: string): FrontMatter => {
  const match = HEADER.test(text) ? FRONT_MATTER.exec(text) : null
  if (!match) return { value: undefined, content: text, line: 1 }
  const narrow = isWide(text) ? narrowText : (piece: string) => piece
  const content = narrow(text.slice(match[0].length))
  const line = 1 + countLines(match[0])
  try {
    const [, blank = '', yaml = ''] = match
    return { value: parseData(narrow(`---${blank}${yaml}`), path), content, line }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { value: undefined, content, line, error }
  }
}

/** Front matter as a hash. @throws UserError where it is a list or a bare text. */
export const frontMatterHash = (parts: FrontMatter, path: string): Hash => {
  if (parts.value === undefined || parts.value === null || parts.value === false) return new Map()
  if (isHash(parts.value)) return parts.value
  throw new UserError(`Invalid YAML front matter in ${path}`, {
    place: { path, line: 2 },
    advice: 'Front matter is a list of "key: value" lines between two lines of ---.',
  })
}
