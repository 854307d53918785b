import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from '../../src/serve.ts'
import { writeSite } from '../site.ts'

const text = async (url: string): Promise<string> => (await fetch(url)).text()

describe('serve', () => {
  it('builds again when a page changes, tells the browser, and survives a mistake', async () => {
    const site = writeSite({
      '_layouts/l.html': '<html><body>{{ content }}</body></html>',
      'a.md': '---\nlayout: l\n---\none\n',
    })
    let rebuilt: (() => void) | undefined
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        rebuilt = resolve
      })
    const handle = await serve({
      source: site,
      destination: path.join(site, '_site'),
      port: 0,
      watch: true,
      onRebuild: () => rebuilt?.(),
      onError: () => rebuilt?.(),
    })
    try {
      expect(await text(`${handle.url}a`)).toMatch(/<p>one<\/p>[\s\S]*<script src="\/__octavo\/reload\.js"/)
      const events = await fetch(`${handle.url}__octavo/reload`)
      const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
      let done = next()
      writeFileSync(path.join(site, 'a.md'), '---\nlayout: l\n---\ntwo\n')
      await done
      expect(await text(`${handle.url}a`)).toContain('<p>two</p>')
      let heard = ''
      while (!heard.includes('a.html')) heard += (await reader?.read())?.value ?? ''
      expect(heard).toMatch(/event: change\ndata: \["a\.html"\]/)
      await reader?.cancel()
      done = next()
      writeFileSync(path.join(site, 'b.md'), '---\nlayout: l\n---\n{% nope %}\n')
      await done
      expect(await text(`${handle.url}a`)).toContain('<p>two</p>')
    } finally {
      await handle.close()
    }
  })
})
