// The way from text to HTML without a tree of the whole: as markdown-it goes through all passes and then renders, but with the passes behind
// the first done for one block after the other. What that cannot do goes the other way.

import type { MarkdownIt } from 'markdown-it'
import { documentOf, type Env } from './core/document.ts'
import { blocks, gfm, normalize, references, spans } from './core/passes.ts'
import { canSettleByBlock, createSettler } from './core/settler.ts'
import { renderDocument, settleAndRender } from './render/render.ts'
import type { Engines } from './render/state.ts'

export const renderByBlock = (md: MarkdownIt, env: Env, engines: Engines, text: string): string => {
  const document = documentOf(env)
  const state = new md.core.State(text, md, env)
  normalize(state)
  blocks(state)
  document.mayHaveToc = state.src.includes('toc')
  if (canSettleByBlock(document, state.src)) return settleAndRender(md, document, engines, createSettler(md, document))
  spans(state)
  references(state)
  gfm(state)
  return renderDocument(md, document, engines, env)
}
