// Random small sites for fuzz-site.mjs: every file is text that is made of lines, so that a site can be shrunk file by file and line by line.

import path from 'node:path'
import { createRealSite } from './fuzz-site-real.mjs'
import { createSnippets, snippetIncludes } from './fuzz-site-snippets.mjs'
import { createNumbers } from './random.mjs'

/** What is in the destination before a build. */
export const keptFiles = { 'keep/a.txt': 'a', 'other/b.txt': 'b', 'CNAME': 'c', 'keep.txt': 'd' } // biome-ignore format: a table

/** A value that stops a build, or nearly: only some sites hold such ones. */
class Wild {
  constructor(value) {
    this.value = value
  }
}
const wild = (...values) => values.map((value) => new Wild(value))

const createRandom = (seed) => {
  const random = createNumbers(Math.imul(seed, 0x9e3779b1))
  const chance = (probability) => random() < probability
  const isWild = chance(0.12)
  const pick = (list) => {
    const item = list[Math.floor(random() * list.length)]
    if (!(item instanceof Wild)) return item
    return isWild && chance(0.3) ? item.value : pick(list.filter((other) => !(other instanceof Wild)))
  }
  const upTo = (most) => Math.floor(random() * (most + 1))
  const many = (least, most, make) => Array.from({ length: least + upTo(most - least) }, make)
  const some = (list, most) => [...new Set(many(0, most, () => pick(list)))]
  return { chance, pick, upTo, many, some }
}

const PERMALINKS = ['date', 'pretty', 'ordinal', 'weekdate', 'none', '/:categories/:year/:title/', '/:year/:month/:i_day/:slug:output_ext', '/blog/:title', '/:collection/:path', '/:short_year/:short_month/:long_month/:y_day/:w_year/:week/:w_day/:short_day/:long_day/:hour/:minute/:second/:title', '/:slugified_categories/:name.html', ...wild('/:nope/:title', '/:titles', '/:basename'), '/x/:title:output_ext/', ':title', '/:categories/:title/index.html', '/a b/:title', '/:year_:month/:title.html', '/:i_month/:title.:output_ext', '/../:title', '/./x/:title', '/:title?x', '/%20/:title', '/ü/:title/', 'Pretty', '/:categories//:title', '/:path:output_ext', '/:title.txt', '/:title.htm', '/'] // biome-ignore format: a list
const COLLECTION_PERMALINKS = ['/:collection/:path', '/:collection/:name/', '/:collection/:title:output_ext', '/x/:slug', '/:path', '/:collection/:year/:month/:title', 'pretty', '/:categories/:path/', '/:name.html', '/:collection/:output_ext', 'date', 'none', ...wild('')] // biome-ignore format: a list
const PAGE_PERMALINKS = [...wild('/p/:basename'), '/one/', '/two', '/three.html', 'four', 'five/', '/:path/:basename:output_ext', '/a b/c.html', '/ü/é', '/x.y/z', '/x.json', '/:title/', '/%C3%BC/', '/a/../b', '/q?x=1#y', '/dir/index.html', '/404.html', 'pretty', '/:categories/:title/', '/:year/', '~', ...wild("''", '7', 'true', '[a]'), '/a.b/', '/./d', '//e//', '/:collection/:slug', '/f.', '/x.htm', '/x.xhtml'] // biome-ignore format: a list
const TITLES = ['Alpha', '"Beta: two"', 'Ünï cödé', '7', '1.50', 'true', '~', '2024-01-02', "'it''s'", '"a \\"q\\" & <b>"', '" padded "', "''", '[x, y]', '{a: b}', '12:30', '"*Emph* `c`"', '"{{ page.url }}"', '日本 語', 'yes', '1e3', '017', '0x1F', 'a # comment', '"#hash"', '>\n  folded\n  text', '|\n  lit\n  eral', '&t Anchored', '!!str 12', 'a--b', '-1', '.5', '1_000'] // biome-ignore format: a list
const DATES = ['2024-01-02', '2024-01-02 03:04:05', '2024-01-02 03:04:05 +0530', '2024-03-05T23:30:00-08:00', '2024-02-29 12:00:00 Z', '2023-12-31 23:59:59', '2025-01-01', '2024-06-01 12:00:00 +0000', '2024-06-01', '"2024-04-05 06:07"', 'March 3 2024', '"2024/05/06"', '~', '2024-1-2', '2024-01-02 3:04 PM', 'false', ...wild('nonsense', '2024', "''", '2024-02-30', '12:30', '[a]', '1704153600'), '2024-07-08 01:00:00 EST', '1970-01-01', '2024-06-01 14:00:00 +0200', '2024-05-31 23:30:00 -0100', '20240102'] // biome-ignore format: a list
const LABELS = ['a', 'B c', '[x, Y]', '[ ]', '~', '7', 'true', '[1, 2.0, ~, true]', '2024-01-02', 'é ü', '[a, a]', '\n  - red\n  - Blue Sky', '""', '[[x, y], z]', '{k: v}', 'C++', '"a/b"', '[2024-01-02]', 'Name.with.dots', '[a b, c]', 'false', '"x, y"', '[A, a]'] // biome-ignore format: a list
const SCALARS = ['a', '7', '1.5', 'true', '~', '2024-01-02', '[3, 1]', '{z: 1, y: [2]}', '"q"', '2024-01-02 03:04:05', '"007"', '1e5', '.inf', 'é'] // biome-ignore format: a list
const WORDS = ['one', 'two', 'Three', 'é', 'x_y', 'a.b', 'with space', 'UP', '7', 'v1.0', 'ünï', 'a-b', 'q&a', 'x--y', 'p+q', '日本', "it's", 'hash#1', '50%', 'tail.'] // biome-ignore format: a list
const FOLDERS = [
  '',
  '',
  '',
  'sub/',
  'sub/deep/',
  'Other/',
  '_hidden/',
  'a b/',
  'dots.d/',
  'über/',
  '.dot/',
  'vendor/',
  'x~/',
]
const GLOBS = ['""', '.', 'sub', 'sub/', '/sub', 'sub/*', 'sub/**', '"*.md"', '"**/*.md"', '"**/deep"', 'index.md', '_posts', '_posts/*', '_docs', '_docs/*.md', 'content', 'content/_docs', 'content/_posts', '"*"', '"s?b"', '"{sub,Other}/*"', '"[a-s]ub"', '_drafts', '"*/one*"', 'one', '../x', '_docs/sub', './sub', '"a b"', 'sub/_posts'] // biome-ignore format: a list
const TYPES = [
  'pages',
  'posts',
  'docs',
  'drafts',
  'page',
  'post',
  'draft',
  '""',
  'notes',
  'static',
  'static_files',
  ...wild('~'),
]
const PARTS = ['url', 'path', 'id', 'title', 'slug', 'ext', 'dir', 'name', 'collection', 'date', 'layout', 'draft', 'categories', 'tags', 'relative_path', 'extname', 'basename', 'modified_time', 'output', 'published', 'permalink', 'weight', 'next.url', 'previous.url', 'excerpt', 'author', 'nested', 'type', 'basename_without_ext', 'content'] // biome-ignore format: a list
const LISTS = ['site.pages', 'site.posts', 'site.documents', 'site.docs', 'site.notes', 'site.static_files', 'site.html_pages', 'site.html_files', 'site.collections', 'site.docs_to_write', 'site.related_posts', 'site.categories', 'site.tags', 'site.data', 'site.defaults', 'page.categories', 'page.tags', 'page', 'paginator', 'layout', 'site.categories.a', 'site.tags.x', 'site.drafts', 'paginator.posts', 'site.layouts', 'site.collections[0].docs', 'site.collections[0].files'] // biome-ignore format: a list
const PLUGINS = ['jekyll-feed', 'jekyll-seo-tag', 'jekyll-sitemap', 'jekyll-redirect-from', 'jekyll-paginate', 'jekyll-relative-links', 'jekyll-titles-from-headings', 'jekyll-optional-front-matter', 'jekyll-readme-index', 'jekyll-default-layout', 'jekyll-toc', 'jekyll-archives', 'jekyll-mentions', 'jekyll-gist', 'jekyll-avatar', 'jekyll-paginate-v2', 'jekyll-include-cache'] // biome-ignore format: a list

const markdown = ({ pick, chance, many }) => {
  const block = () =>
    pick([
      () => `# ${pick(['Top', '*Top* `x`', '[Link](two.md)', 'Ünï {#own}', '!!!', 'Top'])}\n`,
      () => `## ${pick(WORDS)} ${pick(WORDS)}\n`,
      () =>
        `A paragraph with *stress*, ${pick(['"quotes"', '`code`', 'a [link][ref]', '<b>html</b>', 'an -- dash'])}.\n`,
      () => `${pick(['Setext', 'Two words'])}\n===\n`,
      () => '- one\n- two\n',
      () => '1. [here](two.md)\n2. @someone\n',
      () => '```ruby\nputs 1\n```\n',
      () => '[ref]: /there "Title"\n',
      () => '<!--more-->\n',
      () =>
        `See [it](${pick(['two.md', 'sub/one.md', '/index.md', './one.md#x', '../two.md', 'nope.md', '_posts/2024-01-02-one.md', 'one.html'])}).\n`,
      () => `Line {{ page.title }} {% assign v = ${pick(['1', '"a"', 'page.title'])} %}{{ v }}\n`,
      () => '> quote\n',
      () => 'Word[^1].\n\n[^1]: Note.\n',
      () => '{% if page.title %}\nyes\n\n{% endif %}after\n',
      () => '{% highlight ruby %}\nputs 2\n{% endhighlight %}\n',
      () => '* toc\n{:toc}\n',
      () => '| a | b |\n|---|---|\n| 1 | 2 |\n',
    ])()
  return many(0, 4, () => block() + (chance(0.8) ? '\n' : '')).join('')
}

const FILTERS = ['', '', ' | where: "title", "Alpha"', ' | where_exp: "i", "i.url"', ' | where: "draft", false', ' | group_by: "title"', ' | group_by: "collection"', ' | sort: "url"', ' | sort: "title"', ' | sort: "weight"', ' | sort: "weight", "last"', ' | map: "url"', ' | where: "layout", "post"', ' | where: "categories", "a"', ' | where: "tags", "x"', ' | group_by_exp: "i", "i.date | date: \'%Y\'"', ' | reverse', ' | where: "weight", 7', ' | find: "title", "Alpha"', ' | where: "published", nil', ' | sort: "date"', ' | group_by: "categories"', ' | uniq', ' | map: "excerpt"', ' | first', ' | last', ' | size', ' | sort_natural: "title"', ' | where_exp: "i", "i.tags contains \'x\'"'] // biome-ignore format: a list

const posts = (names) => {
  return names.flatMap((name) => /_posts\/(\d{4}-\d\d-\d\d-[^/]*)\.\w+$/.exec(name)?.[1] ?? [])
}

const dump = ({ chance, pick, many, upTo }, names) => {
  const fields = (item) =>
    many(2, 6, () => pick(PARTS))
      .map((part) => `{{ ${item}.${part} }}`)
      .join('|')
  const order = () => pick([' | sort: "path"', ' | sort: "url"', ''])
  const link = () =>
    pick([
      ...names.filter((name) => !name.includes('_')),
      '{{ page.path }}',
      '{{ page.path }}',
      '{{ page.path }}',
      ...wild('_posts/2024-01-02-one.md', 'two.md', 'sub/one.md', 'nope.md'),
    ])
  return pick([
    () => `{% assign l = ${pick(['site.pages', 'site.static_files', 'site.html_pages'])}${order() || ' | sort: "path"'} %}{% for p in l %}[${fields('p')}]{% endfor %}`,
    () => `{% for p in site.${pick(['posts', 'docs', 'notes', 'documents'])} %}[${fields('p')}]{% endfor %}`,
    () => `{% for p in site.${pick(['posts', 'docs', 'notes'])} %}[${fields('p')}]{% endfor %}`,
    () => `{{ page.${pick(PARTS)} | ${pick(['jsonify', 'inspect', 'size', 'first', 'last', 'downcase', 'strip_html', 'date_to_string', 'array_to_sentence_string', 'slugify', 'relative_url', 'absolute_url', 'markdownify', 'date: "%F %T %z"', 'date_to_xmlschema', 'default: "none"', 'xml_escape', 'escape', 'number_of_words', 'smartify', 'join: ","'])} }}`,
    () => `{{ page.${pick(PARTS)} }}`,
    () => `[${fields('page')}]`,
    () => `[${fields('page.next')}][${fields('page.previous')}]`,
    () => '{{ page | jsonify }}',
    () => `{{ site.${pick(['posts', 'docs', 'notes'])} | jsonify }}`,
    () => '{% assign l = site.static_files | sort: "path" %}{{ l | jsonify }}',
    () => '{% assign l = site.pages | sort: "path" %}{% for p in l %}{% unless p.name contains "map" or p.name == "robots.txt" or p.name contains "feed" %}{{ p | jsonify }}\n{% endunless %}{% endfor %}',
    () => '{% for c in site.collections %}{{ c.label }}|{{ c.output }}|{{ c.relative_directory }}|{{ c.docs | size }}|{{ c.files | size }}|{{ c.permalink }}|{{ c.custom }}|{{ c.title }}{% endfor %}',
    () => '{% for c in site.categories %}{{ c[0] }}={% for p in c[1] %}{{ p.url }},{% endfor %};{% endfor %}',
    () => '{% for c in site.tags %}{{ c | first | inspect }}={{ c[1] | map: "url" | join: "," }};{% endfor %}',
    () => `{% for p in site.related_posts ${pick(['', 'limit: 2'])} %}{{ p.url }},{% endfor %}`,
    () => `{{ ${pick(LISTS)}${pick(FILTERS)} | ${pick(['size', 'inspect', 'jsonify', 'first', 'map: "url" | join: " "', 'map: "title" | jsonify', 'map: "name"'])} }}`,
    () => `{% for i in ${pick(LISTS)} %}{{ i${pick(['', '.url', '.name', '[0]', '.title'])} }};{% endfor %}`,
    () => '{{ site.data | jsonify }}',
    () => '{% for d in site.data %}{{ d[0] }}:{{ d[1] | inspect }};{% endfor %}',
    () => `{% include ${pick(['plain.html', 'args.html a=page.title b="x"', 'args.html a=page.url b=site.title', 'sub/in.html', 'args.html a="q \\"z\\""', 'args.html', 'loop.html', ...wild('{{ page.inc }}', 'none.html', 'plain.html extra')])} %}`,
    () => `{% include_relative ${pick(['inc.txt', ...wild('sub/one.md', '../one.md', 'two.md', 'nope.txt')])} %}`,
    () => names.length === 0 || chance(0.5) ? '' : `{% link ${link()} %}`,
    () => posts(names).length === 0 || chance(0.5) ? '' : `{% post_url ${pick([...posts(names), ...wild('2024-01-02-one', 'sub/2024-01-02-one', '2024-1-2-one', 'one')])} %}`,
    () => `{{ ${pick(['"x"', '"/x"', '"/a b/ü"', 'page.url', '"http://y.org/z"', '""', 'nil', '"//w"', '"#f"', '"?q=1"', 'page.title'])} | ${pick(['relative_url', 'absolute_url', 'relative_url | absolute_url', 'strip_index'])} }}`,
    () => '{{ jekyll.environment }}{{ jekyll.version }}|{{ site.time | date_to_xmlschema }}|{{ site.title }}|{{ site.baseurl }}|{{ site.url }}',
    () => `{{ site.${pick(['permalink', 'exclude', 'include', 'keep_files', 'markdown_ext', 'collections_dir', 'excerpt_separator', 'limit_posts', 'future', 'defaults', 'timezone', 'liquid', 'plugins', 'gems', 'paginate_path', 'show_drafts', 'encoding', 'author', 'nested', 'time', 'html_files', 'config', 'data_dir', 'safe', 'port', 'host', 'highlighter', 'lsi', 'whitelist'])} | ${pick(['inspect', 'jsonify', 'size'])} }}`,
    () => '{% for p in paginator.posts %}{{ p.url }}{% endfor %}{{ paginator.page }}/{{ paginator.total_pages }}/{{ paginator.next_page_path }}/{{ paginator.previous_page_path }}/{{ paginator.per_page }}/{{ paginator.total_posts }}',
    () => `{% assign p = site.${pick(['posts', 'docs', 'pages', 'documents'])} | ${pick(['where: "title", "Alpha" | first', 'first', 'last', 'where: "url", "/one.html" | first'])} %}[${fields('p')}]`,
    () => `{{ page.excerpt${pick(['', ' | strip_html', ' | markdownify', ' | number_of_words', ' | inspect'])} }}{{ page.excerpt.${pick(PARTS)} }}`,
    () => `{% assign n = ${upTo(9)} %}{{ n }} {{ v }} {{ include.a }} {{ layout.${pick(['title', 'name', 'lay', 'layout', 'nested'])} | inspect }}`,
    () => `{% if ${pick(['page.title', 'page == site.posts.first', 'page.categories contains "a"', 'page.date > site.time', 'page.next', 'page.url contains "one"', 'page.draft', 'page.excerpt', 'site.data.a', 'paginator'])} %}y{% else %}n{% endif %}`,
    () => pick(['{{ page.nope.deep }}', '{{ nope | upcase }}', '{{ "a" | nofilter }}', ...wild('{% unless page.title %}', '{{ page.title', '{% nope %}', '{{ 1 | divided_by: 0 }}', '{{ "a" | sort: "b" }}'), '{% raw %}{{ x }}{% endraw %}']),
  ])() // biome-ignore format: a table
}

const frontMatter = (random, { kind = 'page' } = {}) => {
  const { chance, pick, many } = random
  if (chance(0.04)) return pick(['', '---\n---\n', '---\n\n---\n', '---\n# only\n---\n', '--- \n---\n', '---\n---   \n\n\n', '----\na: b\n----\n', '\n---\na: b\n---\n', '---\na: b\n', '---\r\ntitle: crlf\r\n---\r\n', '\u{feff}---\ntitle: bom\n---\n', '---\ntitle: dots\n...\n', '---\n- list\n---\n', '---\ntext\n---\n', '---\na: [b\n---\n', '---\na: b\n a: c\n---\n', '---\n\ta: b\n---\n', '---\na: *none\n---\n', '---\ntitle: x\ntitle: y\n---\n', '---\n~\n---\n', '---\n"a": !ruby/object:Object {}\n---\n', '---\n1: 2\ntrue: 3\n---\n', '---\na: %x\n---\n', '---\na: "b\n---\n', '--- # c\ntitle: z\n---\n', '---\ntitle: a\n--- \t \n', '---\ntitle: a\n---text\n', '---\ntitle: a\n---\n---\n', '---\nfalse\n---\n', '---\n7\n---\n', '---\na: b: c\n---\n', '---\n? a\n---\n', '---\ntitle: a\n\n\n---\n\n\n']) // biome-ignore format: a list
  const dated = kind !== 'page'
  const lines = []
  const add = (probability, make) => {
    if (chance(probability)) lines.push(make())
  }
  add(0.6, () => `title: ${pick(chance(0.6) ? ['Alpha', 'Beta', 'Gamma d'] : TITLES)}`)
  add(0.5, () => `layout: ${pick(['default', 'post', 'none', '~', 'missing', 'nest', 'loop', 'plain', '"post"', 'null', 'false', '7', 'sub/deep', 'md', 'post.html', 'default', 'post'])}`) // biome-ignore format: one line
  add(dated ? 0.3 : 0.08, () => `date: ${pick(chance(0.5) ? DATES.slice(0, 10) : DATES)}`)
  add(dated ? 0.3 : 0.06, () => `categories: ${pick(LABELS)}`)
  add(dated ? 0.15 : 0.03, () => `category: ${pick(LABELS)}`)
  add(dated ? 0.3 : 0.08, () => `tags: ${pick(LABELS)}`)
  add(dated ? 0.15 : 0.03, () => `tag: ${pick(LABELS)}`)
  add(0.12, () => `permalink: ${pick(PAGE_PERMALINKS)}`)
  add(0.07, () => `published: ${pick(['false', 'true', '~', '"false"', 'no', '0'])}`)
  add(
    0.06,
    () => `slug: ${pick(['Own Slug', 'ü x', '7', 'a/b', '~', 'a.b', '2024-01-02', '""', 'x_y', 'false', '[a]'])}`,
  )
  add(0.05, () => `excerpt: ${pick(['short', '"*md* {{ page.title }}"', '~', 'false', '""', '7', '[a]'])}`)
  add(0.06, () => `excerpt_separator: ${pick(['"<!--more-->"', '""', '"\\n"', '.', '~', 'false', '7'])}`)
  add(0.2, () => `weight: ${pick(['1', '7', '2', '1.5', '"3"', '~', 'a', '10', 'true'])}`)
  add(0.05, () => `render_with_liquid: ${pick(['false', 'true', '~'])}`)
  add(0.04, () => `draft: ${pick(['true', 'false', 'x'])}`)
  add(0.03, () => `ext: ${pick(['.x', 'html', '~', '7'])}`)
  add(0.05, () => `${pick(['url', 'path', 'id', 'name', 'dir', 'content', 'next', 'previous', 'collection', 'output', 'relative_path', 'type', 'paginator', 'site', 'basename', 'excerpt'])}: ${pick(['own', '7', '~', '[a]', '{a: b}'])}`) // biome-ignore format: one line
  add(0.15, () => `author: ${pick(['Ann', '{name: Ann, email: a@b.c}', '[Ann, Bob]', '~', 'ann'])}`)
  add(
    0.15,
    () =>
      `nested: ${pick(['{b: 1, a: {c: [1, 2]}}', '[1, [2]]', 'x', '~', '{1: a, true: b}', '\n  k: v\n  l:\n    - m'])}`,
  )
  add(0.1, () => `${pick(['x', 'inc', 'description', 'image', 'lang', 'sitemap', 'redirect_from', 'redirect_to', 'toc', 'hidden', 'robots', 'pagination', 'seo', 'tagline', 'last_modified_at', 'jekyll-mentions', 'feed', 'pin', 'locale', 'canonical_url', 'twitter', 'subtitle', 'autopages', 'strip_title', 'render', 'group'])}: ${pick([...SCALARS, 'plain.html', 'false', '/old/', '[/old, /old2/]', '{enabled: true}', 'http://x.org/y', '{path: /i.png, alt: A}', '2024-05-01', '{type: Person}', '{excluded: true}'])}`) // biome-ignore format: one line
  if (chance(0.05)) lines.push('anchor: &one {a: 1}\nalias: *one\nmerged:\n  <<: *one\n  b: 2')
  if (chance(0.05)) lines.push('# a comment')
  if (lines.length === 0 && kind === 'static') return ''
  const newline = chance(0.03) ? '\r\n' : '\n'
  const text = many(1, 1, () => `---\n${lines.join('\n')}\n---${chance(0.05) ? '  ' : ''}\n`)[0]
  return newline === '\n' ? text : text.replaceAll('\n', newline)
}

const createConfig = (random, { plugins, rich }) => {
  const { chance, pick, many, some } = random
  const lines = ['time: 2024-06-01 12:00:00 +0000', 'sass: {sourcemap: never}']
  const add = (probability, make) => {
    if (chance(probability)) lines.push(make())
  }
  add(
    0.7,
    () =>
      `url: ${pick(['http://example.org', 'https://x.org', '""', 'http://e.org/', '"http://exämple.org"', 'example.org', '~'])}`,
  )
  add(0.5, () => `baseurl: ${pick(['/base', '""', 'base', '/', '/b/', '/a b', '/ü', '~', '7'])}`)
  add(0.6, () => `title: ${pick(TITLES)}`)
  add(0.45, () => `permalink: ${pick(PERMALINKS)}`)
  const collectionsDir = chance(0.15) ? pick(['content', 'c/d', 'content/', './content']) : ''
  if (collectionsDir) lines.push(`collections_dir: ${collectionsDir}`)
  add(0.7, () =>
    chance(0.15)
      ? `collections: [docs, notes${chance(0.3) ? ', posts' : ''}]`
      : `collections:\n${['docs', 'notes', ...(chance(0.2) ? [pick(['posts', 'my docs', 'Up', 'a-b', ...wild('7')])] : [])]
          .map((label) => {
            const inner = []
            const more = (probability, make) => {
              if (chance(probability)) inner.push(`    ${make()}`)
            }
            more(0.7, () => `output: ${pick(['true', 'true', 'true', 'false', '~', '"x"'])}`)
            more(0.4, () => `permalink: ${pick(COLLECTION_PERMALINKS)}`)
            more(0.3, () => `sort_by: ${pick(['weight', 'title', 'date', 'nope', 'slug', '~', '7', 'author', 'nested'])}`)
            more(0.15, () => `order: ${pick(['[two.md, one.md]', '[sub/one.md, two.md]', 'x', '[nope.md, one.html]', '~'])}`)
            more(0.3, () => `custom: ${pick(SCALARS)}`)
            more(0.1, () => `${pick(['label', 'docs', 'directory', 'files', 'title'])}: ${pick(SCALARS)}`)
            return `  ${label}:\n${inner.join('\n')}${inner.length ? '\n' : ''}`
          })
          .join('')}`.trimEnd(),
  ) // biome-ignore format: a table
  add(0.45, () => {
    const values = () =>
      some(['layout: default', 'layout: post', 'layout: ~', 'title: From defaults', 'permalink: /d/:title/', 'permalink: /d/:path/:basename/', 'categories: [d, a]', 'categories: d e', 'category: f', 'tags: [dt]', 'tags: dt du', 'author: {name: Dan}', 'nested: {z: 9, a: {d: 1}}', 'published: false', 'weight: 4', ...wild('date: 2024-02-02'), 'date: 2024-02-02 01:02:03', 'render_with_liquid: false', 'excerpt_separator: "."', 'x: 1', 'draft: true', 'slug: dslug', 'sitemap: false', 'output: false', 'toc: true', 'image: /d.png', 'excerpt: dex', 'name: dname', 'url: /durl'], 3) // biome-ignore format: a list
    const sets = many(1, 3, () => {
      if (chance(0.04)) return pick(['  - scope: {}', '  - values: {a: b}', '  - scope: {path: ""}', ...wild('  - x', '  - scope: ~\n    values: {x: 3}')])
      const scope = [chance(0.9) ? `path: ${pick(GLOBS)}` : '', chance(0.5) ? `type: ${pick(TYPES)}` : ''].filter(Boolean).join(', ')
      return `  - scope: {${scope}}\n    values:\n${['x: 2', ...values()].map((value) => `      ${value}\n`).join('')}`.trimEnd()
    }) // biome-ignore format: a table
    return `defaults:\n${sets.join('\n')}`
  })
  const paths = () => some(['sub', 'sub/', '"*.txt"', 'one.md', '/sub', '/one.md', '"**/*.xml"', 'Other', '_hidden', '.dot', '"*.json"', 'sub/deep', '"sub/*"', '_posts', '_drafts', 'a b', 'vendor', '~', '7', '"o*"', '"*"', 'x~', '_extra.md', '.htaccess', '"_*"', 'assets/', '.keep.md', '"#x#"', '"/[a-o]*.md"'], 3).join(', ') // biome-ignore format: a list
  add(0.15, () => `exclude: [${paths()}]`)
  // What a layout shows as its content when it is a page itself is left from the page before.
  add(0.2, () => `include: [${paths().replace(/"_?\*"/g, '.x')}]`)
  add(
    0.15,
    () =>
      `keep_files: [${some(['keep', 'keep/', 'other', 'CNAME', '"keep*"', 'keep/a.txt', 'oth', ...wild('/keep', '"."', '7')], 2).join(', ')}]`,
  )
  add(0.15, () => `excerpt_separator: ${pick(['"<!--more-->"', '""', '"\\n"', '"."', '~', 'false', '" "'])}`)
  add(0.25, () => `show_drafts: ${pick(['true', 'false', '~'])}`)
  add(0.2, () => `future: ${pick(['true', 'false'])}`)
  add(0.15, () => `unpublished: ${pick(['true', 'false'])}`)
  add(0.1, () => `limit_posts: ${pick(['1', '2', '0', '3', ...wild('-1')])}`)
  add(0.15, () => `timezone: ${pick(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Pacific/Auckland'])}`)
  add(0.06, () => `markdown_ext: ${pick(['md', 'markdown,txt', '"md, mkd"', 'MD', 'md,html'])}`)
  add(0.06, () => `strict_front_matter: ${pick(['true', 'false'])}`)
  add(0.08, () => `liquid: {${some(['error_mode: lax', ...wild('strict_filters: true', 'strict_variables: true', 'error_mode: strict'), 'error_mode: warn'], 2).filter((mode, at, all) => at === 0 || mode.split(':')[0] !== all[0].split(':')[0]).join(', ')}}`) // biome-ignore format: one line
  add(0.1, () => `kramdown: {${[...new Map(some(['auto_ids: false', 'toc_levels: 2..3', 'toc_levels: [1]', 'hard_wrap: true', 'input: kramdown', 'smart_quotes: "apos,apos,quot,quot"', 'entity_output: numeric', 'footnote_nr: 4', 'auto_id_prefix: p-', 'auto_id_stripping: true', 'header_offset: 1', 'parse_block_html: true', 'syntax_highlighter: ~', 'footnote_backlink: "^"', 'math_engine: ~', 'transliterated_header_ids: true', 'syntax_highlighter_opts: {disable: true}'], 3).map((one) => [one.split(':')[0], one])).values()].join(', ')}}`) // biome-ignore format: one line
  add(0.2, () => `page_excerpts: ${pick(['true', 'false'])}`)
  add(0.04, () => `encoding: ${pick(['utf-8', 'UTF-8'])}`)
  add(0.15, () => `author: ${pick(['Site Author', '{name: Site Ann, twitter: ann}', '~', '[a]'])}`)
  add(0.1, () => `nested: ${pick(['{b: 1, a: [2]}', '7', '2024-01-02'])}`)
  add(0.1, () => `description: ${pick(TITLES)}`)
  const dirs = { data: '_data', layouts: '_layouts', includes: '_includes' }
  for (const name of Object.keys(dirs)) {
    if (!chance(0.05)) continue
    dirs[name] = pick([`_my_${name}`, `_lib/${name}`])
    lines.push(`${name}_dir: ${dirs[name]}`)
  }
  if (plugins || chance(0.12)) lines.push(...pluginSettings(random))
  if (rich) lines.push(...richSettings(random, lines))
  return { text: `${lines.join('\n')}\n`, dirs, collectionsDir: collectionsDir.replace(/^\.\//, '').replace(/\/$/, '') }
}

/** Settings beside those that are there already. */
const richSettings = ({ chance, pick }, lines) => {
  const more = []
  const add = (probability, key, values) => {
    if (!lines.some((line) => line.startsWith(`${key}:`)) && chance(probability)) more.push(`${key}: ${pick(values)}`)
  }
  add(0.3, 'nav', ['[{title: Home, url: /}, {title: Sub, url: /sub/, children: [{title: K}, x]}]', '[a, b]', '~', '{a: b}', '\n  - title: One\n    url: one.html', 'x']) // biome-ignore format: a list
  add(0.1, 'strict_front_matter', ['true'])
  add(0.06, 'liquid', [...wild('{strict_filters: true}', '{strict_variables: true}', '{error_mode: strict}'), '{error_mode: lax}', '{error_mode: warn}', '~', '{}', '{strict_filters: false}']) // biome-ignore format: a list
  add(0.05, 'paginate', ['1', '2', '~'])
  add(0.05, 'excerpt_separator', ['"\\n\\n"', '<!-- more -->', '"---"'])
  add(0.05, 'timezone', ['America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Etc/GMT+5', '~'])
  add(0.04, 'lsi', ['false', '~'])
  add(0.04, 'collections', ['~', '{}', '{docs: ~}', '{docs: {output: true, permalink: "/:collection/:basename"}}', '[]', '{docs: true}', ...wild('docs', '[docs, docs]', '7', '{docs: [a]}')]) // biome-ignore format: a list
  add(0.04, 'defaults', ['~', '[]', '{}', '[{scope: {path: ""}, values: ~}]', '[{scope: {path: "", type: ~}, values: {layout: default}}]', '[{scope: {type: posts}, values: {layout: post}}]', '[{scope: {path: sub/}, values: {layout: post}}, {scope: {path: sub/deep}, values: {layout: default, author: D}}]', ...wild('x', '{scope: {path: ""}, values: {a: b}}')]) // biome-ignore format: a list
  add(0.04, 'exclude', ['~', '[]', ...wild('"*.txt"', '{a: b}'), '["**/.*"]', '[sub/deep/, "*.js"]', '["sub/**/*.md"]'])
  add(0.04, 'include', [
    '~',
    '[]',
    '[.dot]',
    '[_hidden, .htaccess]',
    '[_hidden/index.md]',
    '["_*.md"]',
    '[.dot/index.html]',
  ])
  add(0.04, 'keep_files', ['~', '[]', '[other]', ...wild('other')])
  add(0.03, 'markdown_ext', ['"md,txt"', '"mkd"', 'markdown', '~', '"MD,xml"'])
  add(0.03, 'markdown', ['kramdown', 'KramDown', ...wild('nope', 'redcarpet')])
  add(0.03, 'highlighter', ['rouge', '~', 'none', ...wild('pygments')])
  add(0.03, 'permalink', ['/:categories/:year/:month/:day/:title/', '/:slug', '/:year-:month-:day-:title', '/posts/:title:output_ext', '/:collection/:title', '~', 'ordinal']) // biome-ignore format: a list
  add(0.05, 'kramdown', ['{syntax_highlighter_opts: {block: {line_numbers: true}}}', '{input: GFM, gfm_quirks: [paragraph_end]}', '{toc_levels: "1..2", smart_quotes: ["rdquo", "rsquo", "ldquo", "lsquo"]}', '{html_to_native: true}', '{typographic_symbols: {hellip: "..."}}', '{link_defs: {ref: [/x, T]}}', '~', '{show_warnings: true}', '{template: ""}', '{coderay: {}}', '{hard_wrap: ~}', '{enable_coderay: false}', '{default_lang: ruby}']) // biome-ignore format: a list
  add(0.03, 'jekyll', ['x', '~'])
  add(0.03, 'social', ['{links: [a, b]}', '~'])
  add(0.03, pick(['posts', 'docs', 'pages', 'data', 'tags', 'categories', 'documents', 'config', 'time2', 'static_files', 'related_posts', 'html_pages', 'books', 'layouts', 'source2', 'yes', '7', 'with space', 'name', 'kramdown2']), ['own', '[1]', '{k: v}', '~']) // biome-ignore format: a list
  return more
}

const pluginSettings = ({ chance, pick, some }) => {
  const own = [...new Set([pick(PLUGINS), ...some(PLUGINS, 2)])]
  // A gist's code would come from elsewhere.
  const lines = [`plugins: [${own.join(', ')}]`, 'gist: {noscript: false}']
  const add = (plugin, probability, make) => {
    if (own.includes(plugin) && chance(probability)) lines.push(make())
  }
  add('jekyll-paginate', 0.8, () => `paginate: ${pick(['1', '2', '10', '"2"', '0'])}`)
  add('jekyll-paginate', 0.4, () => `paginate_path: ${pick(['/page:num', '/blog/page:num/', 'page-:num', '/sub/p:num', '/:num/', '/sub/:num/index.html', '/page', 'sub/page:num'])}`) // biome-ignore format: one line
  add('jekyll-feed', 0.5, () => `feed: {${pick(['path: f.xml', 'posts_limit: 1', 'excerpt_only: true', 'collections: [docs]', 'categories: [a, x]', 'tags: true', 'tags: {only: [x]}', 'collections: {docs: {path: /d.xml, categories: [a]}}', 'disable_in_development: true', 'tags: {except: [x], path: t/}', 'icon: /i.png, logo: /l.png'])}}`) // biome-ignore format: one line
  add('jekyll-archives', 0.8, () => `jekyll-archives: {${some(['layout: default', 'permalinks: {year: "/y/:year/", tag: "/t/:name/", category: "/c/:name.html"}', 'layouts: {year: post, tag: default}'], 2).map((one) => `${one}, `).join('')}enabled: ${pick(['all', '[year, month, day]', '[tags, categories]', '[tags]'])}}`) // biome-ignore format: one line
  add('jekyll-redirect-from', 0.3, () => `redirect_from: {json: ${pick(['true', 'false'])}}`)
  add('jekyll-relative-links', 0.4, () => `relative_links: {${pick(['collections: true', 'enabled: false', 'exclude: [one.md]', 'collections: [posts]'])}}`) // biome-ignore format: one line
  add('jekyll-titles-from-headings', 0.5, () => `titles_from_headings: {${pick(['strip_title: true', 'collections: true', 'enabled: false', 'exclude: [one.md]', 'strip_title: true, collections: true'])}}`) // biome-ignore format: one line
  add(
    'jekyll-optional-front-matter',
    0.3,
    () => `optional_front_matter: {${pick(['remove_originals: true', 'enabled: false'])}}`,
  )
  add('jekyll-readme-index', 0.4, () => `readme_index: {${pick(['remove_originals: true', 'with_frontmatter: true', 'enabled: false'])}}`) // biome-ignore format: one line
  add('jekyll-mentions', 0.3, () => `jekyll-mentions: ${pick(['https://tw.com', '{base_url: https://gh.org}'])}`)
  add('jekyll-toc', 0.4, () => `toc: {${pick(['min_level: 2', 'max_level: 2', 'ordered_list: true', 'no_toc_section_class: x', 'list_class: l, sublist_class: s', 'item_prefix: p-'])}}`) // biome-ignore format: one line
  add('jekyll-seo-tag', 0.5, () => pick(['twitter: {username: tw, card: summary}', 'social: {name: S, links: [http://a.b]}', 'logo: /l.png', 'webmaster_verifications: {google: g}', 'facebook: {app_id: 1}', 'tagline: Tag'])) // biome-ignore format: one line
  add('jekyll-paginate-v2', 0.8, () => `pagination: {enabled: true, per_page: ${pick(['1', '2'])}${pick(['', ', permalink: "/p/:num/"', ', sort_reverse: true', ', sort_field: title', ', limit: 1', ', title: ":title - :num"', ', trail: {before: 1, after: 1}', ', collection: docs', ', category: a', ', tag: x'])}}`) // biome-ignore format: one line
  add('jekyll-paginate-v2', 0.3, () => 'autopages: {enabled: true, tags: {layouts: [default.html]}, categories: {layouts: [default.html]}, collections: {enabled: false}}') // biome-ignore format: one line
  return lines
}

/** What the tags and filters of a plugin give, and in which layouts alone they make sense. */
const PLUGIN_LINES = {
  'jekyll-feed': ['{% feed_meta %}'],
  'jekyll-seo-tag': ['{% seo %}', '{% seo title=false %}'],
  'jekyll-toc': ['{{ content | toc }}', '{{ content | toc_only }}', '{{ content | inject_anchors }}', '{% toc %}'],
  'jekyll-gist': ['{% gist parkr/931c1c8d465a04042403 %}', '{% gist 1234 "a b.rb" %}'],
  'jekyll-avatar': ['{% avatar hubot %}', '{% avatar hubot size=80 %}', '{{ "hubot" | avatar }}'],
  'jekyll-include-cache': ['{% include_cached args.html a=1 b=page.title %}'],
  'jekyll-relative-links': ['{{ "[a](two.md)" | markdownify | rellinks }}'],
  'jekyll-mentions': ['{{ "@ann" | mentionify }}'],
}

/** The files of site number `seed`, text by path. */
export const createSite = (seed, { plugins = false, rich = false, real = false } = {}) => {
  if (real) return createRealSite(createRandom(seed + 2e7))
  const random = createRandom(rich ? seed + 1e7 : seed)
  const { chance, pick, many } = random
  const config = createConfig(random, { plugins, rich })
  const files = { '_config.yml': config.text }
  const names = []
  const within = config.collectionsDir ? `${config.collectionsDir}/` : ''
  const pluginLines = Object.keys(PLUGIN_LINES).flatMap((name) => (config.text.includes(`${name},`) || config.text.includes(`${name}]`) ? PLUGIN_LINES[name] : [])) // biome-ignore format: one line
  const isForPages = (line) => !line.includes('content')
  const snippets = createSnippets(random)
  // What `content` is in a page is left from the page before.
  const pagePieces = () => {
    const pieces = snippets.pieces(3)
    return /(?<![.\w])content\b/.test(pieces) ? '' : `${pieces}\n`
  }
  const body = (document) => {
    const parts = many(0, rich ? 1 : 3, () => `${dump(random, names)}\n`)
    if (rich) parts.push(pagePieces())
    if (pluginLines.some(isForPages) && chance(0.3)) parts.push(`${pick(pluginLines.filter(isForPages))}\n`)
    // An excerpt that shows all documents shows itself, too, without an end.
    const first =
      document && !chance(0.05)
        ? `${pick(['First.', 'A *first* one.', '# Head\n\nText', '> {{ page.title }}', '- {{ page.url }}', '{% if page.title %}T', '[A](two.md) [r]\n\n[r]: /r'])}\n\n`
        : ''
    const last = first.includes('{% if') ? '{% endif %}\n' : ''
    return `${first}${chance(0.6) ? markdown(random) : ''}\n${parts.join('\n')}${last}`
  }
  const put = (name, text) => {
    // A file cannot stand where a folder is, and two with one name would be in no certain order.
    if (Object.keys(files).some((other) => other === name || other.startsWith(`${name}/`) || name.startsWith(`${other}/`))) return // biome-ignore format: one line
    files[name] = text
    names.push(name)
    if (text.includes('inc.txt %}'))
      files[path.posix.join(path.posix.dirname(name), 'inc.txt')] = 'included {{ page.path }}\n'
  }
  const word = () => (chance(0.6) ? pick(['one', 'two', 'Three', 'four-five']) : pick(WORDS))
  const markdownExtension = () => pick(['.md', '.md', '.md', '.markdown', '.html', '.mkd', '.MD', '.txt', '.xml'])
  const postName = () =>
    chance(0.85)
      ? `${pick(['2024-01-02', '2024-03-05', '2023-12-31', '2024-05-31', '2024-06-01', '2030-01-01'])}-${word()}`
      : pick(['24-01-02-x', '2024-1-2-one', ...wild('2024-13-45-bad', '2024-02-30-z'), 'no-date', '2024-01-02', '2024-01-02-', '2024-01-02-one.two', '0001-01-01-old', '2024-01-02-a b']) // biome-ignore format: one line

  for (const name of ['default', 'post', 'nest', 'loop', 'plain', 'sub/deep', 'md']) {
    if (!chance(name === 'default' || name === 'post' ? 0.8 : 0.15)) continue
    const parent = { post: 'default', nest: 'post', loop: 'loop', md: 'default' }[name]
    const head = chance(0.8) ? `---\n${parent && chance(0.8) ? `layout: ${parent}\n` : ''}${chance(0.3) ? `lay: ${pick(SCALARS)}\ntitle: L ${name}\nnested: {l: 1}\n` : ''}---\n` : '' // biome-ignore format: one line
    const dumps = many(0, rich ? 1 : 2, () => `${dump(random, names)}\n`).join('') + (rich ? snippets.pieces(2) : '')
    const plugin = pluginLines.length > 0 && chance(0.5) ? `${pick(pluginLines)}\n` : ''
    files[`${config.dirs.layouts}/inc.txt`] = 'l'
    files[`${config.dirs.layouts}/${name}${name === 'md' ? '.md' : '.html'}`] = `${head}<html><head>${plugin}</head><body>{{ page.title }}\n${chance(0.9) ? '{{ content }}' : ''}\n${dumps}</body></html>\n` // biome-ignore format: one line
  }
  const includes = { 'plain.html': 'plain {{ page.url }}\n', 'args.html': '[{{ include.a }}|{{ include.b }}|{{ include | jsonify }}]', 'sub/in.html': 'in {% include plain.html %}', 'loop.html': '{% for p in site.posts %}{{ p.title }}{% endfor %}' } // biome-ignore format: one line
  for (const [name, text] of Object.entries(rich ? { ...includes, ...snippetIncludes } : includes))
    if (!chance(0.01)) files[`${config.dirs.includes}/${name}`] = text
  for (const _ of many(0, 4, () => 0)) {
    const folder = pick([`${within}_posts/`, `${within}_posts/`, `${within}_posts/`, `${within}_posts/in/`, `${within}sub/_posts/`, `${within}a b/C/_posts/`, 'sub/_posts/', '_hidden/_posts/']) // biome-ignore format: one line
    put(`${folder}${postName()}${markdownExtension()}`, frontMatter(random, { kind: 'post' }) + body(true))
  }
  for (const _ of many(0, 1, () => 0)) {
    const folder = pick([`${within}_drafts/`, `${within}_drafts/deep/`, `${within}sub/_drafts/`])
    put(
      `${folder}${chance(0.2) ? postName() : word()}${markdownExtension()}`,
      frontMatter(random, { kind: 'draft' }) + body(true),
    )
  }
  for (const _ of many(0, 3, () => 0)) {
    const folder = pick(['_docs/', '_docs/', '_notes/', '_docs/sub/', '_docs/_under/', '_docs/.hid/', '_docs/a b/'])
    const name = chance(0.2) ? postName() : word()
    const text = chance(0.15)
      ? pick(['plain', 'a: b\n', '{"a": 1}'])
      : frontMatter(random, { kind: 'doc' }) + body(true)
    put(`${within}${folder}${name}${pick([markdownExtension(), markdownExtension(), markdownExtension(), '.yml', '.json', '', '.png'])}`, text) // biome-ignore format: one line
  }
  for (const _ of many(1, 4, () => 0)) {
    const name = pick(['index', 'index', word(), word(), word(), '_extra', '.keep', 'README', '404', 'x~', '#x#', 'about', '.htaccess']) // biome-ignore format: one line
    const extension = pick([markdownExtension(), markdownExtension(), '.json', '.js', '.xml', '.htm', '.xhtml', '.md.html', '.tar.gz', '', '.svg']) // biome-ignore format: one line
    put(`${pick(FOLDERS)}${name}${extension}`, frontMatter(random) + body())
  }
  for (const _ of many(0, 2, () => 0)) {
    const text = pick(['static {{ x }}\n', '', 'x', '# Head\n\ntext @ann\n', '-- -\n', '---', '---x\n---\n', '{"a":1}'])
    put(`${pick(FOLDERS)}${word()}${pick(['.txt', '.js', '.css', '.png', '', '.html', '.md', '.json'])}`, text)
  }
  if (chance(0.12)) put(`assets/${word()}.scss`, '---\n---\n$c: red;\n')
  for (const _ of many(0, 2, () => 0)) {
    const [extension, texts] = pick([
      ['.yml', ['a: 1\nb: [x, 2024-01-02]\n', '- {n: 1, title: Alpha}\n- {n: 2}\n', 'yes: no\n1: 2\n~: 3\n', '', 'text', ...wild('a: [b'), '2024-01-02 03:04:05\n', 'a: &x {b: 1}\nc: *x\nd: {<<: *x}\n', 'é: ü\n']], // biome-ignore format: one line
      ['.yaml', ['k: v\n']],
      ['.json', ['{"b": 1, "a": [null, 1.0, 1e3, "x"]}', '[1, {"z": true}]', '"s"', '', ...wild('{'), '{"d": "2024-01-02", "é": "\\u00e9"}']],
      ['.csv', ['a,b\n1,2\n', 'a,b\n"x, y",\n3\n', '', 'a,a\n1,2\n', 'x;y\n1;2\n', 'a,b\n1,2,3\n', ' a , b\n é,"q""r"\n\n1,2', 'a,"b\n']], // biome-ignore format: one line
      ['.tsv', ['a\tb\n1\t2\n', 'a\n\n1\n', '"a"\tb c\n1\t"x\ty"\n']],
      ['.txt', ['x']],
      ['.toml', ['x = 1']],
    ]) // biome-ignore format: a table
    const name = pick([
      'a',
      'b c',
      'sub/x',
      'sub/deep/y',
      'with.dots',
      'Up',
      'é',
      'x-y',
      '_u',
      '7',
      'sub dir/z',
      'a.b/c',
      'members',
    ])
    put(`${config.dirs.data}/${name}${extension}`, pick(texts))
  }
  if (rich) addOddities(random, { files, put, config, body, word })
  return files
}

/** Files of kinds that are seldom met; a text can stand for a link or for bytes of another encoding (see fuzz-site.mjs). */
const addOddities = (random, { files, put, config, body, word }) => {
  const { chance, pick } = random
  const matter = () => frontMatter(random)
  const add = (probability, make) => {
    if (chance(probability)) put(...make())
  }
  const names = Object.keys(files).filter((name) => !name.startsWith('_'))
  add(0.06, () => [`link-${word()}${pick(['.md', '', '.html'])}`, `@link:${pick([...names.filter((name) => /\.(?:md|html)$/.test(name)), 'sub', '_docs'])}`]) // biome-ignore format: one line
  add(0.04, () => [
    `_docs/link${pick(['.md', ''])}`,
    `@link:../${pick([...names.filter((name) => name.endsWith('.md')), 'sub'])}`,
  ])
  add(0.04, () => [`_includes/linked.html`, `@link:../${pick([...names, 'plain.html'])}`])
  add(0.04, () => [`${word()}-latin${pick(['.md', '.html', '.txt'])}`, `@latin1:${pick(['', '---\ntitle: x\n---\n', '---\ntitle: ü\n---\n'])}é ü\n`]) // biome-ignore format: one line
  add(0.03, () => [`_posts/2024-02-02-latin.md`, '@latin1:---\ntitle: x\n---\né\n'])
  add(0.05, () => [`crlf-${word()}.md`, `${matter()}${body()}`.replaceAll('\n', '\r\n')])
  add(0.04, () => [`bom.${pick(['md', 'html', 'txt'])}`, `\u{feff}${matter()}${body()}`])
  add(0.03, () => ['_layouts/post.html', `\u{feff}---\n---\n{{ content }}`])
  add(0.06, () => [`assets/${word()}.${pick(['scss', 'css'])}`, `---\n${pick(['', 'layout: default\n', 'title: S\n'])}---\n${pick(['a { b { c: {{ site.pages.size }}px } }', '@import "part";', ''])}\n`]) // biome-ignore format: one line
  add(0.1, () => ['_sass/_part.scss', '.part { color: blue }\n'])
  add(0.06, () => [`${word()}.${pick(['Md', 'HTML', 'Html', 'XML', 'json', 'webmanifest', 'php', 'rss', 'ics', 'svg', 'mdown', 'mkdn', 'coffee'])}`, matter() + body()]) // biome-ignore format: one line
  add(0.05, () => [`${pick(['UPPER', 'ÀÉ', 'two  spaces', '.hidden', 'a&b', 'a+b', "o'c", '(x)', '[y]', 'x=1', 'c,d', '100%', 'tilde~', 'q?x', 'star*', 'semi;', 'back\\slash', 'ﬁ', 'İ', 'ß', '🎉', 'e\u0301', '%41', 'a.b.c', '..x', 'trail ', '-dash', '_under'])}.md`, matter() + body()]) // biome-ignore format: one line
  add(0.05, () => [`_docs/${pick(['UPPER', 'ÀÉ', 'two  spaces', 'a&b', '100%', 'ß', '🎉', 'e\u0301', 'a.b.c', '-dash', '2024-01-02-', '2024-1-2-x', 'x--y-', '-', 'İ'])}.md`, frontMatter(random, { kind: 'doc' }) + body(true)]) // biome-ignore format: one line
  add(0.05, () => [`_posts/2024-04-04-${pick(['UPPER', 'ÀÉ', 'two  spaces', 'a&b', '100%', 'ß', '🎉', 'e\u0301', 'a.b.c', '-dash', 'x--y-', '-', 'İ', '2024-01-01-x', 'ǆ'])}.md`, frontMatter(random, { kind: 'post' }) + body(true)]) // biome-ignore format: one line
  add(0.06, () => [`${config.dirs.data}/${pick(['nested/one.yml', 'nested/two/three.json', 'members.yml', 'members.csv', 'en.yml', 'nested/members.tsv', 'a/b/c/d.yml', 'nested.yml'])}`, pick(['- {title: Alpha, n: 1, a: x}\n- {title: Beta, n: 2}\n', 'title,n,a\nAlpha,1,x\nBeta,2,\n', 'k: {l: [1, 2]}\n', '{"k": [1, {"l": null}]}'])]) // biome-ignore format: one line
  add(0.04, () => [`${pick(['LICENSE', 'Gemfile', 'package.json', 'node_modules/x.js', 'vendor/bundle/y.txt', '.jekyll-cache/z', '.sass-cache/q', '.git/config', 'vendor/cache/r', 'Gemfile.lock', 'gemfiles/s', 'x.gemspec', '.well-known/t.txt', '_config.yaml.txt', '.nojekyll', 'CNAME', '_site/u.html'])}`, 'x\n']) // biome-ignore format: one line
  add(0.05, () => ['_extra.yml', `${pick(['title: Second', 'baseurl: /second', 'collections: {docs: {output: true}}', 'defaults: [{scope: {path: ""}, values: {second: true}}]', 'exclude: [one.md]', 'plugins: []', '', 'permalink: /second/:title', 'nested: {c: 1}'])}\n`]) // biome-ignore format: one line
}
