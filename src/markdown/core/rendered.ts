// The HTML of the first of very many spans, in their place: what is in long pieces, which are never moved, and what comes behind it.

import { type Element, leaf } from '../element.ts'
import { flatten, HUGE_PIECE, LONG_PIECE } from '../text.ts'

export interface Rendered {
  readonly done: Element
  readonly open: Element
}

export const createRendered = (): Rendered => ({ done: leaf('raw', '', 0), open: leaf('raw', '', 0) })

export const addRendered = ({ done, open }: Rendered, html: string): void => {
  // What is longer is made of long pieces.
  open.content += html.length < LONG_PIECE ? flatten(html) : html
  if (open.content.length < HUGE_PIECE) return
  done.content += flatten(open.content)
  open.content = ''
}
