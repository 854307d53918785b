// Draws a page's diagrams with Mermaid, and draws them again when the colours of the page change. What cannot be drawn stays code.
//
// Mermaid styles what it draws by <style> elements and style attributes in markup, both of which a strict Content-Security-Policy forbids.
// Styles that a script sets by itself are allowed. So while it draws, the ways in which it puts markup into a document are led to those:
// style elements become constructed sheets, style attributes are set one by one.
{
  const address = new URL('mermaid.min.js', document.currentScript.src).href
  const MARK = 'data-drawn-style'
  const STYLE = 'x-style'
  const element = Element.prototype
  const plain = {
    create: document.createElement,
    parse: DOMParser.prototype.parseFromString,
    set: element.setAttribute,
    html: Object.getOwnPropertyDescriptor(element, 'innerHTML'),
    text: Object.getOwnPropertyDescriptor(Node.prototype, 'textContent'),
  }
  // The words on an edge are too faint in Mermaid's own dark theme.
  const DARK = { theme: 'dark', themeVariables: { edgeLabelBackground: '#333333' } }
  let sheets = []

  const addSheet = (css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.push(sheet)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }

  const dropSheets = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet))
    sheets = []
  }

  const markStyles = (markup) =>
    String(markup)
      .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
      .replace(/(<[^<>]*\s)style=/g, `$1${MARK}=`)

  const setHtml = (target, markup) => {
    plain.html.set.call(target, markStyles(markup))
    for (const one of target.querySelectorAll(`[${MARK}]`)) {
      one.style.cssText = one.getAttribute(MARK)
      one.removeAttribute(MARK)
    }
  }

  const guard = () => {
    document.createElement = function (name, options) {
      return plain.create.call(this, name === 'style' ? STYLE : name, options)
    }
    DOMParser.prototype.parseFromString = function (text, type) {
      return plain.parse.call(this, markStyles(text), type)
    }
    element.setAttribute = function (name, value) {
      if (name === 'style' && this.style) this.style.cssText = value
      else plain.set.call(this, name, value)
    }
    Object.defineProperty(element, 'innerHTML', {
      ...plain.html,
      set(markup) {
        if (this.localName === STYLE) addSheet(markup)
        else setHtml(this, markup)
      },
    })
    Object.defineProperty(Node.prototype, 'textContent', {
      ...plain.text,
      set(text) {
        if (this.localName === STYLE) addSheet(text)
        else plain.text.set.call(this, text)
      },
    })
  }

  const unguard = () => {
    delete document.createElement
    DOMParser.prototype.parseFromString = plain.parse
    element.setAttribute = plain.set
    Object.defineProperty(element, 'innerHTML', plain.html)
    Object.defineProperty(Node.prototype, 'textContent', plain.text)
  }

  const load = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = address
      script.onload = resolve
      script.onerror = () => reject(new Error(`${address} cannot be loaded`))
      document.head.append(script)
    })

  // Whatever the layout: where letters are light, the page is dark.
  const isDark = () => {
    const [red, green, blue] = getComputedStyle(document.body).color.match(/[\d.]+/g).map(Number)
    return red * 0.3 + green * 0.6 + blue * 0.1 > 128
  }

  const drawings = [...document.querySelectorAll('pre.diagram')].map((code) => ({ code, shown: code }))

  const draw = async (drawing, number) => {
    const { code } = drawing
    const { svg } = await mermaid.render(`diagram-${number}`, code.textContent)
    const box = document.createElement('div')
    box.className = code.className
    setHtml(box, svg)
    const picture = box.querySelector('svg')
    if (!picture.hasAttribute('aria-labelledby')) {
      const kind = picture.getAttribute('aria-roledescription') ?? ''
      picture.setAttribute('aria-label', code.getAttribute('aria-label') ?? kind)
    }
    drawing.shown.replaceWith(box)
    drawing.shown = box
  }

  const drawAll = async () => {
    guard()
    try {
      if (!globalThis.mermaid) await load()
      dropSheets()
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', ...(isDark() ? DARK : { theme: 'default' }) })
      for (const [number, drawing] of drawings.entries())
        try {
          await draw(drawing, number)
        } catch (error) {
          console.warn(`A diagram stays code: ${error.message}`)
          document.getElementById(`ddiagram-${number}`)?.remove()
        }
    } finally {
      unguard()
    }
  }

  // One after another: a drawing is not interrupted.
  let drawn = !isDark()
  let busy = Promise.resolve()
  const redraw = () => {
    if (drawn === isDark()) return
    drawn = isDark()
    busy = busy.then(drawAll).catch((error) => console.warn(error.message))
  }

  redraw()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw)
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] })
}
