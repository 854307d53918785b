// A card's template: an SVG text with `{{ title }}` and the like in it. A `<text data-wrap="1040" data-lines="3">` is broken into lines
// of that width; all else is SVG as it is.
import { escapeHtml } from '../../util/html.ts'
import { type Box, runsLeft, wrapText } from './wrap.ts'

export type CardValues = ReadonlyMap<string, string>

const PLACEHOLDER = /\{\{-?\s*([\w.-]+)\s*-?\}\}/g
const TEXT = /<text\b([^<>]*)>([^<]*)<\/text>/g
const LINE_HEIGHT = 1.2

// What XML cannot hold, in whatever way it is written.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escapeXml = (text: string): string => escapeHtml(text.toWellFormed().replace(FORBIDDEN, ''))

const fill = (text: string, values: CardValues, write: (value: string) => string): string =>
  text.replace(PLACEHOLDER, (_, name: string) => write(values.get(name) ?? ''))

const attributeIn = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((one) => one !== undefined)

const numberIn = (attributes: string, name: string, standard: number): number => {
  const number = Number.parseFloat(attributeIn(attributes, name) ?? '')
  return Number.isFinite(number) ? number : standard
}

const without = (attributes: string, names: readonly string[]): string =>
  names.reduce(
    (left, name) => left.replace(new RegExp(`(^|\\s+)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), ''),
    attributes,
  )

const boxOf = (attributes: string): Box => {
  const size = Math.max(numberIn(attributes, 'font-size', 48), 4)
  const weight = attributeIn(attributes, 'font-weight') ?? ''
  return {
    width: Math.max(numberIn(attributes, 'data-wrap', 1040), size),
    lines: Math.max(1, Math.floor(numberIn(attributes, 'data-lines', 1))),
    size,
    leastSize: Math.min(size, Math.max(4, numberIn(attributes, 'data-min-size', size))),
    bold: weight === 'bold' || Number(weight) >= 600,
  }
}

const OWN = ['data-wrap', 'data-lines', 'data-min-size', 'data-line-height', 'font-size', 'x', 'y', 'direction']

/** A `<text>` in lines. What runs from right to left begins at the other end of the box. */
const writeLines = (attributes: string, text: string): string => {
  const box = boxOf(attributes)
  const { lines, size } = wrapText(text, box)
  const left = runsLeft(text)
  const anchored = attributeIn(attributes, 'text-anchor') !== undefined
  const x = numberIn(attributes, 'x', 0) + (left && !anchored ? box.width : 0)
  const y = numberIn(attributes, 'y', 0) - (box.size - size) * 0.8
  const height = size * numberIn(attributes, 'data-line-height', LINE_HEIGHT)
  const shared = `${without(attributes, OWN)} font-size="${size}"${left ? ' direction="rtl"' : ''}`
  return lines
    .map((line, index) => `<text${shared} x="${x}" y="${Math.round(y + index * height)}">${escapeXml(line)}</text>`)
    .join('')
}

/** The drawing of one page's card. */
export const fillTemplate = (template: string, values: CardValues): string => {
  const pieces: string[] = []
  let behind = 0
  for (const match of template.matchAll(TEXT)) {
    const [all, attributes = '', text = ''] = match
    if (attributeIn(attributes, 'data-wrap') === undefined) continue
    const lines = writeLines(
      fill(attributes, values, escapeXml),
      fill(text, values, (value) => value),
    )
    pieces.push(fill(template.slice(behind, match.index), values, escapeXml), lines)
    behind = match.index + all.length
  }
  return pieces.join('') + fill(template.slice(behind), values, escapeXml)
}

/** The names that a template asks for. */
export const namesIn = (template: string): string[] => [
  ...new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '')),
]

/** What comes along: the title large, the book above it, the site below. */
export const TEMPLATE = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="{{ background }}"/>
<rect width="1200" height="18" fill="{{ accent }}"/>
<text data-wrap="1040" data-lines="1" x="80" y="128" font-family="{{ font }}" font-size="36" fill="{{ soft }}">{{ book }}</text>
<text data-wrap="1040" data-lines="4" data-min-size="48" x="80" y="236" font-family="{{ font }}" font-size="72" font-weight="700" fill="{{ ink }}">{{ title }}</text>
<rect x="80" y="530" width="1040" height="2" fill="{{ accent }}"/>
<text data-wrap="1040" data-lines="1" x="80" y="584" font-family="{{ font }}" font-size="32" fill="{{ soft }}">{{ site }}</text>
</svg>
`
