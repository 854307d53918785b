// The reader's comforts: display settings, arrow keys between chapters, the current heading, anchors, tables that the keyboard
// can scroll. Each works without the others, and the page without all of them.
{
  const root = document.documentElement
  const labels = document.getElementById('octavo-labels')?.dataset ?? {}
  const without = (root.dataset.without ?? '').split(' ')

  // Storage may be forbidden: a choice then lasts for this page.
  const keep = (storage, name, value) => {
    try {
      window[storage].setItem(name, value)
    } catch {}
  }

  const recall = (name) => {
    try {
      return sessionStorage.getItem(name)
    } catch {}
  }

  const defaults = { theme: 'system', size: 'normal' }

  const choose = (name, value) => {
    const chosen = value !== defaults[name]
    if (chosen) root.dataset[name] = value
    else delete root.dataset[name]
    keep('localStorage', `octavo-${name}`, chosen ? value : '')
  }

  const startDisplay = (panel) => {
    for (const input of panel.querySelectorAll('input')) {
      input.checked = input.value === (root.dataset[input.name] ?? defaults[input.name])
      input.addEventListener('change', () => choose(input.name, input.value))
    }
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !panel.open) return
      panel.open = false
      panel.querySelector('summary').focus()
    })
    document.addEventListener('click', (event) => {
      if (!panel.contains(event.target)) panel.open = false
    })
  }

  const isBusy = (target) =>
    target instanceof Element &&
    (target.closest(
      'input, textarea, select, summary, dialog, .footnote-box, [contenteditable], [role="region"], pre',
    ) !== null ||
      document.querySelector('dialog[open]') !== null)

  const startArrows = () => {
    const rtl = getComputedStyle(root).direction === 'rtl'
    const links = { ArrowLeft: rtl ? 'next' : 'prev', ArrowRight: rtl ? 'prev' : 'next' }
    document.addEventListener('keydown', (event) => {
      const rel = links[event.key]
      if (!rel || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isBusy(event.target)) return
      const link = document.head.querySelector(`link[rel="${rel}"]`)
      if (link) location.href = link.href
    })
  }

  const startCurrentHeading = (toc) => {
    const links = new Map()
    for (const link of toc.querySelectorAll('a[href^="#"]')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (heading) links.set(heading, link)
    }
    const headings = [...links.keys()]
    let current
    const mark = () => {
      const atEnd = innerHeight + scrollY >= root.scrollHeight - 2
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3)
      const found = atEnd && scrollY > 0 ? headings.at(-1) : passed.at(-1)
      if (found === current) return
      if (current) links.get(current).removeAttribute('aria-current')
      if (found) links.get(found).setAttribute('aria-current', 'location')
      current = found
    }
    let frame
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(mark)
    }
    addEventListener('scroll', later, { passive: true })
    addEventListener('resize', later, { passive: true })
    mark()
  }

  const startAnchors = (content) => {
    for (const heading of content.querySelectorAll('h1[id], h2[id], h3[id], h4[id]')) {
      if (heading.querySelector('a')) continue
      const anchor = document.createElement('a')
      anchor.className = 'heading-anchor'
      anchor.href = `#${encodeURIComponent(heading.id)}`
      anchor.textContent = '#'
      anchor.ariaLabel = `${labels.anchor ?? 'Link to'} “${heading.textContent.trim()}”`
      heading.append(anchor)
    }
  }

  const startTables = (content) => {
    for (const table of content.querySelectorAll('table')) {
      if (table.closest('.highlight') || table.parentElement.closest('table')) continue
      const box = document.createElement('div')
      box.className = 'table-scroll'
      table.before(box)
      box.append(table)
    }
  }

  const startScrollers = () => {
    let count = 0
    for (const box of document.querySelectorAll('.table-scroll, .content pre, .katex-display')) {
      if (box.scrollWidth <= box.clientWidth) continue
      count += 1
      const caption = box.querySelector('caption')?.textContent.trim()
      box.tabIndex = 0
      box.role = 'region'
      const kinds = { PRE: labels.code ?? 'Code', SPAN: labels.formula ?? 'Formula' }
      const kind = kinds[box.tagName] ?? labels.table ?? 'Table'
      box.ariaLabel = caption || `${kind} ${count}, ${labels.scrolls ?? 'scrolls sideways'}`
    }
  }

  // Which parts of the book are folded lasts for the visit; the current one is open.
  const startParts = (parts) => {
    for (const part of parts) {
      const name = `octavo-part ${part.firstElementChild.textContent}`
      const kept = recall(name)
      if (kept && !part.querySelector('[aria-current]')) part.open = kept === 'open'
      part.addEventListener('toggle', () => keep('sessionStorage', name, part.open ? 'open' : 'closed'))
    }
  }

  // A task in a list is a checkbox beside its words; this ties the two together for a screen reader.
  const startTasks = (content) => {
    for (const box of content.querySelectorAll('.task-list-item-checkbox'))
      box.ariaLabel = box.parentElement.textContent.trim()
  }

  const content = document.querySelector('.content')
  const display = document.querySelector('[data-display]')
  const toc = document.querySelector('.page-toc')
  const current = document.querySelector('.sidebar [aria-current]')
  if (display) startDisplay(display)
  if (!without.includes('arrows')) startArrows()
  if (content) {
    startTables(content)
    if (!without.includes('anchors')) startAnchors(content)
    startTasks(content)
    startScrollers()
  }
  if (toc && !without.includes('heading')) startCurrentHeading(toc)
  startParts(document.querySelectorAll('.sidebar details'))
  if (current) {
    const sidebar = current.closest('.sidebar')
    const offset = current.getBoundingClientRect().top - sidebar.getBoundingClientRect().top
    if (offset > sidebar.clientHeight * 0.8) sidebar.scrollTop = offset - sidebar.clientHeight / 2
  }
}
