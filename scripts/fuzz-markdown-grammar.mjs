// Random Markdown documents that combine all of kramdown's constructs, right and wrong. Everything follows from the seed.

import { writeOptions } from './fuzz-markdown-options.mjs'

const WORDS =
  `word text HTML kramdown a I the and quick_brown_fox snake_case don't it's 3.14 1986 '80s e.g. naïve straße
日本語 привет C++ x*y 2*3*4 AT&T a|b $5 100% #tag @name user@example.com http://example.com/a_b?c=1&d=2 <- -> (c) "quoted" 'single'
foo-bar foo--bar end. end... wait... [x] {y} \\*esc\\* \\_ \\| ~tilde~ ^caret = == != C:\\dir s's`.split(/\s+/)

// Characters that one notion of a letter, a space or a line's end has and another has not.
const FOREIGN = [
  ...'漢字かなカナ한글،؟।。，！「」١²½ⅧßſİıΣσςǅﬁªº·‿­﻿☃♥€§“”‘’–—…«»¡¿',
  ...[
    'e\u0301',
    'n\u0303o',
    '\u0301',
    '\u{1f469}\u200d\u{1f467}',
    '\u{1f600}',
    '\u{1d4b3}',
    '\u{20bb7}',
    '\u05e9\u05dc\u05d5\u05dd',
  ],
  ...[
    '\u0645\u0631',
    '\u0928\u092e\u0938\u094d\u0924\u0947',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u3000',
    '\u200b',
    '\u2003',
  ],
  ...[
    '\t',
    '\f',
    '\v',
    '\r',
    '\r\n',
    '\u0000',
    '\u001f',
    '\u007f',
    '\ufffd',
    '\uffff',
    '漢字\n漢字',
    'カナ。\nEnglish',
  ],
]

export const SOUP =
  `* ** *** _ __ ___ \` \`\` \`\`\` ~~ ~ [ ] ( ) ![ ]( [^1] [^n] [ref] [ref][] [a][ref] {: } {:.c} {:#i} {:ref} {::comment} {:/} {:/comment}
{::nomarkdown} {::options /} < > << >> <b> </b> <br> <br/> <i class="x"> </i> <span markdown="0"> </span> <code> </code> <!-- --> <div> </div> &amp;
&copy; &#169; &#x41; &bogus; & $$ $ \\ \\\\ | || :-- -- --- ... " ' \\" # ## = - + 1. : ^ > >> ! <http://x.y> <a@b.c> HTML`.split(
    /\s+/,
  )

export const createGrammar = (random) => {
  const int = (n) => Math.floor(random() * n)
  const pick = (list) => list[int(list.length)]
  const chance = (p) => random() < p
  const times = (n, make) => Array.from({ length: n }, (_, i) => make(i))
  // Only some documents have foreign characters, and those have many.
  const foreign = chance(0.3) ? 0.25 : 0
  const word = () => {
    if (!chance(foreign)) return pick(WORDS)
    return pick([
      () => pick(FOREIGN),
      () => pick(FOREIGN) + pick(FOREIGN),
      () => pick(WORDS) + pick(FOREIGN) + pick(WORDS),
    ])()
  }
  const words = (n) => times(1 + int(n), word).join(' ')
  const id = () => pick(['ref', 'Ref Two', '1', 'n', 'note-x', 'x y', 'HTML'])

  const ial = () =>
    `{:${pick(['', ' '])}${times(1 + int(3), () => pick(['.cls', '#id1', '.a.b', 'key="value"', "k='v w'", 'ald', 'toc', '.no_toc', 'standalone', 'title="a \\" b"', '.language-ruby', 'style="x"', '#9', 'no$pe'])).join(' ')}}`

  const url = () => pick(['url', '/a/b.html', 'http://x.y/z?a=b&c=d', '<a b>', 'a(b)c', '#frag', '', 'a b', 'x "y'])
  const title = () => pick(['', ' "title"', " 'title'", ' "a "b" c"', ' "un', '  "two  spaces" '])

  const tag = (depth) => {
    const name = pick(['b', 'i', 'span', 'em', 'code', 'a', 'kbd', 'sub', 'custom', 'u', 'del', 'small', 'B'])
    const attrs = pick([
      '',
      '',
      ' class="x"',
      " id='y'",
      ' markdown="1"',
      ' markdown="0"',
      ' markdown="span"',
      ' data-x=1 checked',
      ' title="a\nb"',
    ])
    return `<${name}${attrs}>${span(depth - 1)}${chance(0.9) ? `</${name}>` : ''}`
  }

  const span = (depth) => {
    const inner = () => (depth > 0 ? spans(depth - 1) : words(3))
    const makers = [
      () => words(5),
      () => words(5),
      () => words(5),
      () => words(3),
      () => `*${inner()}*`,
      () => `**${inner()}**`,
      () => `_${inner()}_`,
      () => `__${inner()}__`,
      () => `***${inner()}***`,
      () => `\`${words(2)}\``,
      () => `\`\` ${words(2)} \` \`\``,
      () => `~~${inner()}~~`,
      () => `[${inner()}](${url()}${title()})`,
      () => `![${inner()}](${url()}${title()})`,
      () => `[${inner()}][${id()}]`,
      () => `[${id()}]`,
      () => `[${id()}][]`,
      () => `![${id()}]`,
      () => `[^${id()}]`,
      () => `<http://example.com/${int(9)}>`,
      () => '<me@example.com>',
      () => tag(depth),
      () => `$$${words(2)}$$`,
      () => pick(['&amp;', '&copy;', '&#8212;', '&#x2014;', '&nope;', '&lt;', 'AT&T', '&quot;']),
      () => `"${inner()}"`,
      () => `'${inner()}'`,
      () => pick(['--', '---', '...', '<<x>>', '<< x >>', '\\<<', "'80s", '"\'', '\'"']),
      () => `*${inner()}*${ial()}`,
      () => `\`${words(1)}\`${ial()}`,
      () => `[${inner()}](${url()})${ial()}`,
      () => pick(['<br />', '<br>', '<img src="a.png" alt="x">', '<!-- c -->', '<input disabled>', '<hr>']),
      () => `{::comment}${words(2)}{:/comment}`,
      () => `{::nomarkdown}${pick(['<b>*x*</b>', '*x*'])}{:/}`,
      () => pick(SOUP),
      () => pick(SOUP) + pick(SOUP),
      () => (chance(foreign) ? pick(FOREIGN) : word()),
      () => pick(SOUP) + (chance(foreign) ? pick(FOREIGN) : '') + pick(SOUP),
      () => `${pick(SOUP)}${words(1)}${pick(SOUP)}`,
      () => `\\${pick([...'\\.*_+`<>()[]{}#!:|"\'$=-~^&a'])}`,
    ]
    return pick(makers)()
  }

  const spans = (depth) => times(1 + int(3), () => span(depth)).join(chance(0.85) ? ' ' : '')

  const line = (depth = 2) =>
    times(1 + int(3), () => spans(depth))
      .join(' ')
      .replace(/\n/g, ' ')
  const lineBreak = () => pick(['\n', '\n', '\n', '\n', '  \n', '\\\n', '\\\\\n', ' \n', '\n  ', '\n   '])

  const indentBy = (text, indent) =>
    text
      .split('\n')
      .map((l, i) => (l === '' || i === 0 ? l : indent + l))
      .join('\n')

  const paragraph = () => times(1 + int(4), () => line()).reduce((a, b) => a + lineBreak() + b)

  const list = (depth) => {
    const marker = pick(['*', '-', '+', '1.', '2.', '10.'])
    const gap = pick([' ', ' ', ' ', '  ', '   ', '\t', '    '])
    const indent = pick(['', '', '', ' ', '  ', '   '])
    const loose = chance(0.3)
    return times(1 + int(4), () => {
      const first = chance(0.15) ? pick(['[ ] ', '[x] ', '[X]  ', `${ial()} `, '', '* ', '> ', '# ']) : ''
      const body =
        chance(0.4) && depth > 0 ? `${first}${line(1)}${pick(['\n', '\n\n'])}${block(depth - 1)}` : first + line(1)
      const width = pick([marker.length + gap.length, marker.length + gap.length, 2, 4, 4, 0, 3])
      return `${indent}${chance(0.1) ? pick(['*', '-', '1.']) : marker}${gap}${indentBy(body, indent + ' '.repeat(width))}`
    }).join(loose || chance(0.15) ? '\n\n' : '\n')
  }

  const definition = (depth) =>
    `${times(1 + int(2), () => line(1)).join('\n')}\n${chance(0.2) ? '\n' : ''}${times(1 + int(3), () => `:${pick([' ', '  ', '   ', '\t'])}${indentBy(chance(0.3) && depth > 0 ? `${line(1)}\n\n${block(depth - 1)}` : line(1), pick(['  ', '    ', '   ', '']))}`).join(pick(['\n', '\n\n']))}`

  const table = () => {
    const columns = 1 + int(4)
    const cell = () =>
      pick([
        words(2),
        words(1),
        '`a|b`',
        '**x**',
        '',
        ' ',
        '\\|',
        '<b>x|y</b>',
        '<code>p|q</code>',
        '[x](y)',
        '`` ` ``',
        'a \\| b',
      ])
    const outer = chance(0.7)
    const row = () =>
      (outer ? '| ' : '') + times(chance(0.9) ? columns : 1 + int(5), cell).join(' | ') + (outer ? ' |' : '')
    const separator = () => pick(['|---', '|:--', '|--:', '|:-:', '|-']).repeat(columns) + pick(['', '|', '+'])
    const rows = [row()]
    if (chance(0.8)) rows.push(separator())
    rows.push(...times(int(4), row))
    if (chance(0.15)) rows.push(separator(), row())
    if (chance(0.15)) rows.push('|===', row())
    if (chance(0.1)) rows.unshift(separator())
    return rows.join('\n')
  }

  const fence = () => {
    const mark = pick(['```', '```', '~~~', '````', '~~~~', '```~'])
    const info = pick(['', '', ' ruby', 'js', 'text', ' foo bar', 'ruby?start_line=3', 'nolang', '  html  ', '{.x}'])
    const code = times(1 + int(3), () => pick([line(0), '', '  indented', '# x', '* y', '<b>', '{: .x}', '```x'])).join(
      '\n',
    )
    return `${pick(['', '', '', ' ', '   '])}${mark}${info}\n${code}\n${chance(0.9) ? pick([mark, mark, mark, '```', '~~~~~']) : ''}`
  }

  const html = (depth) => {
    const name = pick([
      'div',
      'p',
      'section',
      'table',
      'pre',
      'ul',
      'script',
      'style',
      'details',
      'h2',
      'blockquote',
      'custom-el',
      'DIV',
      'td',
      'textarea',
      'math',
      'aside',
      'iframe',
      'hr',
      'button',
    ])
    const attrs = pick([
      '',
      '',
      '',
      ' markdown="1"',
      ' markdown="1"',
      ' markdown="block"',
      ' markdown="span"',
      ' markdown="0"',
      ' class="a" id=b',
      " data-x='1'",
    ])
    const body = pick([
      () => block(depth - 1),
      () => line(),
      () => words(3),
      () => `<p>${line(0)}</p>`,
      () => '',
      () => `\n\n${block(depth - 1)}\n\n`,
      () => `<b>${words(2)}`,
      () => `<li>a<li>b`,
      () => `<!-- ${words(2)} -->`,
    ])
    const newline = pick(['\n', '\n', '', '\n\n'])
    return `${pick(['', '', '', ' ', '   '])}<${name}${attrs}>${newline}${depth > 0 ? body() : words(2)}${newline}${chance(0.9) ? `</${name}>` : ''}${pick(['', '', '', ` ${words(2)}`])}`
  }

  const definitions = () =>
    pick([
      () => `[${id()}]: ${url()}${title()}`,
      () => `[${id()}]: http://example.com\n  "on next line"`,
      () => `[^${id()}]: ${line(1)}`,
      () => `[^${id()}]: ${line(1)}\n\n    ${line(1)}`,
      () => `[^${id()}]:\n    ${pick(['> ', '* ', '', '    '])}${line(0)}`,
      () => `*[${pick(['HTML', 'word', 'the', 'quick brown', 'I', 'C++'])}]: ${words(3)}`,
      () => '{:ald: .x key="v"}',
      () => '{:ald: #q .y}',
      () => `[${id()}]: ${url()}\n${ial()}`,
      () => `*[HTML]: Hyper\n${ial()}`,
    ])()

  const header = () =>
    pick([
      () => `${'#'.repeat(1 + int(6))} ${line(1)}${pick(['', '', ' #', ' ##', ' {#own-id}', '#', ' {#a .b}', ' \\#'])}`,
      () => `${line(1)}\n${pick(['===', '---', '=', '-', '-----', '=-='])}`,
      () => `${'#'.repeat(1 + int(7))}${line(0)}`,
      () => `  # ${words(2)}`,
      () => '#',
    ])()

  const INDENTS = ['> ', '> ', '>', '* ', '1. ', ': ', '[^n]: ', '    ', '  ', '   ', '\t']
  const marks = ['* ', '1. ', ': ', '[^n]: ', '[^1]: ']

  // A block inside of another's mark: `> * | a |`.
  const nest = (text) => {
    const mark = pick(INDENTS)
    if (!marks.includes(mark)) return text.replace(/^/gm, mark)
    const rest = pick([' '.repeat(mark.length), '    ', '  '])
    return `${mark === ': ' && chance(0.7) ? `${words(2)}\n` : ''}${mark}${pick(['', '', '\n'])}${indentBy(text, rest)}`
  }

  const inMarkdownHtml = (text) => {
    const name = pick(['div', 'section', 'td', 'p', 'span', 'li', 'table'])
    const mode = pick(['1', '1', 'block', 'span', '0'])
    return `<${name} markdown="${mode}">${pick(['\n', '\n', '', '\n\n'])}${text}${pick(['\n', '\n', '\n\n'])}</${name}>`
  }

  const within = () =>
    pick(['{:.x}', '^', '', '{: #i}', '{:ald: .y}', '{::comment}c{:/}', '[^n]: d', '*[HTML]: h', '[ref]: u', ial()])

  const deep = (depth) => {
    let text =
      depth > 0
        ? pick([table, fence, paragraph, () => list(0), () => definition(0), header, () => html(1), within])()
        : within()
    for (let i = 1 + int(4); i > 0; i--) {
      if (chance(0.3))
        text = pick([
          () => `${within()}\n${text}`,
          () => `${text}\n${within()}`,
          () => `${text}\n\n${within()}\n\n${words(2)}`,
        ])()
      text = chance(0.2) ? inMarkdownHtml(text) : nest(text)
    }
    return text
  }

  const block = (depth) =>
    pick([
      paragraph,
      paragraph,
      paragraph,
      paragraph,
      header,
      header,
      () => list(depth),
      () => list(depth),
      () => list(depth),
      () => definition(depth),
      table,
      table,
      fence,
      fence,
      () => times(1 + int(3), () => `${pick(['> ', '> ', '>', '>  ', '   > ', ''])}${line(1)}`).join('\n'),
      () =>
        `> ${block(depth > 0 ? depth - 1 : 0)
          .split('\n')
          .join(pick(['\n> ', '\n>', '\n']))}`,
      () => times(1 + int(3), () => pick(['    ', '\t', '     ']) + line(0)).join(pick(['\n', '\n\n', '\n'])),
      () => pick(['* * *', '---', '___', '- - -', '***', '*  *  *  *', '-- -']),
      () => html(depth),
      () => html(depth),
      definitions,
      definitions,
      () => `$$${pick(['\n', ' ', ''])}${words(3)}${pick(['\n', ' ', ''])}$$`,
      () => `\\$$ ${words(2)} $$`,
      () => `${ial()}\n${depth > 0 ? block(depth - 1) : paragraph()}`,
      () => `${depth > 0 ? block(depth - 1) : paragraph()}\n${ial()}`,
      () => ial(),
      () => '^',
      () => `{::comment}\n${paragraph()}\n{:/comment}`,
      () => `{::nomarkdown}\n<b>*x*</b>\n{:/}`,
      () => pick([() => writeOptions({ pick, chance }), () => '{::bogus /}', () => '{:/}', () => '{::comment}'])(),
      () => deep(depth),
      () =>
        pick([
          '* TOC\n{:toc}',
          '1. TOC\n{:toc .x}',
          '* fn\n{:footnotes}',
          '![x](y)\n{:standalone}',
          '![x](y){:standalone}',
        ]),
      () => times(1 + int(8), () => pick(chance(0.3) ? WORDS : SOUP)).join(chance(0.5) ? ' ' : ''),
      () => `${line(1)}\n${block(depth > 0 ? depth - 1 : 0)}`,
    ])()

  const document = () =>
    `${times(1 + int(7), () => block(2)).reduce((a, b) => a + pick(['\n\n', '\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n', '\n^\n']) + b)}${pick(['\n', '', '\n\n'])}`

  // A document with pieces of it lost, doubled or replaced.
  const damaged = () => {
    let characters = [...document()]
    for (let i = int(4); i > 0; i--) {
      const at = int(characters.length)
      const piece = pick(['', '', '\n', ' ', '\t', pick(SOUP), characters.slice(at, at + 20).join('')])
      characters = [...characters.slice(0, at), ...piece, ...characters.slice(at + int(6))]
    }
    return characters.join('')
  }

  const lineEnds = (text) => (chance(0.97) ? text : text.replaceAll('\n', pick(['\r\n', '\r'])))

  const any = () => {
    const text = chance(0.75) ? document() : damaged()
    return lineEnds(chance(0.1) ? `${writeOptions({ pick, chance })}\n\n${text}` : text)
  }

  return { document: any, piece: () => block(1), pick, chance, int }
}
