// Sites as people publish them on GitHub Pages, for fuzz-site-grammar.mjs: the usual plugins, layouts within layouts, languages, archives.

const TITLES = ['Hello World', '"Tips & Tricks: part 1"', "What's new?", 'Über uns', '日本の話', '"Quotes \\"here\\""', '2024 in review', 'C++ and C#', '"<b>Bold</b> claims"', '"`code` in *titles*"', '100% done', 'A -- dash'] // biome-ignore format: a list
const TAGS = ['ruby', 'Ruby on Rails', 'web-dev', 'C++', 'Über', 'node.js', '2024', 'life', 'How To', 'a/b'].map((tag) => `"${tag}"`) // biome-ignore format: a list
const SLUGS = [
  'hello-world',
  'tips',
  'whats-new',
  'ueber',
  'v1.2-release',
  'my_post',
  'Mixed-Case',
  'a-b--c',
  'index',
  'über',
]
const AUTHORS = ['ann', 'Bob Smith', '{name: Ann, email: a@b.c, twitter: "@ann", url: https://ann.org}', '[ann, bob]', '{twitter: ann}', '{name: "A & B"}'] // biome-ignore format: a list
const IMAGES = ['/img/a.png', 'https://cdn.org/a b.png', '{path: /img/b.png, width: 100, height: 50, alt: "A & b"}', 'img/ü.png', '{path: c.png}', '"{{ site.x }}/d.png"'] // biome-ignore format: a list
const BODY = ['## First *part*\n', '## First part\n', '### Deeper `code` & more\n', '## First part {#own}\n', '# Big title\n', '# !?\n', 'Some text with a [link](other.md), [two](../about.md#x) and [three]({{ "/about/" | relative_url }}).\n', '![image](/img/a.png){: .wide width="10"}\n', '{: .note}\nA note by @someone and @some-one/x.\n', '<!--more-->\n', '<!-- excerpt -->\n', '* TOC\n{:toc}\n', '```js\nconst a = "{{ page.title }}"\n```\n', '| a | b |\n|--|:-:|\n| 1 | `x|y` |\n', '> Quote -- "with" quotes...\n', 'Term\n: Definition\n', '- [ ] todo\n- [x] done\n', '1. one\n2. two\n   - sub\n', 'Text[^a] and ~~gone~~.\n\n[^a]: A *note*.\n', '{% raw %}{{ raw }}{% endraw %}\n', '{% highlight ruby linenos %}\nputs "a"\n{% endhighlight %}\n', '{% include figure.html src="/img/a.png" caption="A *caption*" %}\n', '{% include figure.html src=page.image caption=page.title class="wide" %}\n', '{% for m in site.data.team %}{{ m.name }} ({{ m.role | default: "none" }}){% unless forloop.last %}, {% endunless %}{% endfor %}\n', '{% assign t = site.data.i18n[page.lang] %}{{ t.read_more | default: "more" }}\n', '[ref]: https://x.org "T"\n\nA [ref] and [Ref][].\n', '<div markdown="1">\n*in* html\n</div>\n', '<details><summary>S</summary>\n\n*in*\n\n</details>\n', '{% for p in site.posts limit:3 %}{{ p.title }}: {{ p.description | strip_html | truncatewords: 5 }}\n{% endfor %}\n', '$$ a < b $$\n', 'Line with two spaces  \nand a break\\\\\nmore\n'] // biome-ignore format: a list

const LAYOUTS = {
  'base.html': '<!DOCTYPE html>\n<html lang="{{ page.lang | default: site.lang | default: "en" }}">\n<head>\n{% if page.title %}<title>{{ page.title | escape }} | {{ site.title | escape }}</title>{% endif %}\nSEO\nFEED\n</head>\n<body class="{{ layout.class }} {{ page.collection }}">\n{% include nav.html list=site.data.nav depth=1 %}\n{{ content }}\n{% include footer.html %}\n</body>\n</html>\n',
  'page.html': '---\nlayout: base\nclass: page\n---\n<main>\n<h1>{{ page.title }}</h1>\nTOC\n{{ content }}\n</main>\n',
  'post.html': '---\nlayout: page\nclass: post\n---\n<article>\n<time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%b %-d, %Y" }}</time>\n{% if page.author %}{{ page.author.name | default: page.author }}{% endif %}\n{% for tag in page.tags %}<a href="{{ "/tags/" | relative_url }}{{ tag | slugify }}/">{{ tag }}</a>{% endfor %}\n{{ page.categories | join: "/" | downcase }} {{ content | number_of_words | divided_by: 200 | plus: 1 }} min\n{{ content }}\n{% if page.previous.url %}<a href="{{ page.previous.url | relative_url }}">{{ page.previous.title }}</a>{% endif %}{% if page.next %}<a href="{{ page.next.url }}">{{ page.next.title | truncate: 12 }}</a>{% endif %}\n{% for p in site.related_posts limit:2 %}{{ p.title }}{% endfor %}\n</article>\n',
  'archive.html': '---\nlayout: base\n---\n<h1>{{ page.type }} {{ page.title }} {{ page.date | date: "%Y-%m" }}</h1>\n{% for p in page.posts %}{{ p.date | date_to_string }} {{ p.url }}\n{% endfor %}{{ content }}\n',
  'list.html': '---\nlayout: base\n---\n{{ content }}\n{% for p in paginator.posts %}<a href="{{ p.url | absolute_url }}">{{ p.title | markdownify | strip }}</a>{{ p.excerpt }}\n{% endfor %}{{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.previous_page_path }} {{ paginator.next_page_path | relative_url }}{% for t in paginator.page_trail %}{{ t.num }}{{ t.path }}{{ t.title }}{% endfor %}\n',
} // biome-ignore format: a table

const INCLUDES = {
  'nav.html': '<ul>{% for i in include.list %}<li{% if i.url == page.url %} class="on"{% endif %}><a href="{{ i.url | relative_url }}">{{ i.title }}</a>{% if i.children and include.depth < 3 %}{% assign next = include.depth | plus: 1 %}{% include nav.html list=i.children depth=next %}{% endif %}</li>{% endfor %}</ul>',
  'figure.html': '<figure class="{{ include.class | default: "plain" }}"><img src="{{ include.src | relative_url }}" alt="{{ include.caption | strip_html | escape }}">{% if include.caption %}<figcaption>{{ include.caption | markdownify | remove: "<p>" | remove: "</p>" | strip }}</figcaption>{% endif %}</figure>',
  'footer.html': '{% assign langs = site.pages | where: "ref", page.ref | sort: "lang" %}{% if page.ref %}{% for l in langs %}<a href="{{ l.url }}">{{ l.lang }}</a>{% endfor %}{% endif %}{{ site.time | date: "%Y" }} {{ site.author.name | default: site.author }}{% assign years = site.posts | group_by_exp: "p", "p.date | date: \'%Y\'" %}{% for y in years %} {{ y.name }}:{{ y.items | size }}{% endfor %}',
} // biome-ignore format: a table

const createHead = ({ chance, pick, some }) => (always, { dated = false, kinds = ['page', 'post', 'base'] } = {}) => {
  const lines = [...always]
  const add = (probability, key, make) => {
    if (!lines.some((line) => line.startsWith(`${key}:`)) && chance(probability)) lines.push(`${key}: ${make()}`)
  }
  add(0.85, 'title', () => pick(TITLES))
  add(0.7, 'layout', () => pick(kinds))
  add(dated ? 0.4 : 0.05, 'date', () => pick(['2024-02-03', '2024-02-03 10:11:12 +0100', '2024-05-30 23:59:59 -0700', '2024-02-03T04:05:06Z', '"2024-02-03 04:05"']))
  add(dated ? 0.6 : 0.1, 'tags', () => pick([`[${some(TAGS, 3).join(', ')}]`, 'ruby life', `\n${some(TAGS, 2).map((tag) => `  - ${tag}`).join('\n')}`]))
  add(dated ? 0.5 : 0.1, 'categories', () => pick(['[news]', '[News, "Deep Dive"]', 'news updates', '\n  - Übersicht', '"a, b"']))
  add(0.2, 'author', () => pick(AUTHORS))
  add(0.2, 'image', () => pick(IMAGES))
  add(0.25, 'description', () => pick(['"Short & sweet: *text*"', '>-\n  folded\n  text', '"{{ site.title }}"', "'it''s \"quoted\"'", '|\n  two\n  lines']))
  add(0.15, 'redirect_from', () => pick(['/old/', '[/old-a, /old-b/]', '\n  - /x/y.html\n  - /ü/\n  - z', '[]', '~']))
  add(0.03, 'redirect_to', () => pick(['https://example.org/x', '/about/', '[/one/]']))
  add(0.12, 'permalink', () => pick(['/custom/', '/custom.html', '/:categories/:title/', '/a/b/c', '/:title', 'pretty']))
  add(0.1, 'lang', () => pick(['en', 'de', 'pt-BR']))
  add(0.1, 'ref', () => pick(['home', 'about']))
  add(0.08, 'toc', () => pick(['true', 'false']))
  add(0.08, 'sitemap', () => pick(['false', '{exclude: true}', 'true', '{lastmod: 2024-01-01}']))
  add(0.08, 'last_modified_at', () => pick(['2024-03-04', '2024-03-04 05:06:07 +0200', '"2024-03-04"']))
  add(0.08, 'excerpt', () => pick(['"Own *excerpt*"', '>\n  folded\n']))
  add(0.08, 'excerpt_separator', () => pick(['<!--more-->', '"<!-- excerpt -->"', '"\\n\\n\\n"']))
  add(0.05, 'published', () => pick(['false', 'true']))
  add(0.06, 'seo', () => pick(['{type: Person, name: N, links: [https://a.org]}', '{date_modified: 2024-04-04}', '{type: WebPage}']))
  add(0.05, 'canonical_url', () => pick(['https://elsewhere.org/x', '""']))
  add(0.05, 'locale', () => pick(['de_AT', 'pt-BR']))
  add(0.05, 'twitter', () => pick(['{card: summary}', 'ann']))
  add(0.05, 'robots', () => 'noindex')
  add(0.05, 'tagline', () => pick(['Tag line', '"A & b"']))
  add(0.04, 'feed', () => pick(['{excerpt_only: true}', '{}']))
  add(0.04, 'hidden', () => 'true')
  add(0.1, 'order', () => pick(['1', '2', '10', '"3"', '1.5']))
  return `---\n${lines.join('\n')}\n---\n`
} // biome-ignore format: a table

const createSettings = ({ chance, pick, some }) => {
  const lines = ['time: 2024-06-01 12:00:00 +0000', 'sass: {sourcemap: never}', 'gist: {noscript: false}', 'title: "My Site & more"', 'url: https://example.org']
  const add = (probability, make) => chance(probability) && lines.push(make())
  const paging = pick(['jekyll-paginate', 'jekyll-paginate-v2', 'jekyll-archives', ''])
  const plugins = [...new Set(['jekyll-feed', 'jekyll-seo-tag', 'jekyll-sitemap', paging, ...some(['jekyll-redirect-from', 'jekyll-toc', 'jekyll-relative-links', 'jekyll-titles-from-headings', 'jekyll-optional-front-matter', 'jekyll-readme-index', 'jekyll-default-layout', 'jekyll-mentions', 'jekyll-include-cache', 'jekyll-avatar'], 5)])].filter((name) => name !== '' && chance(0.85))
  lines.push(`plugins: [${plugins.join(', ')}]`)
  add(0.4, () => `baseurl: ${pick(['/repo', '""', '/a/b'])}`)
  add(0.5, () => `permalink: ${pick(['pretty', '/:categories/:title/', '/blog/:year/:month/:title', 'date', '/:year/:month/:day/:title:output_ext', '/:title', '/posts/:slug/'])}`)
  add(0.3, () => `author: ${pick(AUTHORS)}`)
  add(0.4, () => `description: ${pick(['"All about *things*"', '>-\n  A site\n  about & more'])}`)
  add(0.2, () => `lang: ${pick(['de', 'en-US'])}`)
  add(0.2, () => `twitter: {username: site${pick(['', ', card: summary'])}}`)
  add(0.2, () => 'social: {name: Me, links: [https://a.org, https://b.org]}')
  add(0.2, () => `logo: ${pick(['/logo.png', 'https://x.org/l.png'])}`)
  add(0.2, () => `excerpt_separator: ${pick(['<!--more-->', '"<!-- excerpt -->"'])}`)
  add(0.15, () => 'future: true')
  add(0.15, () => 'show_drafts: true')
  add(0.1, () => 'unpublished: true')
  add(0.15, () => `timezone: ${pick(['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'])}`)
  add(0.2, () => `exclude: [${some(['README.md', 'vendor', '"*.txt"', 'de/', 'node_modules/'], 3).join(', ')}]`)
  lines.push(`collections:\n  docs:\n    output: ${pick(['true', 'true', 'false'])}\n${chance(0.5) ? `    permalink: ${pick(['/:collection/:path/', '/docs/:name', '/:path:output_ext', '/:collection/:year/:title/'])}\n` : ''}${chance(0.4) ? `    ${pick(['sort_by: order', 'sort_by: title', 'order: [setup.md, guide/two.md, intro.md]'])}\n` : ''}  authors: {output: ${pick(['true', 'false'])}}`)
  lines.push(`defaults:\n${some(['  - scope: {path: "", type: posts}\n    values: {layout: post, author: ann}', '  - scope: {path: "", type: docs}\n    values: {layout: page, toc: true}', '  - scope: {path: ""}\n    values: {image: /default.png, lang: en}', '  - scope: {path: "de", type: pages}\n    values: {lang: de, permalink: "/de/:basename/"}', '  - scope: {path: "_docs/**/*.md"}\n    values: {sidebar: docs}', '  - scope: {path: "_posts/2023*"}\n    values: {archived: true, categories: [old]}', '  - scope: {path: "", type: pages}\n    values: {layout: page}', '  - scope: {path: "_drafts"}\n    values: {sitemap: false}'], 4).join('\n')}`.replace(/:\n$/, ': []'))
  if (paging === 'jekyll-paginate') lines.push(`paginate: ${pick(['1', '2'])}`, `paginate_path: ${pick(['/page:num/', '/blog/page/:num/', '/page/:num'])}`)
  if (paging === 'jekyll-paginate-v2') lines.push(`pagination: {enabled: true, per_page: ${pick(['1', '2'])}, permalink: ${pick(['/page/:num/', '/p:num.html'])}, title: ":title - page :num of :max", sort_reverse: ${pick(['true', 'false'])}, trail: {before: 1, after: 2}${pick(['', ', sort_field: title', ', indexpage: feed, extension: json', ', offset: 1'])}}`, `autopages: {enabled: ${pick(['true', 'true', 'false'])}, tags: {layouts: [list.html], permalink: "/tags/:tag", slugify: {mode: ${pick(['default', 'pretty', 'raw', 'none'])}, cased: ${pick(['true', 'false'])}}}, categories: {enabled: ${pick(['true', 'false'])}, layouts: [list.html], title: "In :cat"}, collections: {enabled: ${pick(['true', 'false'])}, layouts: [list.html]}}`)
  if (paging === 'jekyll-archives') lines.push(`jekyll-archives: {enabled: ${pick(['all', '[year, month, tags]', '[categories, tags]', '[day]'])}, layout: archive${pick(['', ', layouts: {tag: list}'])}${pick(['', ', permalinks: {year: "/archive/:year/", month: "/archive/:year/:month/", tag: "/tags/:name/", category: "/topics/:name/"}'])}}`)
  add(0.3, () => `feed: {${pick(['path: atom.xml', 'posts_limit: 2', 'excerpt_only: true', 'tags: true', 'categories: [news]', 'collections: [docs]', 'collections: {docs: {path: /docs.xml}}', 'tags: {except: [life]}'])}}`)
  add(0.3, () => `toc: {${pick(['min_level: 2', 'max_level: 3', 'list_class: l', 'no_toc_class: skip', 'item_class: i, item_prefix: p-', 'ordered_list: true'])}}`)
  add(0.2, () => `relative_links: {${pick(['enabled: true', 'collections: true'])}}`)
  add(0.2, () => `titles_from_headings: {${pick(['strip_title: true', 'collections: true, strip_title: true', 'enabled: true'])}}`)
  return { text: `${lines.join('\n')}\n`, plugins }
} // biome-ignore format: a table

/** The files of a site that someone could have, text by path. */
export const createRealSite = (random) => {
  const { chance, pick, many } = random
  const settings = createSettings(random)
  const head = createHead(random)
  const has = (name) => settings.plugins.includes(name)
  const body = () => `${chance(0.95) ? 'First paragraph with *stress* and [a link](other.md).\n\n' : ''}${many(0, 5, () => `${pick(BODY)}\n`).join('')}` // biome-ignore format: one line
  const page = (name, always, options) => [name, chance(0.06) ? body() : head(always, options) + body()]
  const files = { '_config.yml': settings.text }
  const put = (name, text) => {
    if (!(name in files)) files[name] = chance(0.05) ? text.replaceAll('\n', '\r\n') : text
  }
  const filled = (text) =>
    text
      .replace('SEO', has('jekyll-seo-tag') ? pick(['{% seo %}', '{% seo title=false %}']) : '')
      .replace('FEED', has('jekyll-feed') ? '{% feed_meta %}' : '')
      .replace('TOC', has('jekyll-toc') ? pick(['{% toc %}', '{{ content | toc_only }}', '{{ content | toc }}']) : '')
  for (const [name, text] of Object.entries(LAYOUTS)) put(`_layouts/${name}`, filled(text))
  for (const [name, text] of Object.entries(INCLUDES)) put(`_includes/${name}`, text)
  put(
    '_data/nav.yml',
    '- {title: Home, url: /}\n- title: Docs\n  url: /docs/\n  children:\n    - {title: Intro, url: /docs/intro/}\n',
  )
  put('_data/team.csv', 'name,role\nAnn,"Lead, dev"\nBob,\n')
  put('_data/i18n.yml', 'en: {read_more: Read more}\nde: {read_more: Weiterlesen}\n')
  const list = has('jekyll-paginate-v2') ? ['layout: list', `pagination: {enabled: true${pick(['', ', collection: docs', ', tag: ruby', ', category: news', ', per_page: 1', ', permalink: "/seite/:num/"'])}}`] : ['layout: list'] // biome-ignore format: one line
  put(...page(pick(['index.html', 'blog/index.html', 'index.md']), list))
  put(...page('about.md', []))
  put(...page('other.md', []))
  put(...page('404.html', ['permalink: /404.html']))
  for (const _ of many(0, 3, () => 0)) put(...page(`${pick(['', 'de/', 'en/', 'pages/', 'de/deep/'])}${pick(['about', 'index', 'contact', 'README', 'über'])}.${pick(['md', 'html', 'markdown'])}`, [])) // biome-ignore format: one line
  for (const _ of many(1, 6, () => 0)) put(...page(`${pick(['_posts/', '_posts/', '_posts/2023/', 'news/_posts/', 'de/_posts/'])}${pick(['2024-01-02', '2024-03-05', '2023-12-31', '2024-05-31', '2022-02-28', '2030-01-01'])}-${pick(SLUGS)}.${pick(['md', 'md', 'markdown', 'html'])}`, [], { dated: true })) // biome-ignore format: one line
  for (const _ of many(0, 1, () => 0)) put(...page(`_drafts/${pick(SLUGS)}.md`, [], { dated: true }))
  for (const _ of many(0, 4, () => 0)) put(...page(`_docs/${pick(['intro', 'setup', 'guide/one', 'guide/two', 'guide/index', 'api.v2', 'über'])}.${pick(['md', 'md', 'html'])}`, [])) // biome-ignore format: one line
  for (const _ of many(0, 2, () => 0)) put(...page(`_authors/${pick(['ann', 'bob'])}.md`, ['short: ann']))
  if (chance(0.3)) put('assets/site.scss', '---\n---\n$c: red;\na { color: $c; b { x: {{ site.posts.size }} } }\n')
  if (chance(0.3)) put('search.json', '---\nlayout: null\n---\n[{% for p in site.posts %}{"t": {{ p.title | jsonify }}, "u": "{{ p.url | relative_url }}", "c": {{ p.content | strip_html | normalize_whitespace | jsonify }}, "g": {{ p.tags | jsonify }}}{% unless forloop.last %},{% endunless %}{% endfor %}]\n') // biome-ignore format: one line
  if (chance(0.3)) put('tags.html', '---\nlayout: base\ntitle: Tags\n---\n{% assign tags = site.tags | sort %}{% for t in tags %}<h2 id="{{ t[0] | slugify }}">{{ t[0] }} ({{ t[1].size }})</h2>{% for p in t[1] %}{{ p.title }}{% endfor %}{% endfor %}{% for c in site.categories %}{{ c[0] }}{% for p in c[1] %}{{ p.url }}{% endfor %}{% endfor %}\n') // biome-ignore format: one line
  if (chance(0.3)) put('docs.html', '---\nlayout: page\n---\n{% assign g = site.docs | group_by: "layout" %}{% for d in site.docs %}{{ d.order }} {{ d.title }} {{ d.url }} {{ d.relative_path }}\n{% endfor %}{% for x in g %}{{ x.name }}{{ x.items | map: "title" | join: ", " }}{% endfor %}{% assign s = site.docs | sort: "order", "last" %}{{ s | map: "url" | join: " " }}{% for a in site.authors %}{% assign ps = site.posts | where: "author", a.short %}{{ a.title }}{{ ps.size }}{% endfor %}\n') // biome-ignore format: one line
  put('robots.txt', pick(['User-agent: *\n', '---\n---\nSitemap: {{ "sitemap.xml" | absolute_url }}\n']))
  return files
}
