// What templates see where Jekyll's own objects show through. The results are Jekyll's.
import { expect, it } from 'vitest'
import { buildFiles, type Files } from '../site.ts'

const CASES: readonly {
  readonly of: string
  readonly files: Files
  readonly output: string
  readonly shows: string
}[] = [
  {
    of: 'each collection with its files before the next one',
    files: {
      '_config.yml': 'collections: [docs, notes]\n',
      '_docs/a.bin': 'a',
      '_notes/b.md': '---\n---\n',
      'x.txt': '---\n---\n{{ site.documents | map: "path" | join: " " }}',
    },
    output: 'x.txt',
    shows: '_docs/a.bin _notes/b.md',
  },
  {
    of: 'the names in a document that is sorted by a property',
    files: {
      '_config.yml': 'collections: { docs: { output: true } }\n',
      '_docs/x.txt':
        '---\n---\nText\n\n{% assign names = page | sort: "x" %}{{ names | first }} {% if names contains "url" %}true{% endif %}',
    },
    output: 'docs/x.txt',
    shows: 'Text\n\ncontent true',
  },
  {
    of: 'a post in a folder of posts by its date and slug',
    files: {
      '_config.yml': 'permalink: /:title\n',
      '_posts/sub/2024-01-02-one.md': '---\n---\n',
      'x.txt': '---\n---\n{% post_url 2024-01-02-one %}',
    },
    output: 'x.txt',
    shows: '/one',
  },
  {
    of: 'defaults with the new names of types',
    files: {
      '_config.yml': 'defaults: [{ scope: { path: "", type: page }, values: { x: 1 } }]\n',
      'x.txt': '---\n---\n{{ site.defaults | jsonify }}',
    },
    output: 'x.txt',
    shows: '[{"scope":{"path":"","type":"pages"},"values":{"x":1}}]',
  },
  {
    of: 'that a document in YAML is no draft once it has got its date',
    files: {
      '_config.yml': 'collections: { docs: { output: true }, notes: {} }\n',
      '_docs/a.yml': '---\nx: 1\n',
      '_notes/b.yml': '---\nx: 1\n',
      'x.txt': '---\n---\n{{ site.docs.first.draft | inspect }} {{ site.notes.first.draft | inspect }}',
    },
    output: 'x.txt',
    shows: 'false nil',
  },
  {
    of: 'posts by their dates, also where a draft has none of its own',
    files: {
      '_config.yml': 'show_drafts: true\nfuture: true\n',
      '_drafts/b.md': '---\n---\n',
      '_posts/2024-01-02-a.md': '---\n---\n',
      '_posts/2100-01-02-c.md': '---\n---\n',
      'x.txt': '---\n---\n{{ site.posts | map: "slug" | join: " " }}',
    },
    output: 'x.txt',
    shows: 'c b a',
  },
  {
    of: 'no content in the text of the first page',
    files: { 'x.txt': '---\n---\n[{{ content }}]' },
    output: 'x.txt',
    shows: '[]',
  },
  {
    of: 'the content that the layout of a page before was given',
    files: {
      '_layouts/l.html': '<{{ content }}>',
      'a.txt': '---\nlayout: l\n---\nA',
      'b.txt': '---\n---\nB',
      'x.txt': '---\n---\n[{{ content }}]',
    },
    output: 'x.txt',
    shows: '[A]',
  },
  {
    of: 'the content that the outermost layout of a page before was given, also in an include',
    files: {
      '_includes/c.txt': '[{{ content }}]',
      '_layouts/in.html': '---\nlayout: out\n---\n<{{ content }}>',
      '_layouts/out.html': '',
      'a.txt': '---\nlayout: in\n---\nA',
      'x.txt': '---\n---\n{% include c.txt %}',
    },
    output: 'x.txt',
    shows: '[<A>]',
  },
  {
    of: 'no content in an excerpt',
    files: {
      '_config.yml': 'permalink: /:title.html\n',
      '_layouts/l.html': '{{ content }}',
      '_posts/2024-01-01-a.html': '---\nlayout: l\n---\nA',
      '_posts/2024-01-02-b.html': '---\n---\n[{{ content }}]',
      'x.txt': '---\n---\n{{ site.posts.first.excerpt }}',
    },
    output: 'x.txt',
    shows: '[]',
  },
]

it.each(CASES)('shows $of', async ({ files, output, shows }) => {
  expect((await buildFiles(files)).text(output)).toBe(shows)
})
