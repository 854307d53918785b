// Rules of reading a site that show in what is written where: each case is a few files and what comes of them.
import { expect, it } from 'vitest'
import { buildFiles, type Files } from '../site.ts'

const TIME = 'time: 2024-06-01 12:00:00 +0000\n'

interface Case {
  readonly rule: string
  readonly config?: string
  readonly files: Files
  readonly expected: Readonly<Record<string, string | undefined>>
}

const cases: readonly Case[] = [
  {
    rule: 'a document in YAML that is false or nil has no data',
    config: 'collections: [docs]\n',
    files: {
      '_docs/a.yml': '---\nfalse\n',
      '_docs/b.yml': '---\n~\n',
      'o.txt': '---\n---\n{{ site.docs.size }}',
    },
    expected: { 'o.txt': '2' },
  },
  {
    rule: 'a data file without a document is false, one that says nil is nil',
    files: {
      '_data/a.yml': '# none\n',
      '_data/b.yml': '~\n',
      '_data/c.json': 'null',
      '_data/d.yml': '---\n',
      'o.txt': '---\n---\n{{ site.data | inspect | replace: "&quot;", "" }}',
    },
    expected: { 'o.txt': '{a=&gt;false, b=&gt;nil, d=&gt;nil, c=&gt;nil}' },
  },
  {
    rule: 'defaults that follow a set without a scope outrank it, and are compared among themselves',
    config:
      'defaults: [{values: {x: 1}}, {scope: {path: a.txt}, values: {x: 2}}, {scope: {path: ""}, values: {x: 3}}]\n',
    files: { 'a.txt': '---\n---\n{{ page.x }}', 'b.txt': '---\n---\n{{ page.x }}' },
    expected: { 'a.txt': '2', 'b.txt': '3' },
  },
  {
    rule: 'a collections_dir with a dot in front holds no posts',
    config: 'collections_dir: ./content\npermalink: /:title.html\ncollections: [docs]\n',
    files: {
      'content/_posts/2024-01-02-a.md': 'A',
      'content/_docs/b.md': '---\n---\n',
      'c.txt': '---\n---\n{{ site.docs.size }}',
    },
    expected: { 'a.html': undefined, 'c.txt': '1' },
  },
  {
    rule: 'a collections_dir with a slash behind holds the posts of the folders in it alone',
    config: 'collections_dir: content/\npermalink: /:title.html\n',
    files: { 'content/_posts/2024-01-02-a.md': 'A', 'content/sub/_posts/2024-01-02-b.md': 'B' },
    expected: { 'a.html': undefined, 'b.html': '<p>B</p>\n' },
  },
  {
    rule: 'documents with and without a date are merged as Ruby merges them',
    config: 'collections: [docs]\n',
    files: {
      '_docs/a.md': '---\ndate: 2024-01-07\n---\n',
      '_docs/b.md': '---\ndate: 2024-01-06\n---\n',
      '_docs/c.md': '---\n---\n',
      '_docs/d.md': '---\ndate: 2024-01-05\n---\n',
      '_docs/e.md': '---\ndate: 2024-01-04\n---\n',
      '_docs/f.md': '---\n---\n',
      '_docs/g.md': '---\ndate: 2024-01-03\n---\n',
      'o.txt': '---\n---\n{% for d in site.docs %}{{ d.slug }} {% endfor %}',
    },
    expected: { 'o.txt': 'e d b a c f g ' },
  },
  {
    rule: 'data files come by extension, then by name, folders last',
    files: {
      '_data/a.json': '1',
      '_data/b.yml': '2',
      '_data/c.yaml': '3',
      '_data/A/x.yml': '4',
      'o.txt': '---\n---\n{% for d in site.data %}{{ d[0] }} {% endfor %}',
    },
    expected: { 'o.txt': 'c b a A ' },
  },
  {
    rule: 'an empty line of a table is a row without cells',
    files: {
      '_data/a.csv': 'x,y\n\n1,2\n',
      '_data/b.tsv': '\n1\t2\n',
      'o.txt': '---\n---\n{{ site.data.a | jsonify }}{{ site.data.b | jsonify }}',
    },
    expected: { 'o.txt': '[{"x":null,"y":null},{"x":"1","y":"2"}][{"":"1"}]' },
  },
  {
    rule: 'front matter behind a second line of hyphens, or a directive, is empty; what is left of its first line is not read',
    files: {
      'a.txt': '---\n# c\n--- # d\ntitle: T\n---\n[{{ page.title }}]',
      'b.txt': '---\n%YAML 1.1\n---\n[{{ page.title }}]',
      'c.txt': '---\n  title: T\nname: N\n---\n[{{ page.title }}{{ page.name }}]',
    },
    expected: { 'a.txt': '[]', 'b.txt': '[]', 'c.txt': '[Tc.txt]' },
  },
  {
    rule: 'an empty line of front matter holds no tab, and a directive has a name that is known',
    files: {
      'a.txt': '---\n\t\ntitle: T\n---\n[{{ page.title }}]',
      'b.txt': '---\ntitle: T\n\t\n---\n[{{ page.title }}]',
      'c.txt': '---\n%x\ntitle: T\n---\n[{{ page.title }}]',
      'd.txt': '---\n\n  \ntitle: T\n---\n[{{ page.title }}]',
    },
    expected: { 'a.txt': '[]', 'b.txt': '[]', 'c.txt': '[]', 'd.txt': '[T]' },
  },
  {
    rule: 'labels that are the same number are one',
    config: 'permalink: /:title\n',
    files: {
      '_posts/2024-01-02-a.md': '---\ntags: [2.5, 2024-01-02]\n---\n',
      '_posts/2024-01-03-b.md': '---\ntags: [2.50, 2024-01-02]\n---\n',
      'o.txt': '---\n---\n{% for t in site.tags %}{{ t[0] }}={{ t[1] | map: "url" | join }};{% endfor %}',
    },
    expected: { 'o.txt': '2.5=/b /a;2024-01-02=/b /a;' },
  },
  {
    rule: 'in JSON the documents of a collection are their content; printed, an empty list takes three lines',
    files: {
      '_posts/2024-01-02-a.html': '---\n---\nA',
      'o.txt': "---\n---\n{{ site.collections[0] | jsonify | split: 'docs' | last | slice: 0, 7 }}",
      'p.txt': "---\n---\n{{ site.collections[0] | inspect | split: 'relative' | first }}",
    },
    expected: {
      'o.txt': '":["A"]',
      'p.txt': '{\n  &quot;label&quot;: &quot;posts&quot;,\n  &quot;files&quot;: [\n\n  ],\n  &quot;',
    },
  },
  {
    rule: 'code at the start of an excerpt in Markdown stands behind an empty line, as in its page',
    config: 'permalink: /:title\n',
    files: {
      '_posts/2024-01-02-a.md': '{% highlight text %}\nx\n{% endhighlight %}\n\nrest',
      '_posts/2024-01-01-b.html': '{% highlight text %}\nx\n{% endhighlight %}\n\nrest',
      'o.txt':
        '---\n---\n{% for p in site.posts %}{{ p.excerpt | jsonify | slice: 0, 9 }};{{ p.content | jsonify | slice: 0, 9 }} {% endfor %}',
    },
    expected: { 'o.txt': '"\\n<figur;"\\n<figur "<figure ;"<figure  ' },
  },
  {
    rule: 'a period at the end of a permalink is an extension',
    config: 'collections: {docs: {output: true}}\n',
    files: { '_docs/a.xml': '---\npermalink: /f.\n---\nx' },
    expected: { 'f.': 'x', 'f..xml': undefined },
  },
  {
    rule: 'a document in YAML has no content before it is rendered',
    config: 'collections: {docs: {output: true}}\n',
    files: {
      '_docs/a.md': '---\n---\n{% assign d = site.docs | last %}{{ d.content | inspect }}{{ d }}',
      '_docs/b.yml': '---\nk: v\n',
      'o.txt': '---\n---\n{% assign d = site.docs | last %}{{ d.content | jsonify }}',
    },
    expected: { 'docs/a.html': '<p>nilNO CONTENT</p>\n', 'o.txt': '""' },
  },
  {
    rule: 'undated drafts stand by their path where the future is shown',
    config: 'permalink: /:title.txt\nshow_drafts: true\nfuture: true\n',
    files: {
      '_drafts/late.md': 'L',
      'sub/_posts/2000-01-01-early.md': 'E',
      'o.txt':
        '---\n---\n{% for p in site.posts %}{{ p.slug }}: {{ p.previous.slug }}, {{ p.next.slug }}; {% endfor %}',
    },
    expected: { 'o.txt': 'early: late, ; late: , early; ' },
  },
  {
    rule: 'an automatic excerpt of a page is the last of its own data',
    config: 'page_excerpts: true\n',
    files: { 'a.html': '---\nx: 1\n---\nA\n\n{{ page | jsonify | slice: 0, 20 }}' },
    expected: { 'a.html': 'A\n\n{"x":1,"excerpt":"A"' },
  },
  {
    rule: 'a permalink that cannot be filled in is no mistake of a document that is not written',
    config: 'collections: [docs]\n',
    files: { '_docs/a.md': '---\npermalink: /:nope\n---\n', 'o.txt': '---\n---\n{{ site.docs[0].title }}' },
    expected: { 'o.txt': 'A' },
  },
  {
    rule: 'markdown_ext counts as it is written, spaces and all',
    config: 'markdown_ext: "md, mkd"\n',
    files: { 'a.md': '---\n---\nA', 'b.mkd': '---\n---\nB' },
    expected: { 'a.html': '<p>A</p>\n', 'b.mkd': 'B' },
  },
  {
    rule: 'the date of a document in YAML is what it says, a text as well',
    config: 'collections: [docs]\n',
    files: {
      '_docs/a.yml': '---\ndate: "2024-04-05 06:07"\n',
      'o.txt': '---\n---\n{{ site.docs[0].date }}',
    },
    expected: { 'o.txt': '2024-04-05 06:07' },
  },
  {
    rule: 'a collection whose name must be cleaned has no settings',
    config: 'collections: {my docs: {output: true}}\n',
    files: { '_mydocs/a.md': '---\n---\n', 'o.txt': '---\n---\n{{ site.mydocs.size }}|{{ site["my docs"].size }}' },
    expected: { 'mydocs/a.html': undefined, 'o.txt': '|1' },
  },
]

it.each(cases)('$rule', async ({ config = '', files, expected }) => {
  const site = await buildFiles({ '_config.yml': TIME + config, ...files })
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, site.text(name)]))).toEqual(expected)
})

it.each([
  ['a slug that is no text', '', { '_posts/2024-01-02-a.md': '---\nslug: 7\n---\n' }],
  ['a permalink that is no text', '', { 'a.md': '---\npermalink: 7\n---\n' }],
  ['a scope that is no hash', 'defaults: [{scope: ~, values: {a: 1}}]', {}],
  ['the type of a scope that is no text', 'defaults: [{scope: {type: ~}, values: {a: 1}}]', {}],
  ['a default date without a time', 'defaults: [{values: {date: 2024-01-02}}]', {}],
  ['a label that is no text', 'collections: {7: {}}', {}],
  [
    'a date without a time in YAML',
    'collections: {docs: {output: true}}',
    { '_docs/a.yml': '---\ndate: 2024-01-02\n' },
  ],
  ['an included path that is no text', 'include: [7]', {}],
  ['nil for the included', 'include: ~', {}],
  ['nil for the excluded', 'exclude: ~', {}],
  [
    'a list of labels from posts with a bare text, which stands where the front matter cannot be read',
    'defaults: [{values: {tags: a b}}]',
    { '_posts/2024-01-02-a.md': '---\na: "b\n---\n', 'o.txt': '---\n---\n{{ site.tags | size }}' },
  ],
  ['the destination among the kept files', 'keep_files: ["."]', {}],
  [
    'a link to what is not written',
    'collections: [docs]',
    { '_docs/a.md': '---\n---\n', 'b.md': '---\n---\n{% link _docs/a.md %}' },
  ],
  ['an excerpt that shows itself', '', { '_posts/2024-01-02-a.md': '{{ site.posts | map: "excerpt" }}' }],
  ['a number asked of a document', '', { '_posts/2024-01-02-a.md': '{{ page[0] }}' }],
] satisfies readonly [string, string, Files][])('refuses %s', async (_, config, files) => {
  await expect(buildFiles({ '_config.yml': TIME + config, ...files })).rejects.toThrow()
})
