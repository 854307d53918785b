// npm run bench [-- PAGES]: whole builds of a site of books, from nothing, against the peers that are installed; ratios from one run.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const pages = Number(process.argv[2] ?? 1000)
const perBook = 20
const runs = 3
const words =
  'objective result team quarter release review plan metric budget owner service pipeline upgrade customer'.split(' ')

// A small generator of its own, so that the same words come out on every machine.
let seed = 11
const next = (below) => {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const sentence = () => `${Array.from({ length: 8 + next(8) }, () => words[next(words.length)]).join(' ')}.`
const paragraph = () => Array.from({ length: 3 + next(4) }, sentence).join(' ')
const section = (i) =>
  [
    `## Section ${i}`,
    paragraph(),
    Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'),
    '```ruby\ndef total(rows)\n  rows.sum { |row| row["count"] }\nend\n```',
    '| a | b |\n|---|---|\n| 1 | 2 |',
  ].join('\n\n')

const layout =
  '<!doctype html>\n<html lang="en">\n<head><title>{{ page.title | escape }}</title></head>\n<body>{{ content }}</body>\n</html>\n'
const nav = `{% assign chapters = site.pages | where: "book", page.book | sort: "chapter" %}
<ol>{% for c in chapters %}<li{% if c.url == page.url %} class="current"{% endif %}><a href="{{ c.url | relative_url }}">{{ c.title | escape }}</a></li>{% endfor %}</ol>
`

const writeSite = (folder) => {
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  write('_config.yml', 'title: Bench\n')
  write('_layouts/chapter.html', layout)
  write('_includes/nav.html', nav)
  for (let i = 0; i < pages; i++) {
    const book = Math.floor(i / perBook)
    const front = `---\nlayout: chapter\ntitle: "Chapter ${i}"\nbook: book${book}\nchapter: ${(i % perBook) + 1}\n---\n`
    write(
      `pages/chapter-${i}.md`,
      `${front}\n{% include nav.html %}\n\n${[1, 2, 3].map(section).join('\n\n')}\n\n{% include nav.html %}\n`,
    )
  }
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = mkdtempSync(path.join(tmpdir(), 'octavo-bench-'))
const peers = [
  ['octavo', process.execPath, [path.join(root, 'dist/cli.js'), 'build', '-q'], runs],
  ['jekyll', 'jekyll', ['build', '-q', '--disable-disk-cache'], 1],
]

const time = (command, args) => {
  rmSync(path.join(folder, '_site'), { recursive: true, force: true })
  const started = performance.now()
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'ignore' })
  if (error?.code === 'ENOENT') return undefined
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
  return (performance.now() - started) / 1000
}

try {
  writeSite(folder)
  console.log(`${pages} pages, whole process, from nothing, median of ${runs} runs`)
  let ours
  for (const [name, command, args, times] of peers) {
    const seconds = Array.from({ length: times }, () => time(command, args)).sort((a, b) => a - b)
    const median = seconds[Math.floor(seconds.length / 2)]
    ours ??= median
    if (median === undefined) console.log(`${name.padEnd(8)} is not installed`)
    else
      console.log(
        `${name.padEnd(8)} ${median.toFixed(2)} s${name === 'octavo' ? '' : `, ${(median / ours).toFixed(1)} times as long`}`,
      )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
