// One file from the web, within bounds of time, size and redirects. What goes wrong is a value, for only the caller can name the theme.

export interface DownloadLimits {
  readonly bytes: number
  readonly redirects: number
  /** Milliseconds without a byte. */
  readonly idle: number
  /** Milliseconds in all. */
  readonly total: number
}

export const DOWNLOAD_LIMITS: DownloadLimits = {
  bytes: 200 * 1024 * 1024,
  redirects: 5,
  idle: 30_000,
  total: 600_000,
}

export interface Downloaded {
  readonly body?: Buffer | undefined
  /** Why there is no body. */
  readonly failure?: string | undefined
  /** What a server answered, where one answered with a failure. */
  readonly status?: number | undefined
}

const failed = (failure: string, status?: number): Downloaded => ({ failure, status })

// fetch says no more than 'fetch failed'; what happened is in the error's cause.
const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the host cannot be found (no network?)'
  if (code === 'ECONNREFUSED') return 'the host refuses connections'
  return cause.message === '' ? (code ?? 'no connection') : cause.message
}

interface Clock {
  readonly signal: AbortSignal
  readonly tick: () => void
  readonly stop: () => void
}

const startClock = (limits: DownloadLimits): Clock => {
  const controller = new AbortController()
  const abort = (): void => controller.abort(new Error('it took too long'))
  const total = setTimeout(abort, limits.total)
  let idle = setTimeout(abort, limits.idle)
  return {
    signal: controller.signal,
    tick: () => {
      clearTimeout(idle)
      idle = setTimeout(abort, limits.idle)
    },
    stop: () => {
      clearTimeout(idle)
      clearTimeout(total)
    },
  }
}

// A redirect may not lead from https to http, nor to anything else.
const redirected = (from: string, location: string): string | undefined => {
  if (!URL.canParse(location, from)) return undefined
  const target = new URL(location, from)
  const plain = target.protocol === 'http:' && from.startsWith('http:')
  return (target.protocol === 'https:' || plain) && target.username === '' ? target.href : undefined
}

const follow = async (url: string, limits: DownloadLimits, clock: Clock): Promise<Response | string> => {
  let at = url
  for (let i = 0; i <= limits.redirects; i++) {
    const response = await fetch(at, {
      redirect: 'manual',
      signal: clock.signal,
      headers: { 'user-agent': 'octavo', 'accept-encoding': 'identity' },
    })
    clock.tick()
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    await response.body?.cancel()
    const next = redirected(at, location)
    if (next === undefined) return `it redirects to ${location.slice(0, 200)}, where Octavo does not follow`
    at = next
  }
  return `it redirects more than ${limits.redirects} times`
}

const readBody = async (response: Response, limits: DownloadLimits, clock: Clock): Promise<Downloaded> => {
  const tooLong = failed(`it is larger than ${limits.bytes} bytes`, response.status)
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > limits.bytes) {
    await response.body?.cancel()
    return tooLong
  }
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body)
    for await (const chunk of response.body) {
      clock.tick()
      size += chunk.length
      if (size > limits.bytes) return tooLong // leaving the loop cancels the rest
      chunks.push(chunk)
    }
  return { body: Buffer.concat(chunks) }
}

/** Fetches `url`, following redirects; never throws for what a network or a server does. */
export const download = async (url: string, limits: DownloadLimits): Promise<Downloaded> => {
  const clock = startClock(limits)
  try {
    const response = await follow(url, limits, clock)
    if (typeof response === 'string') return failed(response)
    if (response.ok) return await readBody(response, limits, clock)
    await response.body?.cancel()
    return failed(`the server answers ${response.status} ${response.statusText}`.trimEnd(), response.status)
  } catch (error) {
    return failed(clock.signal.aborted ? 'it took too long' : reasonOf(error))
  } finally {
    clock.stop()
  }
}
