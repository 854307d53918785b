// `octavo new PATH`: a small book that builds at once.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../util/error.ts'
import type { Flags } from './options.ts'
import { createTerminalLog } from './terminal.ts'

interface NewFlags extends Flags {
  readonly blank?: boolean
  readonly force?: boolean
}

const chapter = (title: string, number: number, text: string): string => `---
layout: custom
title: ${title}
book: first
chapter: ${number}
---

{% include chapter-nav.html position="top" %}

${text}

{% include chapter-nav.html %}
`

const BOOK: Readonly<Record<string, string>> = {
  '_config.yml': `title: My Book
description: What the book is about, in a sentence.
theme: octavo

# Search, smaller pictures, a page to print, and a file for e-readers.
octavo:
  search: true
  pictures:
    link: true
  print: true
  epub: true

books:
  first:
    title: My Book
    index: index.md
`,
  'index.md': `---
layout: book
title: My Book
book: first
---

Welcome. The chapters are listed below.
`,
  'pages/chapter-1.md': chapter(
    'The First Chapter',
    1,
    `Write here, in Markdown.

## A heading

- a list
- of things

\`\`\`ruby
puts 'and code'
\`\`\``,
  ),
  'pages/chapter-2.md': chapter(
    'The Second Chapter',
    2,
    `A chapter is a page with \`book\` and \`chapter\` in its front matter.
Its place in the book follows from the number.`,
  ),
  '.gitignore': '_site/\n.octavo-cache/\n',
}

const BLANK: Readonly<Record<string, string>> = {
  '_config.yml': 'title: A new site\nurl: ""\nbaseurl: ""\n',
  'index.md': '---\nlayout: default\ntitle: Home\n---\n\n# Home\n',
  '_layouts/default.html': `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ page.title | escape }} - {{ site.title | escape }}</title>
<link rel="stylesheet" href="{{ '/assets/css/main.css' | relative_url }}">
</head>
<body>
{{ content }}
</body>
</html>
`,
  'assets/css/main.scss':
    '---\n---\n\nbody {\n  max-width: 40rem;\n  margin: 2rem auto;\n  font-family: system-ui, sans-serif;\n}\n',
}

const BLANK_FOLDERS = ['_data', '_drafts', '_includes', '_posts', '_sass']

export const runNew = async (flags: Flags, ...words: string[]): Promise<number> => {
  const { blank, force } = flags as NewFlags
  const log = createTerminalLog(flags)
  if (words.length === 0) throw new UserError('You must specify a path.', { advice: 'For example: octavo new my-book' })
  const folder = path.resolve(words.join(' '))
  if (!force && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new UserError(`${folder} exists and is not empty.`, {
      advice: 'Choose another folder, or add --force to write into this one.',
    })
  }
  for (const [name, text] of Object.entries(blank ? BLANK : BOOK)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  if (blank) for (const name of BLANK_FOLDERS) mkdirSync(path.join(folder, name), { recursive: true })
  log.info('', `A new ${blank ? 'site' : 'book'} is in ${folder}.`)
  log.info('', `Now: cd ${path.relative(process.cwd(), folder) || '.'} && octavo serve`)
  return 0
}
