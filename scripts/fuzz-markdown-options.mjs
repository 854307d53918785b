// Random options of kramdown, as a configuration has them and as a document sets them itself.

// What each option may be given, wrong values included. Of those for a document alone, see INLINE.
const VALUES = {
  auto_ids: [false, true],
  auto_id_prefix: ['p-', 'ü ', '"', ''],
  auto_id_stripping: [true],
  transliterated_header_ids: [true],
  header_offset: [1, -1, 3, 7],
  header_links: [true],
  parse_block_html: [true],
  parse_span_html: [false],
  html_to_native: [true],
  link_defs: [{ predefined: ['u.html', 'T'] }, { 'ref two': ['/r'], 1: ['/one', 'a "b"'] }],
  footnote_nr: [3, 0, -1],
  footnote_backlink: ['', '↩ & <b>', '&#8617;&#xfe0e;'],
  footnote_backlink_inline: [true],
  footnote_prefix: ['x', 'a b"'],
  footnote_link_text: ['[%s]', '%s%s', 'n. %s & <i>'],
  entity_output: ['symbolic', 'numeric', 'as_input', 'as_char'],
  toc_levels: ['2..3', '1,3', '4', '3..2', [2, 1]],
  smart_quotes: ['apos,apos,quot,quot', 'laquo,raquo,8222,8220', '39,39,34,34'],
  typographic_symbols: [
    { hellip: '...', mdash: '---' },
    { ndash: '<&>', laquo: '', raquo_space: '>>_' },
  ],
  remove_block_html_tags: [false],
  remove_span_html_tags: [true],
  math_engine: [null],
  syntax_highlighter: [null],
  syntax_highlighter_opts: [
    { disable: true },
    { default_lang: 'ruby' },
    { span: { disable: true } },
    { block: { disable: true }, css_class: 'hl' },
    { guess_lang: true, css_class: 'h l' },
  ],
  remove_line_breaks_for_cjk: [true],
  forbidden_inline_options: ['auto_ids,toc_levels', ['entity_output']],
  hard_wrap: [true, false],
  gfm_quirks: ['', 'no_auto_typographic', 'paragraph_end', 'paragraph_end,no_auto_typographic'],
}

// As they are written in {::options}: everything is a string there.
const INLINE = {
  ...Object.fromEntries(
    Object.entries(VALUES)
      .filter(([name]) => name !== 'syntax_highlighter_opts')
      .map(([name, values]) => [
        name,
        values.filter((value) => typeof value !== 'object' || value === null).map((value) => String(value ?? 'nil')),
      ])
      .filter(([, values]) => values.length > 0),
  ),
  link_defs: ["{predefined: ['u.html', 'T']}", '{a: b}', '[', "{one: ['/1']}"],
  typographic_symbols: ["{hellip: '...', mdash: x}", '{ndash: ""}'],
  header_offset: ['2', 'x', '', '1_0'],
  toc_levels: ['1..2', '0', '2,7', '3..'],
  smart_quotes: ['a,b', 'apos,apos,quot,quot'],
  footnote_link_text: ['[%s]', 'none'],
  forbidden_inline_options: [''],
  template: ['x'],
  line_width: ['40'],
  bogus: ['1'],
}

/** Options for a whole document: mostly what Jekyll sets, now and then some others. */
export const pickOptions = ({ pick, chance }) => {
  const options = chance(0.75)
    ? { input: 'GFM', hard_wrap: false }
    : { input: pick(['kramdown', 'GFM']), hard_wrap: chance(0.5) }
  if (chance(0.5)) return options
  for (let more = true; more; more = chance(0.6)) {
    const name = pick(Object.keys(VALUES))
    options[name] = pick(VALUES[name])
  }
  return options
}

/** An extension that sets options within a document. */
export const writeOptions = ({ pick, chance }) => {
  const pairs = []
  for (let more = true; more; more = chance(0.4)) {
    const name = pick(Object.keys(INLINE))
    const value = pick(INLINE[name])
    pairs.push(value.includes('"') ? `${name}='${value}'` : `${name}="${value}"`)
  }
  return `{::options ${pairs.join(' ')} /}`
}
