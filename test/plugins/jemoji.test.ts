import { describe, expect, it } from 'vitest'
import { buildFiles } from '../site.ts'

const ROOT = 'https://github.githubassets.com/images/icons/'
const img = (name: string, file: string, root = ROOT): string =>
  `<img class="emoji" title=":${name}:" alt=":${name}:" src="${root}emoji/unicode/${file}.png" height="20" width="20">`

const emojified = async (html: string, config = ''): Promise<string | undefined> =>
  (await buildFiles({ '_config.yml': `plugins: [jemoji]\n${config}`, 'a.html': `---\n---\n${html}` })).text('a.html')

const plus = img('+1', '1f44d')

describe('jemoji', () => {
  it.each([
    ['a name', 'a :+1: b', `a ${plus} b`],
    ['names side by side', ':+1::+1: :+1:+1:', `${plus}${plus} ${plus}+1:`],
    ['a name after an unknown one', ':foo:heart:', `:foo${img('heart', '2764')}`],
    ['joined code points', ':family_man_woman_boy:', img('family_man_woman_boy', '1f468-1f469-1f466')],
    ['flags', ':de: :hash:', `${img('de', '1f1e9-1f1ea')} ${img('hash', '0023-20e3')}`],
    ['names of pictures that are no characters', '<br/>:octocat:', '<br/>:octocat:'],
    ['code', '<code>:+1:</code><pre>:+1:</pre><tt>:+1:</tt>', '<code>:+1:</code><pre>:+1:</pre><tt>:+1:</tt>'],
    ['other elements', '<kbd>:+1:</kbd>', `<kbd>${plus}</kbd>`],
    ['attributes', '<i title=":+1:">:-1:</i>', `<i title=":+1:">${img('-1', '1f44e')}</i>`],
    ['comments', '<!-- :+1: -->:+1:', `<!-- :+1: -->${plus}`],
    ['the whole of the page, written anew', '<a href="ü">&copy;</a><br /> :+1:', `<a href="%C3%BC">©</a><br> ${plus}`],
    ['references that become markup', '&lt;b&gt;x :+1:', `<b>x ${plus}</b>`],
    ['ampersands', '&amp;amp; :+1:', `&amp; ${plus}`],
    [
      'the body alone',
      '<title>:+1:</title><body class="x">\n :+1:</body>',
      `<title>:+1:</title><body class="x">\n ${plus}</body>`,
    ],
  ])('%s', async (_, html, expected) => {
    expect(await emojified(html)).toBe(expected)
  })

  it('takes the pictures from where emoji.src says', async () => {
    expect(await emojified(':+1:', 'emoji: { src: "https://x.test/e/" }')).toBe(img('+1', '1f44d', 'https://x.test/e/'))
  })

  it('leaves other files alone', async () => {
    const site = await buildFiles({ '_config.yml': 'plugins: [jemoji]', 'a.txt': '---\n---\n:+1:' })
    expect(site.text('a.txt')).toBe(':+1:')
  })
})
