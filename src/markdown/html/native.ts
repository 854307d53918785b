// The option html_to_native: HTML elements that kramdown has elements of its own for become those. Counterpart of Html::ElementConverter.

import { Element, getAttribute, removeAttribute, setAttribute } from '../element.ts'
import { entityChar } from '../entities.ts'
import { isSpace, rstrip, wholeWord, wordStart } from '../text.ts'
import { become } from './become.ts'
import { contentModelOf, SPAN_ELEMENTS } from './names.ts'
import { removeEdgeSpace, removeText, stripText, wrapText } from './native-space.ts'
import { convertTable } from './native-table.ts'
import { splitEntities } from './native-text.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const WITHOUT_TEXT = words('html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup')
const WRAPS_TEXT = words(
  'body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form',
)
const WITHOUT_EDGE_SPACE = words(
  'body section nav article aside header footer address div li dd blockquote figure figcaption td th fieldset form',
)
const STRIPPED = words(
  'address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 h5 h6 legend li nav p section td th',
)
const SIMPLE = words('em strong blockquote hr br img p thead tbody tfoot tr td th ul ol dl li dl dt dd')

const collectText = (element: Element): string =>
  (element.type === 'text' ? element.content : '') + element.children.map(collectText).join('')

const keep = (element: Element, converts: boolean, preserves = false): void => {
  element.category = SPAN_ELEMENTS.has(element.content) ? 'span' : 'block'
  element.contentModel = converts ? contentModelOf(element.content) : 'raw'
  element.closed = false
  // quirk(kramdown): an attribute list before an element that is looked at for conversion is lost.
  element.ial = null
  convertChildren(element, converts, preserves)
}

const convertChildren = (element: Element, converts = true, preserves = false): void => {
  element.children = element.children.flatMap((child) => {
    if (child.type === 'text') return splitEntities(child, preserves || !converts)
    convert(child, converts, preserves, element)
    return [child]
  })
}

const EMPHASIS: Readonly<Record<string, string>> = { em: 'em', i: 'em', strong: 'strong', b: 'strong' }

// Emphasis may be in emphasis: all of its text would be put together once for each.
const firstText = ({ type, content, children }: Element): string => {
  let text = type === 'text' ? content : ''
  for (let index = 0; text === '' && index < children.length; index++) text = firstText(children[index]!)
  return text
}

const lastText = ({ type, content, children }: Element): string => {
  let text = ''
  for (let index = children.length - 1; text === '' && index >= 0; index--) text = lastText(children[index]!)
  return text === '' && type === 'text' ? content : text
}

const hasSpaceAtEdge = (element: Element): boolean => {
  const last = lastText(element)
  return isSpace(firstText(element).charCodeAt(0)) || isSpace(last.charCodeAt(last.length - 1))
}

const convertEmphasis = (element: Element): void => {
  if (hasSpaceAtEdge(element)) {
    keep(element, false)
    return
  }
  become(element, EMPHASIS[element.content] ?? 'em')
  convertChildren(element)
}

const convertHeader = (element: Element): void => {
  const level = Number(element.content.charAt(1))
  become(element, 'header')
  element.meta = { level, rawText: collectText(element) }
  convertChildren(element)
}

const convertLink = (element: Element): void => {
  if (getAttribute(element.attrs, 'href') === undefined) {
    keep(element, false)
    return
  }
  become(element, 'a')
  convertChildren(element)
}

const plainText = ({ type, content, meta }: Element): string =>
  type === 'text' ? content : meta?.entity === undefined ? '' : (entityChar(meta.entity) ?? '')

const HIGHLIGHTER_NAME = wholeWord('highlighter-\\w+').source
const HIGHLIGHTER = new RegExp(`(?<![ \\t-\\r])[ \\t-\\r]+${HIGHLIGHTER_NAME}|${HIGHLIGHTER_NAME}[ \\t-\\r]*`, 'gu')
const LANGUAGE = wordStart('language-[^ \\t-\\r]+')

const convertCode = (element: Element): void => {
  const text = new Element('text', collectText(element), element.line)
  const code = splitEntities(text, true).map(plainText).join('')
  const attrs = (element.attrs ??= [])
  if (element.content === 'code') {
    become(element, 'codespan')
    const name = getAttribute(attrs, 'class')
    if (name !== undefined) setAttribute(attrs, 'class', name.replace(HIGHLIGHTER, ''))
  } else {
    const [child] = element.children
    const language =
      element.children.length === 1 && child?.content === 'code'
        ? LANGUAGE.exec(child.attrGet('class') ?? '')?.[0]
        : undefined
    become(element, 'codeblock')
    if (language !== undefined)
      setAttribute(attrs, 'class', rstrip(`${language} ${getAttribute(attrs, 'class') ?? ''}`))
  }
  element.content = code
  element.children = []
}

const MATH_TYPE = wholeWord('math\\/tex')
const MATH_CDATA = /^(?:%[ \t-\r]*)?<!\[CDATA\[\n?([\s\S]*?)(?:[ \t-\r]%)?\]\]>$/

const convertScript = (element: Element): void => {
  const type = getAttribute(element.attrs, 'type') ?? ''
  if (!MATH_TYPE.test(type)) {
    keep(element, true)
    return
  }
  become(element, 'math')
  element.category = type.includes('mode=display') ? 'block' : 'span'
  const [code, ...rest] = element.children
  element.content = (code?.content ?? '').replace(MATH_CDATA, '$1')
  element.children = rest
  removeAttribute(element.attrs ?? [], 'type')
}

const CONVERTERS: Readonly<Record<string, (element: Element) => void>> = {
  textarea: (element) => keep(element, true, true),
  a: convertLink,
  em: convertEmphasis,
  b: convertEmphasis,
  strong: convertEmphasis,
  i: convertEmphasis,
  h1: convertHeader,
  h2: convertHeader,
  h3: convertHeader,
  h4: convertHeader,
  h5: convertHeader,
  h6: convertHeader,
  code: convertCode,
  pre: convertCode,
  table: (element) => {
    if (!convertTable(element, convertChildren)) keep(element, false)
  },
  script: convertScript,
}

// The name of the element that a comment is in, for what its content may be.
const nameOf = (parent: Element | undefined): string => {
  if (parent === undefined) return 'div'
  if (parent.type === 'html_element') return parent.content
  return parent.type === 'header' ? 'h1' : parent.type
}

const convertSimple = (element: Element, converts: boolean, preserves: boolean): void => {
  const name = element.content
  if (converts && WITHOUT_TEXT.has(name)) removeText(element)
  if (converts && SIMPLE.has(name)) {
    become(element, name)
    convertChildren(element, converts, preserves)
  } else keep(element, converts, preserves)
  if (!converts) return
  if (STRIPPED.has(name)) stripText(element)
  if (WITHOUT_EDGE_SPACE.has(name)) removeEdgeSpace(element)
  if (WRAPS_TEXT.has(name)) wrapText(element)
}

const convert = (element: Element, converts: boolean, preserves: boolean, parent: Element | undefined): void => {
  if (element.type === 'xml_comment' || element.type === 'xml_pi') {
    element.category = contentModelOf(nameOf(parent)) === 'span' ? 'span' : 'block'
    return
  }
  if (element.type !== 'html_element') return
  const { content: name } = element
  const converter = converts && Object.hasOwn(CONVERTERS, name) ? CONVERTERS[name] : undefined
  if (converter !== undefined) converter(element)
  else convertSimple(element, converts, preserves)
}

/** Converts an HTML element and what is in it, in place. */
export const convertNative = (element: Element): void => convert(element, true, false, undefined)
