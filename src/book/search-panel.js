// What a reader sees of the search: the dialog, and what is found as words are typed. It lies beside the index and is loaded with it,
// when a reader first searches.
import { load } from './octavo-load.js'

const MOST = 10
const WAIT = 80

const link = document.querySelector('[data-search]')
const label = (name, fallback) => link?.dataset[name] ?? fallback

let loading
const engine = () =>
  (loading ??= load().catch((error) => {
    loading = undefined
    throw error
  }))

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

// An excerpt is text in which the words that were found are marked; nothing else in it counts as markup.
const excerptOf = (html) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body
  const pieces = [...parsed.childNodes].map((node) =>
    node.nodeName === 'MARK' ? element('mark', { textContent: node.textContent }) : node.textContent,
  )
  return element('p', { className: 'search-excerpt' }, ...pieces)
}

const isSame = (a, b) => a.split('#')[0] === b.split('#')[0] && !b.includes('#')

const itemOf = ({ url, meta, excerpt, sub_results: parts = [] }) => {
  const item = element('li', { className: 'search-result' })
  item.append(element('a', { href: url, textContent: meta.title ?? url }))
  const headings = parts.filter((part) => !isSame(url, part.url)).slice(0, 3)
  if (headings.length === 0 || headings.length < parts.length) item.append(excerptOf(excerpt))
  if (headings.length > 0) {
    const list = element('ul')
    for (const part of headings)
      list.append(
        element('li', {}, element('a', { href: part.url, textContent: part.title }), excerptOf(part.excerpt)),
      )
    item.append(list)
  }
  return item
}

/** Shows what is found for the words of `input` in `results`, as they are typed. */
const connect = (input, results, note) => {
  const status = element('p', { className: 'search-status' })
  status.role = 'status'
  const list = element('ol', { className: 'search-list' })
  results.append(status, list)
  let latest = 0
  let timer
  const show = async (words) => {
    const turn = ++latest
    if (words === '') {
      status.textContent = ''
      list.replaceChildren()
      return
    }
    try {
      const pagefind = await engine()
      const found = (await pagefind.search(words)).results
      const items = await Promise.all(found.slice(0, MOST).map((result) => result.data()))
      if (turn !== latest) return
      list.replaceChildren(...items.map(itemOf))
      status.textContent =
        found.length === 0 ? label('none', 'Nothing was found.') : `${found.length} ${label('found', 'found')}`
      note?.(words)
    } catch {
      if (turn === latest)
        status.textContent = label('failed', 'The search index could not be loaded.')
    }
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => show(input.value.trim()), WAIT)
  })
  input.addEventListener('focus', () => engine().catch(() => {}), { once: true })
  const move = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const stops = [input, ...list.querySelectorAll('a')]
    const next = stops[stops.indexOf(document.activeElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  input.addEventListener('keydown', move)
  list.addEventListener('keydown', move)
  return {
    show,
    open: () => {
      clearTimeout(timer)
      list.querySelector('a')?.click()
    },
  }
}

const makeDialog = () => {
  const dialog = element('dialog', { className: 'search-dialog' })
  const input = element('input', {
    type: 'search',
    className: 'search-input',
    autocomplete: 'off',
    spellcheck: false,
  })
  input.ariaLabel = link.textContent.trim()
  const close = element('button', {
    type: 'button',
    className: 'search-button',
    textContent: label('close', 'Close'),
  })
  const results = element('div', { className: 'search-results' })
  dialog.ariaLabel = link.textContent.trim()
  dialog.append(element('div', { className: 'search-form' }, input, close), results)
  document.body.append(dialog)
  const { open } = connect(input, results)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') open()
  })
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('a')) dialog.close()
  })
  return { dialog, input }
}

let made

/** Opens the dialog, with the words of the last time. */
export const openDialog = () => {
  made ??= makeDialog()
  made.dialog.showModal()
  made.input.select()
}

/** Makes the search page's form and its place for what is found work. */
export const startPage = (results) => {
  const input = document.querySelector('input[name="q"]')
  const { show } = connect(input, results, (words) => {
    const address = new URL(location.href)
    address.searchParams.set('q', words)
    history.replaceState(null, '', address)
  })
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    show(input.value.trim())
  })
  show(input.value.trim())
}

