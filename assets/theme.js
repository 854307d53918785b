// Runs before the page is painted, so that a chosen theme and text size never flash, and what only scripts can use is in its place at
// once.
{
  const root = document.documentElement
  root.dataset.script = ''
  for (const name of ['theme', 'size']) {
    try {
      const value = localStorage.getItem(`octavo-${name}`)
      if (value) root.dataset[name] = value
    } catch {
      // Storage may be forbidden; then the system decides.
    }
  }
}
