import type { TagBuilder } from '../parser.ts'
import { assign, capture } from './assign.ts'
import { caseTag } from './case.ts'
import { cycle, decrement, ifchanged, increment } from './counters.ts'
import { breakTag, continueTag, forTag } from './for.ts'
import { highlight } from './highlight.ts'
import { ifTag, unless } from './if.ts'
import { liquidInclude } from './include.ts'
import { includeCached } from './include-cached.ts'
import { includeRelative, jekyllInclude } from './jekyll-include.ts'
import { link, postUrl } from './link.ts'
import { comment, raw } from './raw.ts'
import { tablerow } from './tablerow.ts'

// All tags by their names.

export const liquidTags: Readonly<Record<string, TagBuilder>> = {
  assign,
  break: breakTag,
  capture,
  case: caseTag,
  comment,
  continue: continueTag,
  cycle,
  decrement,
  for: forTag,
  if: ifTag,
  ifchanged,
  include: liquidInclude,
  increment,
  raw,
  tablerow,
  unless,
}

export const jekyllTags: Readonly<Record<string, TagBuilder>> = {
  highlight,
  include: jekyllInclude,
  include_cached: includeCached,
  include_relative: includeRelative,
  link,
  post_url: postUrl,
}
