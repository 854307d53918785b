// Pictures with the class `myImg` open enlarged, by click and from the keyboard; Escape, the button or a click closes, and the
// focus goes back to the picture. Without this file they are plain pictures.
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
    dialog.picture.src = image.dataset.full ?? image.currentSrc ?? image.src
    dialog.picture.alt = image.alt
    dialog.caption.textContent = image.title || image.alt
    dialog.caption.ariaHidden = 'true'
    dialog.box.showModal()
  }

  for (const image of document.querySelectorAll('img.myImg')) {
    if (image.closest('a, button')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'picture-button'
    button.ariaHasPopup = 'dialog'
    const label = labels.enlarge ?? 'Enlarge the picture'
    button.ariaLabel = image.alt ? `${label}: ${image.alt}` : label
    image.before(button)
    button.append(image)
    button.addEventListener('click', () => {
      open(image)
      dialog.box.addEventListener('close', () => button.focus(), { once: true })
    })
  }
}
