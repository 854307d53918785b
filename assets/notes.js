// Footnotes open beside their marks: under the pointer, with the focus, and by click or Enter, which takes the focus along. Escape
// closes. Without this file a mark is a link to the notes at the end.
{
  const box = document.createElement('div')
  let current
  let timer
  let closing = false

  const leave = () => {
    clearTimeout(timer)
    timer = setTimeout(() => box.contains(document.activeElement) || box.hidePopover(), 250)
  }

  const show = (mark) => {
    clearTimeout(timer)
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)))
    if (!note || (mark === current && box.matches(':popover-open'))) return
    box.hidePopover()
    box.replaceChildren(...note.cloneNode(true).childNodes)
    for (const back of box.querySelectorAll('.reversefootnote')) back.remove()
    for (const one of box.querySelectorAll('[id]')) one.removeAttribute('id')
    current?.classList.remove('footnote-mark')
    mark.classList.add('footnote-mark')
    current = mark
    box.showPopover()
  }

  // Closing gives the focus back to the mark, which must not open the note again.
  const settle = ({ type, newState }) => {
    closing = type === 'beforetoggle' && newState === 'closed'
  }

  const marks = document.querySelectorAll('a.footnote[href^="#"]')
  if (box.showPopover && marks.length > 0) {
    box.className = 'footnote-box'
    box.popover = 'auto'
    box.tabIndex = -1
    box.role = 'dialog'
    box.ariaLabel = document.getElementById('octavo-labels')?.dataset.footnote ?? 'Footnote'
    box.onpointerenter = () => clearTimeout(timer)
    box.onpointerleave = leave
    box.onfocusout = leave
    box.onbeforetoggle = settle
    box.ontoggle = settle
    document.querySelector('main').append(box)
  }
  for (const mark of box.showPopover ? marks : []) {
    mark.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      show(mark)
      box.focus()
    }
    mark.onfocus = () => closing || (mark.matches(':focus-visible') && show(mark))
    mark.onblur = leave
    mark.onpointerenter = () => show(mark)
    mark.onpointerleave = leave
  }
}
