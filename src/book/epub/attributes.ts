// Which attributes an e-reader's HTML may have, and what they may say.
import type { Element } from '../html-tree.ts'

type Test = (value: string) => boolean

const matches =
  (pattern: RegExp): Test =>
  (value) =>
    pattern.test(value)
const any: Test = () => true
const WHOLE = matches(/^\d{1,6}$/)
const POSITIVE = matches(/^[1-9]\d{0,3}$/)
const LANGUAGE = matches(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)

const GLOBAL: Readonly<Record<string, Test>> = {
  id: any,
  class: any,
  title: any,
  lang: LANGUAGE,
  dir: matches(/^(?:ltr|rtl|auto)$/),
  'epub:type': any,
}

const CELL = { colspan: POSITIVE, rowspan: WHOLE }

const OWN: Readonly<Record<string, Readonly<Record<string, Test>>>> = {
  a: { href: any, hreflang: LANGUAGE, role: matches(/^doc-(?:noteref|backlink)$/) },
  col: { span: POSITIVE },
  colgroup: { span: POSITIVE },
  img: { src: any, alt: any, width: WHOLE, height: WHOLE },
  li: { value: matches(/^-?\d{1,6}$/) },
  ol: { start: matches(/^-?\d{1,6}$/), reversed: any, type: matches(/^[1aAiI]$/) },
  section: { role: matches(/^doc-endnotes$/) },
  td: CELL,
  th: { ...CELL, scope: matches(/^(?:row|col|rowgroup|colgroup)$/) },
}

// Harmless ones: an e-reader's page is not a screen to place things on.
const PROPERTY =
  /^(?:text-(?:align|indent|decoration|transform)|vertical-align|(?:background-)?color|font-(?:size|style|weight|variant)|white-space|list-style-type|(?:min-|max-)?(?:width|height)|(?:margin|padding|border)(?:-(?:top|right|bottom|left))?|float|clear|line-height|letter-spacing|border-collapse)$/
const VALUE = /^[\w\s.%#()+,-]+$/

const safeStyle = (style: string): string =>
  style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(([property = '', value = '', more]) => {
      const plain = value.trim()
      return more === undefined && PROPERTY.test(property.trim()) && VALUE.test(plain) && !/url|expression/i.test(plain)
    })
    .map(([property = '', value = '']) => `${property.trim()}: ${value.trim()}`)
    .join('; ')

/** The attributes of `element` that an element called `name` may have. */
export const fitAttributes = (name: string, element: Element): Element['attrs'] => {
  const own = OWN[name] ?? {}
  const result: Element['attrs'] = []
  for (const { name: key, value } of element.attrs) {
    const test = Object.hasOwn(own, key) ? own[key] : Object.hasOwn(GLOBAL, key) ? GLOBAL[key] : undefined
    if (key === 'style') {
      const style = safeStyle(value)
      if (style !== '') result.push({ name: 'style', value: style })
    } else if (test?.(value)) result.push({ name: key, value: key === 'reversed' ? 'reversed' : value })
    if (key === 'lang' && LANGUAGE(value)) result.push({ name: 'xml:lang', value })
  }
  const anchor = name === 'a' ? element.attrs.find((attribute) => attribute.name === 'name') : undefined
  if (anchor && !result.some(({ name: key }) => key === 'id')) result.push({ name: 'id', value: anchor.value })
  if (name === 'img' && !result.some(({ name: key }) => key === 'alt')) result.push({ name: 'alt', value: '' })
  return result
}
