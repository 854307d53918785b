// Pictures with the class `myImg` open enlarged, by click and from the keyboard; Escape, the button or a click closes, and the
// focus goes back to the picture. Without this file they are plain pictures, or links to the picture alone. What opens is the largest:
// the original, not the variant that the browser chose for the page.
{
  let dialog

  const createDialog = () => {
    const box = document.createElement('dialog')
    const close = document.createElement('button')
    const picture = document.createElement('img')
    const caption = document.createElement('p')
    box.className = 'picture-dialog'
    box.setAttribute('aria-label', 'Enlarged picture')
    close.type = 'button'
    close.className = 'picture-close'
    close.textContent = 'Close'
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
    dialog.caption.setAttribute('aria-hidden', 'true')
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

  for (const image of document.querySelectorAll('img.myImg')) {
    const link = image.closest('a.picture-link')
    if (!link && image.closest('a, button')) continue
    const opener = link ?? createButton(image)
    opener.setAttribute('aria-haspopup', 'dialog')
    opener.setAttribute('aria-label', image.alt ? `Enlarge the picture: ${image.alt}` : 'Enlarge the picture')
    opener.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(image)
      dialog.box.addEventListener('close', () => opener.focus(), { once: true })
    })
  }
}
