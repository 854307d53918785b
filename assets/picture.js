// Pictures with the class `myImg` open enlarged, by click and from the keyboard; Escape, the button or a click closes, and the
// focus goes back to the picture. Without this file they are plain pictures, or links to the picture alone. What opens is the largest:
// the original, not the variant that the browser chose for the page.
{
  const labels = document.getElementById('octavo-labels')?.dataset ?? {}
  let dialog

  const createDialog = () => {
    const box = document.createElement('dialog')
    const close = document.createElement('button')
    const picture = document.createElement('img')
    const caption = document.createElement('p')
    box.className = 'picture-dialog'
    box.ariaLabel = labels.enlarged ?? 'Enlarged picture'
    close.type = 'button'
    close.className = 'picture-close'
    close.textContent = labels.close ?? 'Close'
    box.append(close, picture, caption)
    box.addEventListener('click', (event) => {
      if (event.target !== caption) box.close()
    })
    document.body.append(box)
    return { box, picture, caption }
  }

  const open = (image) => {
    dialog ??= createDialog()
    dialog.picture.src = image.dataset.full ?? image.src
    dialog.picture.alt = image.alt
    dialog.caption.textContent = image.title || image.alt
    dialog.caption.ariaHidden = 'true'
    dialog.box.showModal()
  }

  const createButton = (image) => {
    const button = document.createElement('button')
    const framed = image.closest('picture') ?? image
    button.type = 'button'
    button.className = 'picture-button'
    framed.before(button)
    button.append(framed)
    return button
  }

  const label = labels.enlarge ?? 'Enlarge the picture'
  for (const image of document.querySelectorAll('img.myImg')) {
    const link = image.closest('a.picture-link')
    if (!link && image.closest('a, button')) continue
    const opener = link ?? createButton(image)
    opener.ariaHasPopup = 'dialog'
    opener.ariaLabel = image.alt ? `${label}: ${image.alt}` : label
    opener.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(image)
      dialog.box.addEventListener('close', () => opener.focus(), { once: true })
    })
  }
}
