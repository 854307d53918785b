// What real layouts, includes and pages are made of, for fuzz-site-grammar.mjs: each entry makes one piece of a template.

const FIELDS = ['title', 'url', 'date', 'weight', 'categories', 'tags', 'layout', 'slug', 'path', 'name', 'author', 'nested', 'collection', 'description', 'x', 'excerpt', 'draft', 'lang', 'nested.k', 'author.name', 'relative_path', 'ext'] // biome-ignore format: a list
const SOURCES = ['site.posts', 'site.docs', 'site.notes', 'site.pages', 'site.documents', 'site.html_pages', 'site.data.members', 'site.static_files', 'page.tags', 'page.categories', 'site.collections', 'site.data.a', 'site.categories', 'site.tags', 'site.data.sub', 'site.nav', 'page.nested', 'site.data.sub.x'] // biome-ignore format: a list
const VALUES = ['page.title', 'page.date', 'page.weight', 'page.tags', 'page.categories', 'page.author', 'page.nested', 'page.excerpt', 'page.content', 'page.url', 'page.slug', 'page.path', 'site.title', 'site.time', 'site.url', 'site.baseurl', 'site.description', 'site.author', 'site.nav', 'site.data.members', 'site.data.a', 'site.data.sub', 'page.previous.title', 'page.next.url', 'page.next.title', 'layout.title', 'page.description', 'page.image', 'page.id', 'page.collection', 'nope', '"Some Text"', '"2024-02-03"', '"a, b,c"', '7', '3.25', 'page', 'page.dir', 'page.name', 'page.x', 'page.lang', 'site.data', 'jekyll.version', 'jekyll', 'content', 'site.data.members[0]', 'site.data.members.first.title', 'site.data["a"]', 'site.posts.first', 'site.docs.last.title', 'site.posts.size', 'site.data.a.size', 'site.nested.k', 'page.nested.a.c', 'include'] // biome-ignore format: a list
const TEXT_FILTERS = ['upcase', 'downcase', 'capitalize', 'strip_html', 'strip_newlines', 'escape', 'xml_escape', 'url_encode', 'truncate: 9', 'truncatewords: 2', 'truncate: 12, ""', 'append: "!"', 'prepend: "/"', 'prepend: site.baseurl', 'replace: "a", "<b>"', 'replace_first: "a", ""', 'remove: "e"', 'split: " "', 'split: ""', 'strip', 'lstrip', 'number_of_words', 'number_of_words: "cjk"', 'number_of_words: "auto"', 'smartify', 'normalize_whitespace', 'newline_to_br', 'size', 'first', 'last', 'slice: 0, 3', 'slice: -3, 2', 'escape_once', 'default: "none"', 'jsonify', 'inspect', 'to_integer', 'date: "%Y"', 'date: "%-d %b %Y"', 'date: "%A, %e %B %y %I:%M %p %Z"', 'date: "%s"', 'join', 'plus: 1', 'minus: 1', 'times: 2', 'ceil', 'floor', 'round', 'abs', 'at_least: 3', 'at_most: 3'] // biome-ignore format: a list
const TEXTS = ['page.title | append: ""', 'page.url', 'page.path', 'page.name', '"Some Text, Ünï & Co."', '"é/ü b.html"', 'site.title | append: "x"', 'page.slug | default: "none"', '"/a/index.html"', '"日本 x"', '"A--b  C_d.e"', 'page.content', 'page.excerpt | default: "e"', 'site.url | append: "/"', '""', 'page.title | append: " ! "', 'page.weight | append: "-é"'] // biome-ignore format: a list
const ON_TEXTS = ['cgi_escape', 'uri_escape', 'slugify', 'slugify: "pretty"', 'slugify: "raw"', 'slugify: "ascii"', 'slugify: "latin"', 'slugify: "none"', 'slugify: "default"', 'slugify: "nope"', 'strip_index', 'markdownify', 'absolute_url', 'relative_url', 'relative_url | absolute_url', 'number_of_words', 'smartify', 'normalize_whitespace', 'xml_escape', 'escape_once', 'jsonify', 'inspect', 'split: "/" | last', 'split: " " | jsonify', 'url_encode | url_decode', 'truncatewords: 3, "…"', 'to_integer'] // biome-ignore format: a list
const TIMES = ['page.date | default: site.time', 'site.time', '"2024-02-03"', '"2024-02-03 04:05:06 +0530"', '"March 3 2024"', '1704153600', 'nil', '"12:30"', '"2024-03-31T02:30:00"', 'site.posts.first.date | default: "2024-05-05"', '"20240102"', '"Tue, 2 Jan 2024 10:00:00 GMT"', '"2024-01-02 25:00"'] // biome-ignore format: a list
const ON_TIMES = ['date_to_string', 'date_to_long_string', 'date_to_string: "ordinal"', 'date_to_long_string: "ordinal", "US"', 'date_to_string: "ordinal", "US"', 'date_to_xmlschema', 'date_to_rfc822', 'date: "%Y-%m-%dT%H:%M:%S%:z"', 'date: "%c"', 'date: "%-I:%M %P %Z"', 'date: "%j %U %W %u %w %G-%V"', 'date: "%s" | plus: 60', 'date: "%^b %e %C %N %L"', 'date: ""', 'date: nil', 'date: "%x %X %D %r %R"'] // biome-ignore format: a list
const ARRAYS = ['page.tags', 'page.categories', '"a b c" | split: " "', '"3,1,2" | split: ","', 'site.posts | map: "title"', 'site.docs | map: "slug"', '"" | split: ","', 'site.data.members', 'site.docs | map: "tags"'] // biome-ignore format: a list
const ON_ARRAYS = ['sort', 'reverse', 'uniq', 'compact', 'join: ", "', 'array_to_sentence_string', 'array_to_sentence_string: "or"', 'push: "p"', 'unshift: "u"', 'pop', 'shift', 'concat: page.tags', 'map: "title"', 'first', 'last', 'size', 'jsonify', 'inspect', 'sort_natural', 'join', 'slice: 0', 'sum', 'where_exp: "i", "i contains \'a\'"', 'group_by_exp: "i", "i | size"', 'where_exp: "i", "i.size > 1"'] // biome-ignore format: a list
const LIST_FILTERS = ['where: "title", "Alpha"', 'where: "layout", "post"', 'where: "weight", 7', 'where: "weight", "7"', 'where: "tags", "x"', 'where: "categories", "a"', 'where: "nope", nil', 'where: "title", page.title', 'where: "author", "Ann"', 'where: "draft", false', 'where: "url", page.url', 'where: "nested.k", "v"', 'where: "date", page.date', 'where: "title", empty', 'where: "weight", 1.5', 'where: "x", true', 'where_exp: "i", "i.title == page.title"', 'where_exp: "i", "i.weight > 1"', 'where_exp: "i", "i.tags contains \'x\'"', 'where_exp: "i", "i.title contains \'a\' and i.weight"', 'where_exp: "i", "i.url != page.url"', 'where_exp: "i", "i.draft == true or i.title == nil"', 'where_exp: "i", "i.date < site.time"', 'where_exp: "i", "i.title.size > 4"', 'where_exp: "i", "i.nested"', 'find: "title", "Alpha"', 'find_exp: "i", "i.weight == 7"', 'group_by: "title"', 'group_by: "weight"', 'group_by: "layout"', 'group_by: "tags"', 'group_by: "author"', 'group_by: "nope"', 'group_by_exp: "i", "i.date | date: \'%Y\'"', 'group_by_exp: "i", "i.title | slice: 0"', 'group_by_exp: "i", "i.url | split: \'/\' | first"', 'sort: "weight"', 'sort: "title"', 'sort: "date"', 'sort: "weight", "last"', 'sort: "title", "first"', 'sort: "nope"', 'sort: "url"', 'sort: "path"', 'sort_natural: "title"', 'sort_natural: "slug"', 'reverse', 'map: "title"', 'map: "url"', 'map: "tags"', 'map: "nope"', 'map: "weight"', 'uniq', 'compact', 'first', 'last', 'size', 'join', 'concat: site.pages', 'push: page', 'pop', 'shift', 'slice: 0, 2', 'sum: "weight"'] // biome-ignore format: a list
const RISKY =
  /^(?:sort: "(?:nope|weight|title|date)"|group_by_exp: "i", "i\.title|where_exp: "i", "i\.(?:weight >|date <|title\.size)|sum)/
const OPERATORS = ['==', '!=', '<', '>', '<=', '>=', 'contains', '<>']
const LITERALS = [
  'nil',
  'null',
  'blank',
  'empty',
  'true',
  'false',
  '"a"',
  '"Alpha"',
  '7',
  '1.5',
  'page.title',
  '"/"',
  '"post"',
]

/** The pieces over `random`; `names` are the files so far, `word` makes a name. */
export const createSnippets = (random) => {
  const { chance, pick, many, upTo } = random
  const filters = (list, most) => many(0, most, () => ` | ${pick(list)}`).join('')
  const value = () => {
    const [from, by] = pick([[VALUES, TEXT_FILTERS], [VALUES, TEXT_FILTERS], [TEXTS, ON_TEXTS], [TIMES, ON_TIMES], [ARRAYS, ON_ARRAYS]]) // biome-ignore format: a list
    return chance(0.01)
      ? `${pick(VALUES)} | ${pick(pick([ON_TEXTS, ON_TIMES, ON_ARRAYS]))}`
      : `${pick(from)}${filters(by, 2 - (by === TEXT_FILTERS ? 0 : 1))}`
  }
  const list = () =>
    `${pick(SOURCES)}${filters(chance(0.9) ? LIST_FILTERS.filter((one) => !RISKY.test(one)) : LIST_FILTERS, 2)}`
  const output = () => `{{${pick(['', '', '', '-'])} ${value()} ${pick(['', '', '', '-'])}}}`
  const field = (item) => `{{ ${item}.${pick(FIELDS)}${filters(TEXT_FILTERS, 1)} }}`
  const condition = () =>
    many(1, 2, () =>
      chance(0.4) ? pick(VALUES) : `${pick(VALUES)} ${pick(OPERATORS.slice(0, chance(0.9) ? 2 : 8))} ${pick(LITERALS)}`,
    ).join(pick([' and ', ' or ']))
  const simple = () =>
    pick([output, () => 'text', () => `<a href="{{ page.url | relative_url }}">{{ page.title | escape }}</a>`])()
  const inner = (item) =>
    pick([
      () => many(1, 4, () => field(item)).join('|'),
      () => `{{ forloop.index }}/{{ forloop.length }}{% unless forloop.last %},{% endunless %}{{ ${item}.name }}`,
      () => `{% if ${item}.${pick(FIELDS)} ${pick(['== nil', '!= nil', '== page.title', ''])} %}${field(item)}{% else %}-{% endif %}`,
      () => `{% if forloop.index > 2 %}{% break %}{% endif %}${field(item)}`,
      () => `{% if ${item}.draft %}{% continue %}{% endif %}${field(item)}`,
      () => `<li>{{ ${item} }}</li>`,
      () => `{{ ${item}[0] }}={{ ${item}[1] | ${pick(['size', 'jsonify', 'inspect', 'first'])} }}`,
      () => `{{ ${item}.items | map: "url" | join: " " }}{{ ${item}.size }}`,
      () => `{% for j in ${item}.${pick(['items', 'tags', 'categories', 'nested', 'docs', 'children'])} %}{{ j }}{{ j.url }}{{ forloop.parentloop.index }}{% endfor %}`,
      () => `{% include card.html item=${item} title=${item}.title %}`,
      () => `{% cycle "odd", "even" %}{{ ${item}.title }}`,
      () => `{% ifchanged %}{{ ${item}.layout }}{% endifchanged %}`,
      () => `{% increment n %}{% decrement m %}`,
      () => `{% assign all = all | push: ${item}.title %}`,
      () => `{% capture cap %}{{ cap }}{{ ${item}.title }};{% endcapture %}`,
    ])() // biome-ignore format: a table
  const pieces = [
    output,
    output,
    () => `{% assign l = ${list()} %}{% for i in l ${pick(['', '', 'limit: 2', 'offset: 1', 'reversed', 'limit: 2 offset: 1', 'offset: continue'])} %}${inner('i')}\n{% endfor %}`,
    () => `{% assign l = ${list()} %}{% for i in l %}${inner('i')}{% else %}nothing{% endfor %}`,
    () => `{% for i in ${pick(SOURCES)} ${pick(['', 'limit: 1', 'reversed'])} %}${inner('i')}{% endfor %}{{ all | join: "," }}{{ cap }}`,
    () => `{% assign l = ${list()} %}{{ l | ${pick(['size', 'jsonify', 'inspect', 'map: "url" | join: ","', 'first', 'map: "title" | inspect', 'array_to_sentence_string'])} }}`,
    () => `{% if ${condition()} %}${simple()}{% elsif ${condition()} %}${simple()}{% else %}${simple()}{% endif %}`,
    () => `{% unless ${condition()} %}${simple()}{% endunless %}`,
    () => `{% case ${pick(VALUES)} %}{% when ${pick(LITERALS)} %}one{% when ${pick(LITERALS)}, ${pick(LITERALS)} %}two{% else %}other{% endcase %}`,
    () => `{% capture c %}${simple()}${simple()}{% endcapture %}{{ c | ${pick(TEXT_FILTERS)} }}`,
    () => `{% assign v${upTo(2)} = ${value()} %}{{ v0 }}{{ v1 }}{{ v2 }}`,
    () => `{% include card.html item=${pick(['page', 'site.posts.first', 'site.data.members[0]', 'nope', '"text"'])} title="${pick(['T', 'T {{ page.title }}', 'q &quot;'])}" %}`,
    () => `{% include nested/outer.html depth=${upTo(3)} label=page.title %}`,
    () => `{% include {{ page.inc | default: "plain.html" }} a=page.url %}`,
    () => `{% assign part = "plain" | append: ".html" %}{% include {{ part }} %}`,
    () => '{% increment n %}{% increment n %}{% decrement m %}{{ n }}{{ m }}',
    () => '{% cycle "a", "b" %}{% cycle "a", "b" %}{% cycle "g": 1, 2 %}',
    () => '{% tablerow i in page.tags cols:2 %}{{ i }}{% endtablerow %}',
    () => '{% comment %}{{ page.title }}{{ nope | x }}{% endcomment %}',
    () => '{% raw %}{{ page.title }}{% endraw %}',
    () => `{%- for i in (1..${upTo(4)}) -%} {{ i }} {%- endfor -%}`,
    () => '<!-- {{ page.title }} -->{{ page.date | date_to_xmlschema }}{{ page.date | date: "%F %T %z" }}',
    () => '{{ "now" | date: "%Y" | size }}{{ site.time | date: "%Y" }}',
    () => `{% assign sorted = site.${pick(['posts', 'docs', 'notes', 'pages'])} | sort: "${pick(['title', 'url', 'path', 'slug', 'weight", "last', 'name', 'date'])}" %}{% for p in sorted %}{{ p.path }} {% endfor %}`,
    () => `{% assign g = site.${pick(['posts', 'docs', 'notes', 'pages', 'documents'])} | group_by: "${pick(FIELDS)}" %}{% for y in g %}{{ y.name | inspect }}:{{ y.size }}:{{ y.items | map: "path" | join: " " }};{% endfor %}`,
    () => `{% for m in site.data.members %}{{ m.${pick(['title', 'n', 'a', 'b'])} }}{% if m.title == page.author %}*{% endif %};{% endfor %}`,
    () => `{% for f in site.data.sub %}{{ f[0] }}{% for r in f[1] %}({{ r }}){% endfor %}{% endfor %}`,
    () => `{% assign d = site.data[page.${pick(['slug', 'author', 'x', 'lang'])}] %}{{ d | jsonify }}`,
    () => `{% assign p = site.${pick(['pages', 'posts', 'docs'])} | where: "url", "${pick(['/', '/one.html', '/about/', '/two/'])}" | first %}{{ p.title }}{{ p.path }}{{ p.content | strip_html | size }}`,
    () => `{% highlight ${pick(['ruby', 'js linenos', 'text hl_lines="1 2"', 'nope'])} %}\nx = {{ page.title }}\ny\n{% endhighlight %}`,
    () => `{{ content | ${pick(['strip_html', 'size', 'markdownify', 'number_of_words'])} }}`,
    () => `{{ page.content | ${pick(['size', 'strip_html | size', 'number_of_words', 'split: "\\n" | first'])} }}`,
    () => `{{ ${pick(SOURCES)}.${pick(['size', 'first', 'last', 'first.title', 'last.url', 'first.tags.first'])} }}`,
    () => `{% if site.${pick(['show_drafts', 'future', 'nav', 'author', 'url', 'title', 'nested'])} %}{{ site.nav | jsonify }}{% endif %}`,
    () => `{% for n in site.nav %}<a{% if n.url == page.url %} class="on"{% endif %} href="{{ n.url | ${pick(['relative_url', 'absolute_url', 'prepend: site.baseurl'])} }}">{{ n.title }}</a>{% for k in n.children %}{{ k.title | default: k }}{% endfor %}{% endfor %}`,
    () => `{% assign i = page.url | split: "/" %}{% for s in i %}{{ s | capitalize | replace: "-", " " }}>{% endfor %}{{ i.size }}`,
    () => '{{ page.date | date: "%B %-d, %Y" }} {{ page.last_modified_at | default: page.date | date_to_xmlschema }}',
    () => '{% assign words = content | number_of_words %}{{ words | divided_by: 180 | plus: 1 }} min',
    () => '{% assign y = site.posts | group_by_exp: "p", "p.date | date: \'%Y\'" %}{% for i in y %}{{ i.name }}({{ i.items.size }}){% for p in i.items %}{{ p.title }};{% endfor %}{% endfor %}',
    () => '{% for t in site.tags %}{% assign name = t | first %}{% assign ps = t | last %}{{ name | slugify }}:{{ ps.size }}:{{ ps.first.title }};{% endfor %}',
    () => '{% assign ts = site.tags | sort %}{% for t in ts %}{{ t[0] }}{{ t[1].size }};{% endfor %}',
    () => '{% assign cs = site.categories | sort %}{% for c in cs reversed %}{{ c | first }}{% for p in c.last %}{{ p.slug }}{% endfor %};{% endfor %}',
    () => '{% for c in site.collections %}{% unless c.label == "posts" %}{{ c.label | capitalize }}:{{ site[c.label].size }}:{% for d in c.docs %}{{ d.url }}{% endfor %}{% for f in c.files %}{{ f.path }}{% endfor %};{% endunless %}{% endfor %}',
  ] // biome-ignore format: a table
  return { piece: () => pick(pieces)(), pieces: (most) => many(1, most, () => pick(pieces)()).join('\n') }
}

/** Includes that the pieces name. */
export const snippetIncludes = {
  'card.html': '<b>{{ include.title | escape }}</b>{{ include.item.title }}{{ include.item.url | relative_url }}{% if include.class %}{{ include.class }}{% endif %}',
  'nested/outer.html': '<{{ include.depth }}{{ include.label }}{% include nested/inner.html label=include.label n=include.depth %}{{ include.n }}>',
  'nested/inner.html': '({{ include.label | upcase }}{{ include.n | plus: 1 }}{% if include.n > 1 %}{% include plain.html %}{% endif %}{% assign seen = seen | append: "i" %}{{ seen }})',
} // biome-ignore format: a table
