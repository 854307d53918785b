// What a gem host says of a gem's versions: its compact index, one line for each version.
//
//   2.5.1 jekyll:>= 3.5&< 5.0,jekyll-feed:~> 0.9|checksum:5d6d...,ruby:>= 2.0
//   ^ version  ^ what it needs to run            ^ digest of the .gem
import { isVersion, newest, satisfies } from './gem-version.ts'

export interface IndexedGem {
  readonly version: string
  readonly sha256: string
  /** The versions of Jekyll that it is for. */
  readonly jekyll: readonly string[]
}

/** The Jekyll whose output Octavo gives: a theme must be for it. */
const JEKYLL = '4.4.1'

const parseLine = (line: string): IndexedGem | undefined => {
  const [head = '', facts = ''] = line.split('|')
  const space = head.indexOf(' ')
  const version = space < 0 ? head : head.slice(0, space)
  const sha256 = /(?:^|,)checksum:([0-9a-f]{64})(?:,|$)/.exec(facts)?.[1]
  // '1.0-java' is for one platform alone.
  if (!isVersion(version) || version.includes('-') || sha256 === undefined) return undefined
  const needs = space < 0 ? [] : head.slice(space + 1).split(',')
  const jekyll =
    needs
      .find((need) => need.startsWith('jekyll:'))
      ?.slice('jekyll:'.length)
      .split('&') ?? []
  return { version, sha256, jekyll }
}

/** The versions that an index lists. */
export const parseIndex = (text: string): IndexedGem[] =>
  text.split('\n').flatMap((line) => parseLine(line.trim()) ?? [])

/** The version to take: the one asked for, or else the newest that meets the requirements and is for our Jekyll. */
export const chooseVersion = (
  gems: readonly IndexedGem[],
  version: string | undefined,
  requirements: readonly string[],
): IndexedGem | undefined => {
  if (version !== undefined) return gems.find((gem) => gem.version === version)
  const fitting = gems.filter((gem) => satisfies(JEKYLL, gem.jekyll))
  return newest(fitting.length > 0 ? fitting : gems, (gem) => gem.version, requirements)
}
