// Every attribute that names an id or an address, so that chapters can be put together under new ids without a link going astray.
import { attributeOf, type Element, elementsOf, HTML, isText, type Parent, setAttribute } from './html-tree.ts'

export interface References {
  /** What the id is to be called; undefined where there is no such id. */
  id(id: string): string | undefined
  /** The address that a link is to lead to; undefined where it leads nowhere. */
  link(href: string): string | undefined
  /** The same for what a page loads: pictures, sounds. */
  resource(address: string): string | undefined
}

const ID_LISTS = new Set([
  'aria-activedescendant', 'aria-controls', 'aria-describedby', 'aria-details', 'aria-errormessage', 'aria-flowto',
  'aria-labelledby', 'aria-owns', 'commandfor', 'for', 'form', 'headers', 'itemref', 'list', 'popovertarget',
]) // biome-ignore format: a list
const LINKS = new Set(['href', 'cite', 'longdesc', 'action', 'formaction'])
const RESOURCES = new Set(['src', 'poster', 'data', 'background'])
const PAINT = /url\(\s*(["']?)#([^)"']+)\1\s*\)/g

const inlineReferences = (text: string, references: References): string =>
  text.replace(PAINT, (all, _, id: string) => {
    const found = references.id(id)
    return found === undefined ? all : `url(#${found})`
  })

/** `a.png 1x, b.png 2x` with each address changed; those that lead nowhere are left out. */
const sourceSet = (value: string, references: References): string | undefined => {
  const sources = value.split(/,\s+|,$/).flatMap((source) => {
    const [address = '', ...size] = source.trim().split(/\s+/)
    const found = address === '' ? undefined : references.resource(address)
    return found === undefined ? [] : [[found, ...size].join(' ')]
  })
  return sources.length === 0 ? undefined : sources.join(', ')
}

const idList = (value: string, references: References): string | undefined => {
  const ids = value.split(/\s+/).flatMap((id) => references.id(id) ?? [])
  return ids.length === 0 ? undefined : ids.join(' ')
}

const changedValue = (element: Element, name: string, value: string, references: References): string | undefined => {
  const html = element.namespaceURI === HTML
  if (name === 'id') return references.id(value)
  if (name === 'name' && (element.tagName === 'a' || element.tagName === 'map')) return references.id(value)
  if (name === 'usemap') {
    const id = references.id(value.replace(/^#/, ''))
    return id === undefined ? undefined : `#${id}`
  }
  if (ID_LISTS.has(name) && html) return idList(value, references)
  if (name.startsWith('aria-') && ID_LISTS.has(name)) return idList(value, references)
  if (name === 'srcset') return sourceSet(value, references)
  if (name === 'href' && !html && element.tagName !== 'a')
    return value.startsWith('#') ? references.link(value) : references.resource(value)
  if (LINKS.has(name)) return references.link(value)
  if (RESOURCES.has(name) && html) return references.resource(value)
  return value.includes('url(') ? inlineReferences(value, references) : value
}

// A picture's own style sheet: ids in selectors and in url().
const changeStyle = (element: Element, references: References): void => {
  for (const child of element.childNodes)
    if (isText(child))
      child.value = child.value.replace(/#([\w-]+)/g, (all, id: string) => `#${references.id(id) ?? all.slice(1)}`)
}

/** Changes every id, every reference to one and every address below `tree`. */
export const changeReferences = (tree: Parent, references: References): void => {
  for (const element of elementsOf(tree)) {
    for (const { name, value } of [...element.attrs]) {
      const changed = changedValue(element, name, value, references)
      if (changed !== value) setAttribute(element, name, changed)
    }
    if (element.tagName === 'style') changeStyle(element, references)
  }
}

/** The ids of a text, each once: a second element of the same id loses it, for every link leads to the first. */
export const takeIds = (tree: Parent): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const element of elementsOf(tree)) {
    const id = attributeOf(element, 'id')
    if (id !== undefined) {
      if (id === '' || ids.has(id)) setAttribute(element, 'id', undefined)
      else ids.add(id)
    }
    const name = element.tagName === 'a' || element.tagName === 'map' ? attributeOf(element, 'name') : undefined
    if (name === undefined) continue
    if (name === id && name !== '') {
      if (element.tagName === 'a') setAttribute(element, 'name', undefined)
    } else if (name === '' || ids.has(name)) setAttribute(element, 'name', undefined)
    else ids.add(name)
  }
  return ids
}
