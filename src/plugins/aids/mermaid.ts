// `octavo: mermaid`: blocks of code in the language `mermaid` are drawn in the reader's browser. Without JavaScript, and where a drawing
// fails, they are shown as they are written.
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Config } from '../../model/config.ts'
import type { Output } from '../../model/output.ts'
import type { Page } from '../../model/site.ts'
import { escapeHtml } from '../../util/html.ts'
import { featureSettings } from '../feature-settings.ts'
import { decodeReferences } from '../html-fragment.ts'
import type { PluginFactory } from '../plugin.ts'
import drawDiagrams from './draw-diagrams.js?raw'
import {
  applyEdits,
  classesOf,
  type Edit,
  type ElementSpan,
  elementsIn,
  innerOf,
  isClosed,
  startTagOf,
  writeAttributes,
} from './elements.ts'

const BUNDLE = 'mermaid/dist/mermaid.min.js'
const FOLDER = 'assets/mermaid'
const LANGUAGE = 'language-mermaid'

/** The library in one file: the site's own copy, or the one beside Octavo. */
const findBundle = (config: Config): string | undefined => {
  for (const from of [path.join(config.source, 'package.json'), import.meta.url]) {
    for (const folder of createRequire(from).resolve.paths('mermaid') ?? []) {
      const file = path.join(folder, BUNDLE)
      if (existsSync(file)) return file
    }
  }
  return undefined
}

const plainText = (html: string): string => decodeReferences(html.replace(/<[^>]*>/g, ''))

const isDiagram = (html: string, element: ElementSpan): boolean =>
  (element.name === 'div' || element.name === 'pre') &&
  !element.inCode &&
  isClosed(element) &&
  [element, ...(element.name === 'pre' ? element.children.slice(0, 1) : [])].some((one) =>
    classesOf(startTagOf(html, one)).includes(LANGUAGE),
  )

const editFor = (html: string, element: ElementSpan): readonly Edit[] => {
  if (!isDiagram(html, element)) return []
  const tag = startTagOf(html, element)
  const own = classesOf(tag).filter((name) => name !== LANGUAGE && !name.startsWith('highlighter-'))
  const rest = tag.attributes.filter(([name]) => name !== 'class')
  const start = `<pre${writeAttributes([['class', ['diagram', ...own].join(' ')], ...rest])}>`
  const code = escapeHtml(plainText(innerOf(html, element)).trim())
  return [{ start: element.start, end: element.end, text: `${start}<code>${code}</code></pre>` }]
}

const outputsFor = (bundle: string): readonly Output[] => [
  { path: `${FOLDER}/draw.js`, body: drawDiagrams },
  { path: `${FOLDER}/mermaid.min.js`, body: { copy: bundle, modified: statSync(bundle).mtimeMs } },
]

/** The HTML with its diagrams ready to be drawn; every other byte as it was. */
export const markDiagrams = (html: string): string =>
  applyEdits(
    html,
    elementsIn(html).flatMap((element) => editFor(html, element)),
  )

export const mermaid: PluginFactory = (config) => {
  if (featureSettings(config, 'mermaid')?.get('draw') === false) return { name: 'mermaid' }
  const bundle = findBundle(config)
  const change = (_: Page, html: string): string =>
    bundle !== undefined && html.includes(LANGUAGE) ? markDiagrams(html) : html
  return {
    name: 'mermaid',
    parallel: true,
    afterConvert: change,
    afterConvertExcerpt: change,
    finish: (_, rendered, { warn }) => {
      if (bundle !== undefined) {
        const isUsed = rendered.some(({ content }) => content.includes('<pre class="diagram'))
        return isUsed ? outputsFor(bundle) : []
      }
      const page = rendered.find(({ content }) => content.includes(LANGUAGE))?.page
      if (page)
        warn({
          message: 'Diagrams stay code: the package `mermaid` is not installed',
          place: { path: page.relativePath },
          advice: 'Run `npm install mermaid` in the folder of the site, or set `octavo: mermaid: code`.',
        })
      return []
    },
  }
}
