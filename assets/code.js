// A button on each code block that copies its text.
{
  const copyText = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text)
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }

  const codeOf = (block) => block.querySelector('td.code pre, td.rouge-code pre') ?? block.querySelector('code')

  const addButton = (block, status) => {
    const code = codeOf(block)
    if (!code) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-button'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', 'Copy this code')
    button.addEventListener('click', async () => {
      try {
        await copyText(code.textContent)
        button.textContent = 'Copied'
      } catch {
        button.textContent = 'Press Ctrl-C'
      }
      status.textContent = button.textContent
      button.dataset.copied = ''
      setTimeout(() => {
        button.textContent = 'Copy'
        status.textContent = ''
        delete button.dataset.copied
      }, 1500)
    })
    block.append(button)
  }

  const blocks = document.querySelectorAll('.content div.highlight, .content figure.highlight')
  if (blocks.length > 0) {
    const status = document.createElement('div')
    status.className = 'visually-hidden'
    status.setAttribute('role', 'status')
    document.querySelector('main').append(status)
    for (const block of blocks) addButton(block, status)
  }
}
