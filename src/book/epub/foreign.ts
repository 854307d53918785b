// Drawings and formulas in a text: SVG without what runs or loads, MathML without what only some programs read.
import {
  attributeOf,
  changeNodes,
  createElement,
  createText,
  type Element,
  elementsOf,
  isElement,
  isText,
  MATHML,
  type Node,
  rename,
  replaceChildren,
  SVG,
  setAttribute,
  textOf,
} from '../html-tree.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const SVG_ELEMENTS = words(
  'a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
    'feDisplacementMap feDistantLight feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology ' +
    'feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker mask path ' +
    'pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath title tspan use',
)
const HOLD_TEXT = words('a desc style text textPath title tspan')
const SVG_ATTRIBUTES = words(
  'alignment-baseline amplitude aria-describedby aria-hidden aria-label aria-labelledby azimuth baseFrequency baseline-shift bias class clip clip-path clip-rule clipPathUnits color ' +
    'color-interpolation color-interpolation-filters color-rendering cx cy d diffuseConstant direction display divisor dominant-baseline ' +
    'dx dy edgeMode elevation enable-background exponent fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity ' +
    'font-family font-size font-stretch font-style font-variant font-weight fx fy gradientTransform gradientUnits height href id ' +
    'image-rendering in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lengthAdjust letter-spacing lighting-color ' +
    'limitingConeAngle marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask maskContentUnits maskUnits method ' +
    'mode numOctaves offset opacity operator order orient overflow pathLength patternContentUnits patternTransform patternUnits points ' +
    'pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result role rotate rx ry scale seed ' +
    'shape-rendering slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color ' +
    'stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity ' +
    'stroke-width style surfaceScale tableValues targetX targetY text-anchor text-decoration text-rendering textLength transform type ' +
    'values version viewBox visibility width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z',
)
const PRESENTATION =
  /^(?:math|semantics|m(?:i|n|o|s|text|space|row|frac|sqrt|root|style|error|padded|phantom|fenced|enclose|sub|sup|subsup|under|over|underover|multiscripts|prescripts|table|tr|td|labeledtr|action)|none)$/
const MATH_ATTRIBUTES = words(
  'accent accentunder actiontype align alttext bevelled class close columnalign columnlines columnspacing columnspan denomalign depth ' +
    'dir display displaystyle equalcolumns equalrows fence form frame framespacing height id largeop linethickness lspace mathbackground ' +
    'mathcolor mathsize mathvariant maxsize minsize movablelimits notation numalign open rowalign rowlines rowspacing rowspan rspace ' +
    'scriptlevel selection separator separators side stretchy subscriptshift superscriptshift symmetric voffset width',
)
const ELSEWHERE = /url\(\s*["']?(?!#)/i

const REFER = words('feImage filter image linearGradient pattern radialGradient textPath use')

const fits = (element: Element, name: string, value: string): boolean => {
  if (name === 'href') return REFER.has(element.tagName)
  if (name === 'type') return element.tagName === 'style' || element.tagName.startsWith('fe')
  return name !== 'role' || value === 'img'
}

const keepAttributes = (element: Element, allowed: ReadonlySet<string>): void => {
  element.attrs = element.attrs.filter(
    ({ name, value }) => allowed.has(name) && fits(element, name, value) && !ELSEWHERE.test(value),
  )
  // Readers of the older standard know an address in a drawing by its old name only.
  for (const attribute of element.attrs) if (attribute.name === 'href') attribute.prefix = 'xlink'
}

const fitImage = (image: Element): Node[] => {
  if (attributeOf(image, 'href') === undefined) return []
  for (const side of ['width', 'height']) if (attributeOf(image, side) === undefined) setAttribute(image, side, '100%')
  return [image]
}

// Without these a shape shows nothing in any reader.
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  circle: ['r'],
  ellipse: ['rx', 'ry'],
  path: ['d'],
  polygon: ['points'],
  polyline: ['points'],
  rect: ['width', 'height'],
  stop: ['offset'],
  use: ['href'],
}

const lacks = (element: Element): boolean =>
  (NEEDED[element.tagName] ?? []).some((name) => attributeOf(element, name) === undefined)

const fitShape = (node: Node, parent: Element): Node[] => {
  if (isText(node)) return HOLD_TEXT.has(parent.tagName) || node.value.trim() === '' ? [node] : []
  if (!isElement(node) || node.namespaceURI !== SVG || !SVG_ELEMENTS.has(node.tagName) || lacks(node)) return []
  if (node.tagName === 'style' && (/@import/i.test(textOf(node)) || ELSEWHERE.test(textOf(node)))) return []
  fitShapes(node)
  // A link in a drawing needs words of its own, which a shape has not.
  if (node.tagName === 'a') {
    rename(node, parent.tagName === 'text' || parent.tagName === 'tspan' ? 'tspan' : 'g')
    setAttribute(node, 'href', undefined)
  }
  return node.tagName === 'image' || node.tagName === 'feImage' ? fitImage(node) : [node]
}

const fitShapes = (element: Element): void => {
  keepAttributes(element, SVG_ATTRIBUTES)
  replaceChildren(
    element,
    element.childNodes.flatMap((child) => fitShape(child, element)),
  )
}

const TOKENS = words('mi mn mo ms mtext')

const wordsAsToken = (node: Node): Node => {
  if (!isText(node) || node.value.trim() === '') return node
  const token = createElement('mtext', {}, [createText(node.value)])
  token.namespaceURI = MATHML
  return token
}

const fitFormula = (root: Element): void => {
  const source = [...elementsOf(root)].find(({ tagName }) => tagName === 'annotation')
  if (source && attributeOf(root, 'alttext') === undefined) setAttribute(root, 'alttext', textOf(source).trim())
  changeNodes(root, (node) => {
    if (!isElement(node)) return isText(node) ? [node] : []
    if (node.namespaceURI !== MATHML || !PRESENTATION.test(node.tagName)) return []
    if (node.tagName === 'semantics') rename(node, 'mrow')
    return [node]
  })
  for (const element of [root, ...elementsOf(root)]) {
    keepAttributes(element, MATH_ATTRIBUTES)
    if (TOKENS.has(element.tagName)) replaceChildren(element, [createText(textOf(element))])
    else replaceChildren(element, element.childNodes.map(wordsAsToken))
  }
}

/** A drawing or a formula as e-readers take it; nothing of anything else. */
export const fitForeign = (element: Element): Node[] => {
  if (element.namespaceURI === SVG && element.tagName === 'svg') fitShapes(element)
  else if (element.namespaceURI === MATHML && element.tagName === 'math') fitFormula(element)
  else return []
  return [element]
}
