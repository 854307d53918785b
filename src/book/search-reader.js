// Reads the search index without WebAssembly, for pages whose Content-Security-Policy forbids it. It finds what begins with the words
// that were typed, or shares their stem; Pagefind's own program, where it may run, ranks better.
const folder = new URL('.', import.meta.url)
const PREFIX = 'pagefind_dcd'.length

// CBOR, as far as the index uses it: numbers, texts, lists.
const decode = (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const utf8 = new TextDecoder()
  let at = 0
  const read = () => {
    const head = bytes[at++]
    const type = head >> 5
    const isEndless = (head & 31) === 31
    let count = head & 31
    if (count > 23 && count < 28) {
      const width = 1 << (count - 24)
      count = {
        1: () => bytes[at],
        2: () => view.getUint16(at),
        4: () => view.getUint32(at),
        8: () => Number(view.getBigUint64(at)),
      }[width]()
      at += width
    }
    if (type === 0) return count
    if (type === 1) return -1 - count
    if (type === 3) return utf8.decode(bytes.subarray(at, (at += count)))
    if (type !== 4) return undefined
    const list = []
    if (isEndless) {
      while (bytes[at] !== 255) list.push(read())
      at++
    } else while (list.length < count) list.push(read())
    return list
  }
  return read()
}

const files = new Map()
const load = (name) => {
  if (!files.has(name)) {
    const bytes = fetch(new URL(name, folder)).then((response) =>
      new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
    )
    files.set(
      name,
      bytes.then((buffer) => new Uint8Array(buffer).subarray(PREFIX)),
    )
  }
  return files.get(name)
}

const language = document.documentElement.lang.toLowerCase()

let opening
const open = () =>
  (opening ??= fetch(new URL('pagefind-entry.json', folder))
    .then((response) => response.json())
    .then(async ({ languages }) => {
      const { hash } = languages[language] ?? languages[language.split('-')[0]] ?? Object.values(languages)[0]
      const [, pages, chunks] = decode(await load(`pagefind.${hash}.pf_meta`))
      return { pages, chunks }
    }))

/** Loads what every search needs, before the first words are there. */
export const init = open

const termsOf = (text) =>
  [...new Intl.Segmenter(language || undefined, { granularity: 'word' }).segment(text.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)

// Stems have lost their endings. What is written without spaces is divided here otherwise than in the index: its parts are looked for.
const STEM = 3
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const shares = (word, term) => {
  if (word.startsWith(term)) return true
  if (UNSPACED.test(term)) return term.includes(word)
  return word.length >= STEM && word.length >= term.length - STEM && term.startsWith(word)
}

// Whether the chunk with the words from `first` to `last` may hold some that share with `term`.
const mayHold = ([first, last], term) =>
  (UNSPACED.test(term) ? [...term] : [term]).some(
    (one) => last >= one.slice(0, Math.max(STEM, one.length - STEM)) && first <= `${one}\uffff`,
  )

// A page's places, each from the one before; a number below zero says how heavy those after it are.
const readPlaces = (numbers, take) => {
  let weight = 1
  let place = 0
  for (const number of numbers) {
    if (number < 0) {
      weight = (-number - 1) / 24
      place = 0
    } else {
      place += number
      take(place, weight)
    }
  }
}

// By page: how much the term counts there, and where it stands.
const lookUp = async (term, { pages, chunks }) => {
  const bare = term.normalize('NFD').replace(/\p{M}/gu, '')
  const hits = new Map()
  const add = (lists, factor) => {
    let page = 0
    for (const [step, numbers] of lists) {
      page += step
      const hit = hits.get(page) ?? { score: 0, places: [] }
      hits.set(page, hit)
      readPlaces(numbers, (place, weight) => {
        hit.places.push(place)
        hit.score += weight ** 2 * Math.log(1 + pages.length / lists.length) * factor
      })
    }
  }
  for (const chunk of chunks.filter((one) => mayHold(one, term) || mayHold(one, bare)))
    for (const [word, found, forms] of decode(await load(`index/${chunk[2]}.pf_index`))[0]) {
      if (!shares(word, term) && !shares(word, bare)) continue
      add(found, word === term ? 2 : 1)
      // The same word with accents.
      for (const [form, accented] of forms) add(accented, form === term ? 2 : 1)
    }
  return hits
}

const escaped = (text) => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)

const AROUND = 12
const excerptOf = (words, marked, place) =>
  words
    .slice(Math.max(0, place - AROUND), place + AROUND)
    .map((word, i) => (marked.has(Math.max(0, place - AROUND) + i) ? `<mark>${escaped(word)}</mark>` : escaped(word)))
    .join(' ')

const dataOf = async (hash, places) => {
  const { url, content, meta, anchors } = JSON.parse(
    new TextDecoder().decode(await load(`fragment/${hash}.pf_fragment`)),
  )
  const words = content.split(/[\s\u200b]+/)
  const marked = new Set(places)
  const sorted = [...marked].sort((a, b) => a - b)
  const address = new URL(url.replace(/^\//, ''), new URL('..', folder)).pathname
  const parts = anchors.map(({ id, text, location }, i) => {
    const end = anchors[i + 1]?.location ?? Infinity
    return { id, text, place: sorted.find((at) => at >= location && at < end) }
  })
  return {
    url: address,
    meta,
    excerpt: excerptOf(words, marked, sorted[0]),
    sub_results: parts
      .filter(({ place }) => place !== undefined)
      .map(({ id, text, place }) => ({
        url: `${address}#${id}`,
        title: text,
        excerpt: excerptOf(words, marked, place),
      })),
  }
}

/** As Pagefind's own: the pages that have all the words, the best first. */
export const search = async (text) => {
  const index = await open()
  const found = await Promise.all(termsOf(text).map((term) => lookUp(term, index)))
  const [first = new Map(), ...others] = found
  const results = [...first.keys()].filter((page) => others.every((hits) => hits.has(page)))
  const scoreOf = (page) => found.reduce((sum, hits) => sum + hits.get(page).score, 0)
  return {
    results: results
      .map((page) => ({ page, score: scoreOf(page) }))
      .sort((a, b) => b.score - a.score)
      .map(({ page }) => {
        const places = found.flatMap((hits) => hits.get(page).places)
        return { data: () => dataOf(index.pages[page][0], places) }
      }),
  }
}
