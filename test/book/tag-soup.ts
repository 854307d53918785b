// Raw HTML as nobody should write it, the same for the same seed: tags of every kind opened and closed at random.

const TAGS =
  'a abbr acronym address article aside audio b bdi bdo big blockquote br button canvas caption center cite code col colgroup data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li link main map mark math menu meta meter mi mo mrow nav noscript object ol optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg g rect text use title table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr x-y foreignObject annotation semantics'.split(
    ' ',
  )
const ATTRIBUTES = [
  'id="a"', 'id="1 b"', 'class="x"', 'href="#a"', 'href="c2.html"', 'src="/a.png"', 'src="https://e.com/x"', 'style="color:red"',
  'dir=rtl', 'lang=de', 'title=t', 'role=note', 'colspan=2', 'span=3', 'type=1', 'value=3', 'headers=a', 'for=a', 'name=n', 'datetime=x',
  'open', 'width=5', 'xlink:href="#a"', 'aria-label=x', 'epub:type="x y"', 'xml:lang="q"', 'alt',
] // biome-ignore format: a list

const createRandom = (seed: number): (<T>(items: readonly T[]) => T) => {
  let state = seed
  return (items) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return items[Math.floor((state / 0x80000000) * items.length)] as (typeof items)[number]
  }
}

export const tagSoup = (seed: number): string => {
  const pick = createRandom(seed * 7919 + 1)
  const pieces = Array.from({ length: 120 }, () => {
    const tag = pick(TAGS)
    const kind = pick(['open', 'open', 'open', 'open', 'open', 'close', 'close', 'close', 'text', 'line'])
    if (kind === 'open') return `<${tag} ${pick(ATTRIBUTES)} ${pick(ATTRIBUTES)}>`
    return kind === 'close' ? `</${tag}>` : kind === 'text' ? 'text ' : '\n'
  })
  return pieces.join('')
}
