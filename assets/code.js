// A button on each code block that copies its text.
{
  const labels = document.getElementById('octavo-labels')?.dataset ?? {}
  const copy = async (code) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(code.textContent)
    getSelection().selectAllChildren(code)
    document.execCommand('copy')
  }

  const codeOf = (block) => block.querySelector('td.code pre, td.rouge-code pre') ?? block.querySelector('code')

  const addButton = (block, status) => {
    const code = codeOf(block)
    if (!code) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-button'
    button.textContent = labels.copy ?? 'Copy'
    button.ariaLabel = labels.copyCode ?? 'Copy this code'
    button.addEventListener('click', async () => {
      try {
        await copy(code)
        button.textContent = labels.copied ?? 'Copied'
      } catch {
        button.textContent = labels.copyFailed ?? 'Press Ctrl-C'
      }
      status.textContent = button.textContent
      button.dataset.copied = ''
      setTimeout(() => {
        button.textContent = labels.copy ?? 'Copy'
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
    status.role = 'status'
    document.querySelector('main').append(status)
    for (const block of blocks) addButton(block, status)
  }
}
