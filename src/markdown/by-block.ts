// The way from text to HTML without a tree of the whole: as markdown-it goes through all passes and then renders, but with the passes behind
// the first done for one block after the other. What that cannot do goes the other way.

import type { MarkdownIt } from 'markdown-it'
import { documentOf, type Env } from './core/document.ts'
import { unpackAll } from './core/pack.ts'
import { blocks, gfm, normalize, references, spans } from './core/passes.ts'
import { canSettleByBlock, createSettler, hasNoDefinitions } from './core/settler.ts'
import { packBlocks, renderDocument, startRendering } from './render/render.ts'
import type { Engines } from './render/state.ts'

export const renderByBlock = (md: MarkdownIt, env: Env, engines: Engines, text: string): string => {
  const document = documentOf(env)
  const state = new md.core.State(text, md, env)
  normalize(state)
  document.mayHaveToc = state.src.includes('toc')
  if (hasNoDefinitions(document, state.src)) {
    const rendering = startRendering(md, document, engines, createSettler(md, document))
    document.endBlocks = rendering.renderFirst
    // What is said of a list behind it may be about the ids of its terms.
    if (!state.src.includes('auto_ids')) document.endItems = rendering.renderFirstItems
    blocks(state)
    return rendering.renderRest()
  }
  document.endBlocks = packBlocks
  blocks(state)
  if (canSettleByBlock(document, state.src))
    return startRendering(md, document, engines, createSettler(md, document)).renderRest()
  unpackAll(document.root)
  spans(state)
  references(state)
  gfm(state)
  return renderDocument(md, document, engines, env)
}
