// Runs before the page is painted, so that a chosen theme and text size never flash.
{
  const root = document.documentElement
  for (const name of ['theme', 'size']) {
    try {
      const value = localStorage.getItem(`octavo-${name}`)
      if (value) root.dataset[name] = value
    } catch {
      // Storage may be forbidden; then the system decides.
    }
  }
}
