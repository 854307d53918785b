// This site is no longer kept for reading without a network: what readers have of it goes.
const PREFIX = `octavo ${new URL('./', self.location).pathname} `
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  const remove = async () => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name)
    await self.registration.unregister()
  }
  event.waitUntil(remove())
})
