// Titled panels become tabs; those of one name change together, and are remembered.
{
  const boxes = [...document.querySelectorAll('.tabs')]

  const show = (label, chosen, name) => {
    for (const box of boxes) {
      const { tabs = [] } = box
      const shown = tabs.find((tab) => tab.textContent === label)
      if (!shown || (box !== chosen && (!name || box.dataset.tabs !== name))) continue
      for (const tab of tabs) {
        tab.ariaSelected = tab === shown
        tab.tabIndex = tab === shown ? 0 : -1
        tab.panel.hidden = tab !== shown && 'until-found'
      }
    }
  }

  boxes.forEach((box, n) => {
    const name = box.dataset.tabs
    const list = document.createElement('div')
    list.role = 'tablist'
    const tabs = [...box.querySelectorAll(':scope > .tab-panel')].map((panel, i) => {
      const tab = document.createElement('button')
      tab.role = 'tab'
      tab.id = `tab-${n}-${i}`
      tab.textContent = panel.firstElementChild.textContent
      tab.panel = panel
      panel.role = 'tabpanel'
      panel.tabIndex = 0
      panel.setAttribute('aria-labelledby', tab.id)
      tab.onclick = panel.onbeforematch = () => {
        const { top } = tab.getBoundingClientRect()
        show(tab.textContent, box, name)
        scrollBy(0, tab.getBoundingClientRect().top - top)
        try {
          localStorage[`tab-${name}`] = tab.textContent
        } catch {}
      }
      return tab
    })
    list.onkeydown = (event) => {
      const step = getComputedStyle(box).direction === 'rtl' ? -1 : 1
      const at = tabs.indexOf(event.target)
      const to = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: -1 }[event.key]
      if (to === undefined || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      const tab = tabs.at(to % tabs.length)
      tab.click()
      tab.focus()
    }
    list.append(...tabs)
    box.prepend(list)
    box.tabs = tabs
    show(tabs[0]?.textContent, box)
  })

  for (const box of boxes)
    try {
      show(localStorage[`tab-${box.dataset.tabs}`], box)
    } catch {}
}
