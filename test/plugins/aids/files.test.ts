import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../../src/build.ts'
import { buildFiles, writeSite } from '../../site.ts'

const CONFIG = 'octavo: {regions: true, math: true, mermaid: true, admonitions: true}\n'

describe('the files that aids bring along', () => {
  it('are those of the formulas that there are, with a rule for each style', async () => {
    const { text, result } = await buildFiles({ '_config.yml': CONFIG, 'a.md': '---\n---\n$$\\sqrt{x}$$\n' })
    const css = text('assets/katex/katex.css') ?? ''
    const classes = [...(text('a.html') ?? '').matchAll(/k-[a-z-]+:[^\s"]+/g)].map(([name]) => name)
    expect(classes.length).toBeGreaterThan(3)
    for (const name of classes) {
      const [property, value] = name.slice(2).split(':')
      expect(css).toContain(`{${property}:${value}}`)
    }
    const fonts = result.outputs.map((output) => output.path).filter((name) => name.startsWith('assets/katex/fonts/'))
    for (const [, name] of css.matchAll(/url\(([^)]*)\)/g)) expect(fonts).toContain(`assets/katex/${name}`)
  })

  it('are none without formulas and diagrams', async () => {
    const { result } = await buildFiles({ '_config.yml': CONFIG, 'a.md': '---\n---\nText\n' })
    expect(result.outputs.map((output) => output.path)).toEqual(['a.html'])
  })
})

describe('a diagram', () => {
  const files = { 'a.md': '---\n---\n```mermaid\nflowchart LR\n  A --> B["<c>"]\n```\n' }
  const installed = {
    'package.json': '{}',
    'node_modules/mermaid/dist/mermaid.min.js': 'void 0\n',
  }

  it('is ready to be drawn where Mermaid is installed', async () => {
    const { text, result } = await buildFiles({ '_config.yml': CONFIG, ...files, ...installed })
    expect(text('a.html')).toContain(
      '<pre class="diagram"><code>flowchart LR\n  A --&gt; B[&quot;&lt;c&gt;&quot;]</code></pre>',
    )
    expect(text('assets/mermaid/draw.js')).toContain('mermaid.render')
    expect(result.outputs.map((output) => output.path)).toContain('assets/mermaid/mermaid.min.js')
  })

  it('stays code where that is asked for', async () => {
    const { text } = await buildFiles({ '_config.yml': 'octavo: {mermaid: code}\n', ...files, ...installed })
    expect(text('a.html')).toContain('language-mermaid')
    expect(text('assets/mermaid/draw.js')).toBeUndefined()
  })
})

describe('a region of a file', () => {
  it('is not read through a link that leads out of the site', async () => {
    const outside = path.join(tmpdir(), `octavo-outside-${process.pid}.txt`)
    writeFileSync(outside, 'secret\n')
    const folder = writeSite({ '_config.yml': CONFIG, 'a.md': '---\n---\n{% code_region src/a.txt %}\n' })
    mkdirSync(path.join(folder, 'src'))
    symlinkSync(outside, path.join(folder, 'src/a.txt'))
    const built = build({ source: folder, destination: path.join(folder, '_site'), dryRun: true })
    await expect(built).rejects.toThrow('is outside the site')
  })
})
