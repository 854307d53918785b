// Lists with check boxes: `- [ ] to do`, `- [x] done`.

import { parseList } from '../block/list.ts'
import type { BlockRule } from '../block/state.ts'

const UNCHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
const CHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'

const BOX = /^[ \t\n\v\f\r]*\[([ xX])\][ \t\n\v\f\r]+/

export const taskList: BlockRule = (state) => {
  const list = parseList(state)
  if (list === undefined) return false
  let isTaskList = false
  for (const item of list.children) {
    const [paragraph] = item.children
    const text = paragraph?.type === 'p' ? paragraph.children[0] : undefined
    if (text === undefined) continue
    for (let match = BOX.exec(text.content), i = 0; match !== null && i < 2; match = BOX.exec(text.content), i++) {
      isTaskList = true
      text.content = (match[1] === ' ' ? UNCHECKED : CHECKED) + text.content.slice(match[0].length)
    }
    // quirk(kramdown): from the first box on, every item is a task.
    if (isTaskList) item.attrSet('class', 'task-list-item')
  }
  if (isTaskList) list.attrSet('class', 'task-list')
  return true
}
