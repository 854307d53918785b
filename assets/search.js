// Search: `/`, Ctrl-K and the link in the header open a dialog, and the search page has a form. What does the work lies beside the index,
// in the folder `pagefind`, and is loaded when first needed; without this script the link leads to the search page.
{
  const panel = new URL('../pagefind/octavo-search.js', document.currentScript.src)
  const link = document.querySelector('[data-search]')
  const results = document.querySelector('[data-search-results]')

  const say = (name) => {
    if (results) results.textContent = link?.dataset[name] ?? ''
    else location.href = link.href
  }

  // A file that is opened without a server may load nothing: the search page says so.
  const start = (use) => {
    if (location.protocol === 'file:') say('file')
    else import(panel).then(use, () => say('failed'))
  }

  const open = (event) => {
    event.preventDefault()
    start(({ openDialog }) => openDialog())
  }

  if (results) start(({ startPage }) => startPage(results))
  link?.addEventListener('click', (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event)
  })
  document.addEventListener('keydown', (event) => {
    const { key, altKey, target } = event
    const control = event.ctrlKey || event.metaKey
    const typing = target.closest?.('input, textarea, select, [contenteditable]')
    const wanted = control ? key.toLowerCase() === 'k' : key === '/' && !typing
    if (link && wanted && !altKey && !document.querySelector('dialog[open]')) open(event)
  })
}
