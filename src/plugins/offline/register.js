// The way to keep the site for reading without a network: a button of the theme's, or, where the site says so, without being asked.
{
  const worker = navigator.serviceWorker
  const base = new URL('.', document.currentScript.src)
  const button = document.querySelector('[data-offline]')
  const register = () => worker.register(new URL('sw.js', base), { scope: base.pathname })
  const forget = async () => {
    await (await worker.getRegistration(base))?.unregister()
    for (const name of await caches.keys()) if (name.startsWith(`octavo ${base.pathname} `)) await caches.delete(name)
  }
  const states = { '': 'keep', busy: 'keeping', kept: 'kept', failed: 'failed' }
  const show = (state) => {
    if (!button) return
    button.dataset.state = state
    button.textContent = button.dataset[states[state]]
  }
  const follow = async (registration) => {
    const coming = registration.active ?? registration.waiting ?? registration.installing
    const look = () => {
      const { state } = coming
      if (state === 'redundant') show(registration.active ? 'kept' : 'failed')
      else show(state === 'activated' ? 'kept' : 'busy')
    }
    coming.addEventListener('statechange', look)
    look()
  }
  const keep = () => register().then(follow, () => show('failed'))

  const start = async () => {
    const registration = await worker.getRegistration(base)
    if (registration?.scope === base.href) await follow(registration)
    else if ('{{mode}}' === 'auto') await keep()
    else show('')
    if (!button) return
    button.closest('[data-offline-box]').hidden = false
    button.addEventListener('click', async () => {
      const { state } = button.dataset
      if (state === 'busy') return
      show(state === 'kept' ? '' : 'busy')
      await (state === 'kept' ? forget() : keep())
    })
  }
  if (worker && location.protocol !== 'file:') start()
}
