// A host for tests on this machine: answers by path, remembers what was asked for.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { digest } from './archive.ts'

export type Answer = string | Buffer | ((response: ServerResponse) => void)

export interface Host {
  readonly url: string
  readonly answers: Map<string, Answer>
  readonly asked: string[]
  /** Offers a gem, and lists it in its index. */
  offer(name: string, version: string, bytes: Buffer, needs?: string): void
  close(): Promise<void>
}

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })

export const startHost = async (): Promise<Host> => {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers.get(path)
    if (typeof answer === 'function') answer(response)
    else if (answer === undefined) response.writeHead(404).end('not here')
    else response.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    asked,
    offer: (name, version, bytes, needs = 'jekyll:>= 3.5&< 5.0') => {
      const known = String(answers.get(`/info/${name}`) ?? '---\n')
      answers.set(`/info/${name}`, `${known}${version} ${needs}|checksum:${digest(bytes)},ruby:>= 2.0\n`)
      answers.set(`/gems/${name}-${version}.gem`, bytes)
    },
    close: () => closing(server),
  }
}
