// Random Liquid templates for fuzz-liquid.mjs. A template is a tree of arrays and strings, so that it can be shrunk branch by branch.

import { createNumbers } from './random.mjs'

export const includes = {
  'plain.html': 'plain {{ include.a }}|{{ include.b | inspect }}\n',
  'sets.html': '{% assign s = include.a %}{% assign n = n | plus: 1 %}{{ n }}',
  'loop.html': '{% for x in include.a %}{{ x }}{% if forloop.last %}.{% endif %}{% endfor %}',
  'breaks.html': 'in{% break %}out',
  'fails.html': 'one\ntwo {{ 1 | divided_by: 0 }}',
}

/** Values of every kind that a template can meet. */
export const data = {
  nothing: null,
  yes: true,
  no: false,
  zero: 0,
  one: 1,
  n: 7,
  neg: -3,
  big: 12345678901,
  f: 1.5,
  whole: { $type: 'float', value: 4 },
  tiny: 0.00001,
  huge: { $type: 'float', value: 1e20 },
  blank_text: '',
  space: '  ',
  s: 'hello world',
  title: 'The Ünïcode "Title" & more',
  html: '<p class="a">Hi <b>there</b></p><script>x</script>\n<!-- c -->',
  md: 'a\n\nb\r\nc',
  num: '42',
  fnum: ' 3.75 ',
  zeros: '007',
  emoji: 'a🎉b',
  url: '/a b/ü.html?q=1&r=é#x',
  abs: 'https://x.org/y',
  quote: `it's "q" \\ #{x}`,
  date: { $type: 'date', value: '2024-02-29' },
  time: { $type: 'time', value: '2024-03-05T07:08:09Z' },
  offset: { $type: 'time', value: '2023-12-31T23:30:00+05:30' },
  datetext: '2024-01-02 03:04:05 +0200',
  words: 'March 14, 2016',
  baddate: 'not a date',
  a: [3, 1, 2],
  strs: ['b', 'A', 'c', 'a', 'B'],
  mixed: [1, 'two', null, 3.5, true, [4, 5]],
  nested: [
    [1, [2]],
    ['x', null],
  ],
  empty_array: [],
  nils: [null, 2, null, 1],
  numstr: ['10', '9', '2', '007'],
  floats: [1.5, 0.5, { $type: 'float', value: 2 }],
  dates: [
    { $type: 'date', value: '2024-01-02' },
    { $type: 'date', value: '2023-05-06' },
  ],
  h: { a: 1, b: 'two', c: null, 'd-e': [1, 2], f: { g: 'deep', h: { i: 9 } } },
  empty_hash: {},
  pages: [
    { title: 'Alpha', book: 'x', n: 2, tags: ['t', 'u'], meta: { w: 1 }, ok: true },
    { title: 'beta', book: 'y', n: '10', tags: [], meta: { w: 2 }, ok: false },
    { title: 'Gamma', book: 'x', n: 1, tags: ['u'], meta: {}, date: { $type: 'date', value: '2024-01-02' } },
    { title: null, book: null, n: null, tags: 'u', meta: null },
    { title: 'delta', book: 'y', n: 1.5 },
  ],
}

const NAMES = Object.keys(data)
const PROPERTIES = ['title', 'book', 'n', 'tags', 'meta', 'meta.w', 'ok', 'date', 'nope', 'size', 'first', 'last']
const FORMATS = ['%Y-%m-%d', '%B %d, %Y', '%a %-d %b %y', '%H:%M:%S %z', '%j %U %W %V %G %u %w', '%s', '%e|%k|%l|%I %p %P', '%C %D %F %T %R %r', '%c %x %X', '%^a %^B %#p %10Y %-m %_m', '%L %N %3N', '%Z %:z', '%q %', '', '%%', '%h%n%t', '%05d %_5H %-l'] // biome-ignore format: a list

/** Filters with what their arguments may be. */
const FILTERS = {
  abs: '', append: 'v', at_least: 'n', at_most: 'n', capitalize: '', ceil: '', compact: 'p?', concat: 'v', date: 'd', default: 'v',
  divided_by: 'n', downcase: '', escape: '', escape_once: '', first: '', floor: '', join: 's?', last: '', lstrip: '', map: 'p', minus: 'n',
  modulo: 'n', newline_to_br: '', plus: 'n', prepend: 'v', remove: 's', remove_first: 's', replace: 'ss', replace_first: 'ss', reverse: '',
  round: 'n?', rstrip: '', size: '', slice: 'nn?', sort: 'p?', sort_natural: 'p?', split: 's', strip: '', strip_html: '',
  strip_newlines: '', times: 'n', truncate: 'n?s?', truncatewords: 'n?s?', uniq: 'p?', upcase: '', url_decode: '', url_encode: '',
  relative_url: '', absolute_url: '', strip_index: '', date_to_xmlschema: '', date_to_rfc822: '', date_to_string: 'o?', date_to_long_string: 'o?u?',
  where: 'pv', where_exp: 'e', find: 'pv', find_exp: 'e', group_by: 'p', group_by_exp: 'g', xml_escape: '', cgi_escape: '', uri_escape: '',
  number_of_words: 'w?', array_to_sentence_string: 's?', slugify: 'm?', jsonify: '', normalize_whitespace: '', to_integer: '',
  push: 'v', pop: 'n?', shift: 'n?', unshift: 'v', inspect: '', h: '', no_such_filter: 'v?',
} // biome-ignore format: a table
const FILTER_NAMES = Object.keys(FILTERS)

/** Templates that no one means to write: broken tags, and tags in each other's places. */
const MALFORMED = [
  '{% comment %}{% raw %}{% endcomment %}{% endraw %}',
  '{% comment %}{% comment %}a{% endcomment %}b{% endcomment %}',
  '{% raw %}{% comment %}{% endraw %}x',
  '{% raw %}{% raw %}{% endraw %}',
  '{%- raw -%} {{ a }} {%- endraw -%}',
  '{% raw -%} x {%- endraw %}',
  '{% comment %}{{ a | }}{% nosuch %}{{% endcomment %}',
  '{% comment -%} x {%- endcomment -%}  y',
  '{% raw x %}{{ a }}{% endraw %}',
  '{% raw %}{% endraw',
  '{% comment %}',
  '{% raw %}',
  '{% for x in a %}',
  '{% for x in a %}{% endif %}{% endfor %}',
  '{% if a %}{% endfor %}{% endif %}',
  '{% if a %}\n\n{% elsif == %}{% endif %}',
  '\n\n{% if a | b %}{% endif %}',
  '{% unless a %}{% elsif b %}x{% endunless %}',
  '{% unless a %}{% else %}x{% else %}y{% endunless %}',
  '{% if a %}1{% else %}2{% elsif b %}3{% endif %}',
  '{% case n %}text{% when 7 %}x{% else %}y{% when 7 %}z{% endcase %}',
  "{% case n %}{% when 7, 'a' or s %}x{% when 7 %}again{% endcase %}",
  '{% case n %}{% when %}x{% endcase %}',
  '{% case n %}{% when 7 and 8 %}x{% endcase %}',
  '{% case n %}{% else 1 %}x{% endcase %}',
  '{% case n | plus: 1 %}{% when 8 %}x{% endcase %}',
  "{% case n %}{% when 7 'a' %}x{% endcase %}",
  '{% case n %}{% when 1..9 %}x{% when (1..9) %}y{% endcase %}',
  '{% for x in (1..3 %}{{ x }}{% endfor %}',
  '{% for x in 1..3 %}{{ x }}{% endfor %}',
  '{% for x in (a..b) %}{{ x }}{% endfor %}',
  '{% for x in (1...3) %}{{ x }}{% endfor %}',
  '{% for x in (1 .. 3) %}{{ x }}{% endfor %}',
  '{% for x in a limit: %}{{ x }}{% endfor %}',
  '{% for x in a, limit: 1 %}{{ x }}{% endfor %}',
  '{% for x in a limit:1, offset:1 %}{{ x }}{% endfor %}',
  '{% for x in a reversed limit:1 %}{{ x }}{% endfor %}',
  '{% for x in a limit:1 reversed %}{{ x }}{% endfor %}',
  "{% for x in a limit:'2' offset:'1' %}{{ x }}{% endfor %}",
  '{% for x.y in a %}{{ x }}{{ x.y }}{% endfor %}',
  '{% for x-y in a %}{{ x-y }}{% endfor %}',
  '{% for x in strs | sort %}{{ x }}{% endfor %}',
  "{% for x in 'abc' %}{{ x }}{% endfor %}",
  '{% for x in h %}{{ x }}{{ x[0] }}{% endfor %}',
  '{% for forloop in a %}{{ forloop }}{{ forloop.index }}{% endfor %}',
  '{% tablerow x in a cols:0 %}{{ x }}{% endtablerow %}',
  '{% tablerow x in a cols:-1 %}{{ x }}{% endtablerow %}',
  '{% tablerow x in a cols:nil %}{{ x }}{{ tablerowloop.col_last }}{% endtablerow %}',
  "{% tablerow x in a cols:'2' %}{{ tablerowloop.row }}{{ tablerowloop.col }}{{ tablerowloop.rindex }}{% endtablerow %}",
  '{% tablerow x in (1..5) cols:2 limit:3 offset:1 %}{{ x }}{% break %}{% endtablerow %}',
  '{% tablerow x a %}{% endtablerow %}',
  '{% tablerow x in h cols:2 %}{{ x }}{% endtablerow %}',
  '{% tablerow x in nothing %}{{ x }}{% endtablerow %}',
  '{% assign x = %}{{ x }}',
  '{% assign = 1 %}',
  '{% assign x = a b %}{{ x }}',
  "{% assign x = 'a' 'b' %}{{ x }}",
  '{% assign x-y = 1 %}{{ x-y }}',
  '{% assign 1x = 2 %}{{ 1x }}',
  '{% assign [x] = 2 %}',
  "{% assign 'x' = 2 %}{{ x }}",
  '{% assign x = a | %}{{ x }}',
  '{% assign x = a | join: | size %}{{ x }}',
  '{% assign x = (1..3) %}{{ x }}{{ x.first }}{{ x.size }}{{ x | join }}',
  '{% assign x = (1..3) | reverse %}{{ x }}',
  '{% assign n = n | plus: 1 %}{{ n }}{% increment n %}{% decrement n %}{{ n }}',
  '{% capture %}{% endcapture %}',
  "{% capture 'v' %}x{% endcapture %}{{ v }}",
  '{% capture "v w" %}x{% endcapture %}{{ v }}',
  '{% capture v.w %}x{% endcapture %}{{ v }}{{ v.w }}',
  '{% capture v w %}x{% endcapture %}{{ v }}',
  '{% cycle a, b %}{% cycle a, b %}',
  "{% cycle 'x': 'a', 'b' %}{% cycle 'x': 'a', 'b' %}",
  "{% cycle n: 'a', 'b' %}{% cycle 7: 'a', 'b' %}",
  "{% cycle 'a', %}{% cycle ,'a' %}",
  "{% cycle: 'a' %}",
  '{% increment n.x %}{% increment %}{% decrement "a" %}',
  '{% ifchanged a %}x{% endifchanged %}',
  '{%else%}',
  '{% elsif a %}',
  '{% endraw %}',
  '{% endcomment %}',
  '{% end %}',
  '{% if a %}{% end %}',
  '{%\nif\na\n%}x{%\nendif\n%}',
  '{%-if a-%} x {%-endif-%}',
  '{% - if a %}',
  '{% if a -%}\n x \n{%- else -%}\n y \n{%- endif %}',
  '{{- a -}}{{-b-}} {{- s -}} ',
  '{{ a -}}\n\n{{- b }}',
  '{{-}}', '{{--}}', '{{ - }}', '{%-%}', '{%--%}', '{{}}', '{%%}', '{{{ a }}}', '{{ { }}', '{ { a } }', '{{ a } }', '{{ a }', '{% a }', '{% if a }x{% endif %}', '{{ a %}', '{% if a }}x{% endif %}',
  "{{ '}}' }}", "{{ '%}' }}", "{% if '%}' == s %}x{% endif %}", '{{ "a\'b" }}', "{{ 'a\"b' }}", "{{ 'a }}", '{{ "a }}', "{{ a' }}",
  '{{ a[0][1] }}', '{{ nested[1][0] }}', '{{ nested.first.last.first }}', '{{ h.f.h.i }}', '{{ h.f["h"].i }}', "{{ h['d-e'][1] }}", '{{ h.d-e.last }}', '{{ h[nothing] }}', '{{ h[n].x }}', '{{ a[n] }}', '{{ a[-1] }}', '{{ a["0"] }}', '{{ a[0.5] }}', '{{ a[1..2] }}', '{{ a.0 }}', '{{ a.-1 }}', '{{ a[] }}', '{{ a[0 }}', '{{ a]0[ }}', '{{ a..b }}', '{{ .a }}', '{{ a. }}', '{{ a .b }}', '{{ a . b }}', '{{ a [0] }}', '{{ a[ 0 ] }}', '{{ a?.b }}', '{{ a!b }}', '{{ a:b }}', '{{ a,b }}', '{{ $a }}', '{{ a$ }}', '{{ _a }}', '{{ é }}', '{{ a.é }}', '{{ A }}', '{{ a1 }}', '{{ 1a }}',
  '{{ 1 }}', '{{ 1. }}', '{{ .5 }}', '{{ 1.50 }}', '{{ 1e3 }}', '{{ +1 }}', '{{ --1 }}', '{{ 1_000 }}', '{{ 0x1F }}', '{{ 007 }}', '{{ -0 }}', '{{ -0.0 }}', '{{ 12345678901234567890 }}', '{{ 1.0e5 }}',
  '{{ true }}{{ false }}{{ nil }}{{ null }}{{ empty }}{{ blank }}', '{{ True }}', '{{ NIL }}', '{{ not a }}', '{{ a == b }}', '{{ a and b }}', '{{ a > 1 }}', '{{ a contains 1 }}', '{{ a ? b : c }}', '{{ a + 1 }}', '{{ n - 1 }}', '{{ n -1 }}', '{{ n-1 }}', '{{ (n) }}', '{{ (1..n) }}', '{{ (n..) }}', '{{ (..n) }}', "{{ ('a'..'c') }}", '{{ (1.5..3.7) }}', '{{ (3..1) }}', '{{ (1..3).size }}',
  '{% if a contains %}x{% endif %}', '{% if contains a %}x{% endif %}', '{% if a contains 1 %}x{% endif %}', "{% if s contains 'o w' %}x{% endif %}", "{% if strs contains 'A' and s contains nil %}x{% endif %}", '{% if n contains 7 %}x{% endif %}', "{% if h contains 'a' %}x{% endif %}", '{% if (1..3) contains 2 %}x{% endif %}', '{% if nothing contains nothing %}x{% endif %}', "{% if 'a' contains 1 %}x{% endif %}", '{% if s contains empty_array %}x{% endif %}',
  '{% if a == empty %}x{% endif %}{% if empty_array == empty %}y{% endif %}{% if empty == "" %}z{% endif %}', '{% if space == blank %}x{% endif %}', '{% if nothing == blank %}x{% endif %}', '{% if empty %}x{% endif %}', '{% if blank %}x{% endif %}', '{% if nil == false %}x{% endif %}', "{% if '' %}x{% endif %}", '{% if 0 %}x{% endif %}',
  '{% if true and false or true %}x{% endif %}', '{% if false or true and false %}x{% endif %}', '{% if a and and b %}x{% endif %}', '{% if a or %}x{% endif %}', '{% if (a or b) and c %}x{% endif %}', '{% if a == 1 == 1 %}x{% endif %}', '{% if a && b %}x{% endif %}', '{% if !a %}x{% endif %}', '{% if a => 1 %}x{% endif %}', '{% if a === 1 %}x{% endif %}', '{% if a <> 1 %}x{% endif %}', "{% if a == 'x %}x{% endif %}", '{% if a==1 %}x{% endif %}', '{% if n>1and n<9 %}x{% endif %}', '{% if n >1 %}x{% endif %}', "{% if 'a' < 1 %}x{% endif %}", '{% if a < 1 %}x{% endif %}', '{% if h > 1 %}x{% endif %}', '{% if nothing < 1 %}x{% endif %}', '{% if time > date %}x{% endif %}', '{% if yes > no %}x{% endif %}', '{% if 1 < 1.5 %}x{% endif %}', '{% if s < title %}x{% endif %}',
  '{{ s | append }}', "{{ s | append: 'a', 'b' }}", "{{ s | append: }}", "{{ s | append 'a' }}", "{{ s | append:'a'|upcase }}", "{{ s|append:'a' , }}", '{{ s | | }}', '{{ s | upcase: }}', '{{ s | 1 }}', "{{ s | 'a' }}", '{{ s | upcase.x }}', '{{ s | up-case }}', '{{ s | upcase downcase }}', '{{ s | upcase, downcase }}', "{{ s | replace: 'o' }}", "{{ s | replace: 'o', a: 'x' }}", "{{ s | truncate: 5, '', 1 }}", '{{ s | default: a: 1 }}', '{{ nothing | default: "x", allow_false: true }}', '{{ | }}', '{{ | upcase }}', '{{ "|" | append: "|" }}', "{{ s | split: '' | join: '|' }}", "{{ 'a:b' | append: ':c' }}", "{{ s | append: s | append: s.size }}", '{{ s | Upcase }}', '{{ s | to_s }}', '{{ s | send: "x" }}', '{{ s | inspect | inspect }}', '{{ s | size | size | size }}',
] // biome-ignore format: a list

export const createGenerator = (seed, { bare = false, timezone = 'UTC' } = {}) => {
  const random = createNumbers(seed)
  const chance = (probability) => random() < probability
  const pick = (list) => list[Math.floor(random() * list.length)]
  const upTo = (most) => Math.floor(random() * (most + 1))
  const many = (least, most, make) => Array.from({ length: least + upTo(most - least) }, make)

  const string = () => {
    const text = pick([
      '',
      ' ',
      'a',
      'x',
      'u',
      'b',
      'o',
      ',',
      '-',
      'The',
      '2',
      '1.5',
      'hello',
      'é',
      '%',
      '/',
      '<',
      '&amp;',
      '\\0',
      'two',
      ' | ',
      'a b  c',
      '12abc',
      '.',
      'latin',
      'en',
    ])
    return chance(0.7) ? `'${text}'` : `"${text}"`
  }
  const number = () =>
    pick(['0', '1', '2', '3', '-1', '10', '2.5', '-0.5', '1.0', '100', '0.1', '3.14159', '99999999999'])
  const property = () => pick(PROPERTIES)
  const path = () => {
    const steps = many(0, 2, () =>
      pick([
        () => `.${property()}`,
        () => `[${pick(['0', '-1', '1', "'a'", "'title'", 'n', 's', '9'])}]`,
        () => '.size',
        () => '.first',
        () => '.last',
        () => '.f.g',
        () => '.d-e',
      ])(),
    )
    return pick(NAMES) + (chance(0.4) ? steps.join('') : '')
  }
  const range = () =>
    `(${pick(['1', '0', 'one', '-1', 'n', 'f', 'num', 'nothing'])}..${pick(['3', '5', 'n', '0', 'a.size', 'num', "'4'"])})`
  const literal = () => pick([string, number, () => pick(['nil', 'true', 'false', 'blank', 'empty', 'null']), range])()
  const loopName = () =>
    pick([
      'x',
      'x',
      'y',
      'x.title',
      'x.n',
      'x[0]',
      'forloop.index',
      'forloop.first',
      'forloop.parentloop.index',
      'forloop',
      'tablerowloop.col',
      'v',
      'w',
      'v.size',
      'include.a',
      'forloop.name',
      'forloop.rindex0',
    ])
  const expression = () => (chance(0.5) ? path() : chance(0.5) ? literal() : loopName())
  const quoted = (text) => (text.includes("'") ? `"${text.replaceAll('"', '')}"` : `'${text}'`)
  const argument = {
    n: () => (chance(0.7) ? number() : expression()),
    s: () => (chance(0.85) ? string() : expression()),
    v: () => expression(),
    p: () => (chance(0.9) ? `'${property()}'` : expression()),
    d: () => (chance(0.9) ? `'${pick(FORMATS)}'` : expression()),
    o: () => pick(["'ordinal'", "'x'", 'nil']),
    u: () => pick(["'US'", "'UK'"]),
    w: () => pick(["'cjk'", "'auto'", "'x'"]),
    m: () => pick(["'raw'", "'default'", "'pretty'", "'ascii'", "'latin'", "'none'", 'nil']),
    e: () => `'i', ${quoted(condition(['i', 'i.n', 'i.title', 'i.book', 'i.tags', 'i.meta.w', 'n', 's', 'i.size']))}`,
    g: () => `'i', ${quoted(pick(['i.n', 'i.book', 'i', 'i.title | upcase', 'i | size', 'i.n | plus: 1', 'nope']))}`,
  }
  const operand = (names) => (names && chance(0.7) ? pick(names) : expression())
  const comparison = (names) => {
    if (chance(0.3)) return operand(names)
    const operator = pick(['==', '!=', '<', '>', '<=', '>=', 'contains', '<>', '=='])
    return `${operand(names)} ${operator} ${operand(chance(0.4) ? names : undefined)}`
  }
  const condition = (names) => many(1, chance(0.3) ? 3 : 1, () => comparison(names)).join(pick([' and ', ' or ']))

  const odd = () => pick([path, literal, () => '(1..3)', () => 'empty', () => "'a b'", () => 'h.f', () => 'pages[0]', () => 'x: 1', () => 'mixed', () => '-2', () => '1.5', () => 'date'])() // biome-ignore format: one line
  const filter = () => {
    const name = pick(FILTER_NAMES)
    const args = []
    if (chance(0.06)) return ` | ${name}: ${many(1, 3, odd).join(', ')}`
    for (const [, kind, optional] of FILTERS[name].matchAll(/(\w)(\??)/g))
      if (!optional || chance(0.5)) args.push(argument[kind]())
    if (chance(0.02)) args.push(expression())
    if (chance(0.02)) args.pop()
    return ` | ${name}${args.length > 0 ? `: ${args.join(', ')}` : ''}`
  }
  const filtered = () => [expression(), ...many(0, 3, filter).map((it) => [it])]
  const digits = (least, most) => String(least + upTo(most - least))
  const two = (least, most) => digits(least, most).padStart(2, '0')
  const month = () => pick(['Jan', 'feb', 'March', 'APR', 'may', 'June', 'jul.', 'Sept', 'december'])
  const clock = () =>
    pick([
      () => `${two(0, 24)}:${two(0, 60)}`,
      () => `${two(0, 23)}:${two(0, 59)}:${two(0, 60)}`,
      () => `${digits(1, 12)}pm`,
      () => `${digits(1, 12)}:${two(0, 59)} am`,
      () => `${two(0, 23)}:${two(0, 59)}:${two(0, 59)}.${digits(0, 9999)}`,
      () => `${digits(0, 23)}h${two(0, 59)}m`,
    ])()
  const zone = () =>
    pick(['', '', 'Z', ' UTC', ' +0200', '-05:30', ' EST', ' GMT', ' PDT', ' CET', '+09', ' -00:00', ' gmt+3'])
  const day = () =>
    pick([
      () => `${digits(1970, 2040)}-${two(1, 13)}-${two(1, 31)}`,
      () => `${digits(1, 31)} ${month()} ${digits(1990, 2030)}`,
      () => `${month()} ${digits(1, 31)}, ${digits(1990, 2030)}`,
      () => `${month()} ${digits(1, 31)}`,
      () => `${digits(1, 31)}${pick(['st', 'nd', 'rd', 'th'])} ${month()} '${two(0, 99)}`,
      () => `${digits(1990, 2030)}/${digits(1, 12)}/${digits(1, 31)}`,
      () => `${digits(1, 12)}/${digits(1, 31)}/${digits(0, 2030)}`,
      () => `${digits(1, 31)}.${digits(1, 12)}.${digits(1990, 2030)}`,
      () => `${digits(1990, 2030)}${two(1, 12)}${two(1, 31)}`,
      () => `${pick(['Mon', 'tuesday', 'Fri,'])} ${digits(1, 31)} ${month()}`,
      () => `${digits(1, 31)}-${month()}-${digits(90, 2030)}`,
      () => `${digits(1990, 2030)}-${digits(1, 366).padStart(3, '0')}`,
      () => `${digits(1990, 2030)}-W${two(1, 53)}-${digits(1, 7)}`,
      () => month(),
      () => digits(1, 99999),
      () => `${digits(90, 2030)}-${two(1, 12)}`,
      () => `h${digits(1, 31)}.${two(1, 12)}.${two(1, 31)}`,
      () => `${digits(1, 31)}${pick(['st', 'th'])}`,
      () => `--${two(1, 12)}-${two(1, 31)}`,
    ])()
  const moment = () =>
    pick([
      () => day(),
      () => `${day()} ${clock()}${zone()}`,
      () => `${day()}T${clock()}${zone()}`,
      () => `${clock()}${zone()} ${day()}`,
      () => clock(),
      () => `${day()} ${digits(0, 30)}`,
      () => pick(['', 'x', ',', '-', 'bc ']) + day() + pick(['', ' bc', ' x', '.', ' AD', 'z']),
    ])()
  const directive = () =>
    `%${pick(['', '', '-', '0', '^', '_', '#', '^-', '_0', '-_'])}${pick(['', '', '', digits(1, 12)])}${pick([...'YCymBbhdejHkIlPpMSLNzZAauwGgVUWsntcDFTXRrvx%EOQ+f', ':z', '::z', ':::z', 'Ey', 'Od', 'EY', 'Ee'])}`
  const dated = () => [
    `"${moment()}"`,
    ` | ${pick(['date: "%Y-%m-%d %H:%M:%S.%L %z %Z"', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string: "ordinal"'])}`,
  ]
  const formatted = () => [
    pick(['date', 'time', 'offset', 'datetext']),
    ` | date: "${many(1, 5, () => directive() + pick(['', ' ', '|', 'x'])).join('')}"`,
  ]
  const dash = () => (chance(0.1) ? '-' : '')
  const tag = (...markup) => [`{%${dash()} `, ...markup, ` ${dash()}%}`]
  const output = () => [
    `{{${dash()} `,
    chance(timezone === 'UTC' ? 0.08 : 0.6) ? pick([dated, formatted])() : filtered(),
    ` ${dash()}}}`,
  ]
  const text = () => pick(['.', ' ', '\n', 'text', '  \n  ', '<b>', ', ', 'é', '} ', '{ '])
  const garbage = () =>
    pick([
      '{{ a | }}',
      '{{ | upcase }}',
      '{{ a b }}',
      '{{ a.b.  }}',
      '{{ s | append "x" }}',
      "{{ 'x' | append: 'y' 'z' }}",
      '{{ s | append: }}',
      '{{ @x }}',
      '{{ a[ }}',
      '{{ 1..3 }}',
      '{{ (1..3 }}',
      '{{ x: 1 }}',
      '{{ s | append: a: 1 }}',
      '{% if a == %}y{% endif %}',
      '{% if == 1 %}y{% endif %}',
      '{% if a = 1 %}y{% endif %}',
      '{% if a and %}y{% endif %}',
      '{% if not a %}y{% endif %}',
      '{% for x a %}{% endfor %}',
      '{% for x in a limit:2 offset: 1 foo:3 %}{{x}}{% endfor %}',
      '{% assign %}',
      '{% assign x %}',
      '{% assign x.y = 1 %}{{ x.y }}',
      '{% assign x == 2 %}{{ x }}',
      '{% capture %}x{% endcapture %}',
      '{% cycle %}',
      "{% cycle 'a' 'b' %}",
      '{% nosuch %}',
      '{% endif %}',
      '{% else %}',
      '{% if a %}',
      '{{ a',
      '{% if',
      '{% %}',
      '{{ }}',
      '{%- -%}',
      '{% raw %}{{ x }}{% endraw x %}',
      '{% comment %}{{ }}{% if %}{% endif %}{% endcomment %}',
      '{% case %}{% endcase %}',
      '{% when 1 %}',
      '{% for %}{% endfor %}',
      '{{ "a }}" }}',
      '{{ s | upcase | }}',
      '{{ s | | upcase }}',
      '{{ s || upcase }}',
      '{{ s|upcase:, }}',
      '{{ pages.0.title }}',
      '{{ h["a"]["b"] }}',
      '{{ h.["a"] }}',
      '{{ [s] }}',
      '{{ ["s"] }}',
      "{{ ['h'].a }}",
      '{{ h[h.b] }}',
      '{{ n.5 }}',
      '{{ 5.n }}',
      '{{ 1.2.3 }}',
      '{{ -n }}',
      '{{ a-b }}',
      '{{ a? }}',
      '{{ true.x }}',
      '{{ nil.x }}',
      '{{ empty.size }}',
      '{% unless %}x{% endunless %}',
      '{% if a %}{% elsif %}{% endif %}',
      '{% if a %}{% else x %}{% endif %}',
      '{% tablerow x in a cols:2 limit:x %}{% endtablerow %}',
      '{% include %}',
      '{% include nope.html %}',
      '{% include plain.html a %}',
      '{% include plain.html a=1 b= %}',
      '{% include ../x.html %}',
      '{% include {{ s }} %}',
      '{% increment %}',
      '{%if a%}x{%endif%}',
      '{%ifa%}',
      '{{a}}',
      '{{-a-}}',
      '{% comment %}{% endfor %}{% endcomment %}',
      '{% raw %}{% endraw %}',
      '{% raw %} {% if %} {{ {% endraw %}',
      '{% ifchanged %}{% endifchanged %}',
      '{% break %}',
      '{% continue %}',
      '{% link nope.md %}',
      '{% post_url nope %}',
      '{% post_url 2020-01-01-nope %}',
      '{% highlight %}{% endhighlight %}',
      ...MALFORMED,
    ])

  const body = (depth) => many(0, 3, () => node(depth - 1))
  const attributes = () => [
    ...(chance(0.25) ? [[` limit: ${argument.n()}`]] : []),
    ...(chance(0.25) ? [[` offset: ${chance(0.3) ? 'continue' : argument.n()}`]] : []),
  ]
  const collection = () =>
    pick([path, range, () => pick(['a', 'strs', 'pages', 'h', 's', 'mixed', 'nested', 'pages', 'v'])])()
  const blocks = [
    (depth) => [
      tag('if ', condition()),
      body(depth),
      ...(chance(0.3) ? [[tag('elsif ', condition()), body(depth)]] : []),
      ...(chance(0.4) ? [[tag('else'), body(depth)]] : []),
      tag('endif'),
    ],
    (depth) => [
      tag('unless ', condition()),
      body(depth),
      ...(chance(0.3) ? [[tag('else'), body(depth)]] : []),
      tag('endunless'),
    ],
    (depth) => [
      tag('for x in ', collection(), chance(0.2) ? ' reversed' : '', ...attributes()),
      body(depth),
      chance(0.1) ? pick(['{% break %}', '{% continue %}', '{% if x == 2 %}{% break %}{% endif %}']) : '',
      ...(chance(0.2) ? [[tag('else'), body(depth)]] : []),
      tag('endfor'),
    ],
    (depth) => [
      tag('case ', expression()),
      pick(['', '\n']),
      ...many(0, 3, () => [tag('when ', many(1, 2, expression).join(pick([', ', ' or ']))), body(depth)]),
      ...(chance(0.4) ? [[tag('else'), body(depth)]] : []),
      tag('endcase'),
    ],
    (depth) => [tag('capture ', pick(['v', 'w'])), body(depth), tag('endcapture')],
    (depth) => [
      tag('tablerow x in ', collection(), chance(0.6) ? ` cols: ${number()}` : '', ...attributes()),
      body(depth),
      tag('endtablerow'),
    ],
    (depth) => [tag('comment'), body(depth), tag('endcomment')],
    (depth) => [tag('ifchanged'), body(depth), tag('endifchanged')],
    () => ['{% raw %}', pick(['{{ x }}', ' a ', '{% if %}', '{{', '']), '{% endraw %}'],
  ]
  const simple = [
    output, output, output, output, text, text,
    () => tag('assign ', pick(['v', 'w', 'n', 's']), ' = ', filtered()),
    () => tag('assign ', pick(['v', 'w']), ' = ', filtered()),
    () => tag('cycle ', chance(0.2) ? `${pick(["'g'", 's'])}: ` : '', many(1, 3, () => (chance(0.8) ? string() : expression())).join(', ')),
    () => tag(pick(['increment ', 'decrement ']), pick(['c', 'd', 'n'])),
    () => bare
      ? tag('include ', pick(["'plain.html'", "'loop.html'", "'sets.html'", "'breaks.html'", 's', "'nope'"]), pick(['', ' with a', ' for strs', ' with n']), ...many(0, 2, () => [`, ${pick(['a', 'b', 'x'])}: ${pick([string, path])()}`]))
      : tag('include ', pick(['plain.html', 'sets.html', 'loop.html', 'breaks.html']), ...many(0, 2, () => [` ${pick(['a', 'b'])}=${pick([string, path])()}`])),
  ] // biome-ignore format: a list
  const node = (depth) => {
    if (chance(0.03)) return [garbage()]
    return depth > 0 && chance(0.35) ? pick(blocks)(depth) : [pick(simple)()]
  }
  return () => many(1, 4, () => node(3))
}

export const toText = (tree) => (typeof tree === 'string' ? tree : tree.map(toText).join(''))

/** Every tree with one branch less, the largest branches first. */
export const smaller = (tree) => {
  if (typeof tree === 'string') return []
  const without = tree.map((_, index) => tree.filter((_, other) => other !== index))
  const inside = tree.flatMap((branch, index) => [
    ...(Array.isArray(branch) ? branch.filter(Array.isArray).map((part) => tree.with(index, part)) : []),
    ...smaller(branch).map((less) => tree.with(index, less)),
  ])
  return [...without, ...inside]
}
