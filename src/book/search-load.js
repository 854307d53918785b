// Chooses what searches the index that lies beside this file: Pagefind's own program, or the plain reader where that may not run.
const folder = new URL('.', import.meta.url)

// Pagefind's program is WebAssembly, which a page's policy may forbid; asking is better than breaking it.
const mayRun = (policy) => {
  const sources = /(?:^|;)\s*script-src\s([^;]*)/.exec(policy) ?? /(?:^|;)\s*default-src\s([^;]*)/.exec(policy)
  return sources === null || /'(?:wasm-)?unsafe-eval'/.test(sources[1])
}

const policies = async () => {
  const { headers } = await fetch(location.href, { method: 'HEAD' })
  const metas = document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]')
  return [...(headers.get('content-security-policy') ?? '').split(','), ...[...metas].map((meta) => meta.content)]
}

/** Something with Pagefind's `search`. */
export const load = async () => {
  // Without a network nobody says what the policy is; the plain reader runs under any.
  const known = await policies().catch(() => ["default-src 'self'"])
  if (!known.every(mayRun)) {
    const reader = await import(new URL('octavo-reader.js', folder))
    await reader.init()
    return reader
  }
  const pagefind = await import(new URL('pagefind.js', folder))
  await pagefind.options({ baseUrl: new URL('..', folder).pathname, excerptLength: 24 })
  await pagefind.init()
  return pagefind
}
