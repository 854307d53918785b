// A book of any length that holds whatever chapters may hold: footnotes, tables, code, formulas, pictures, and raw HTML as people write it.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Files, writeSite } from '../site.ts'

const KINDS: readonly ((number: number) => string)[] = [
  (n) => `A note[^1] and another[^two words].

[^1]: The first of chapter ${n}, with *emphasis*.
[^two words]: The second.

    With a paragraph more.
`,
  (n) => `| a | b |
|---|:-:|
| 1 | ${n} |
|===
| sum | \`code | pipe\` |

term
: definition
: another

: no term here

<table border="1" width="100%" cellpadding=2><caption align=top>Caption</caption><col span=2><thead><tr><th scope="col" abbr=x>H<th>I</thead>
<tr><td colspan="0" rowspan=2 bgcolor=red nowrap>x<td headers="nowhere"><ul><li>y</ul></table>
`,
  (n) => `\`\`\`ruby
puts "chapter ${n}" # <tag> & more
\`\`\`

{% highlight js linenos %}
const a = 1 < 2 && "x"
{% endhighlight %}

    plain code

- [ ] open
- [x] done
`,
  (
    n,
  ) => `![A picture]({{ '/images/dot.png' | relative_url }} "Title") ![]({{ '/images/dot.png' | relative_url }}) ![rel](../images/drawing.svg)
![lost](/images/none.png) ![remote](https://example.com/r-${n}.png) ![broken](/images/broken.png)
<picture><source srcset="/images/dot.webp" type="image/webp"><img src="../images/dot.png" srcset="../images/dot.png 1x, ../images/dot.png 2x" width="100%" height=20 loading=lazy></picture>
<img src="data:image/png;base64,${DOT}" alt="inline"> <a href="/images/dot.png"><img src="https://example.com/in-link.png" alt="in a link"></a>
`,
  () => `<math display="block" xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi mathvariant="italic">x</mi><mo stretchy="false">=</mo><msup><mn>1</mn><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">x=1^2</annotation></semantics></math>

$$ a < b $$ and in a line $$c$$.

<svg viewBox="0 0 10 10" width="50" role="img" aria-labelledby="t g" onclick="alert(1)" data-x="1"><title id="t">Title</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><style>#g { x: y }</style></defs><script>alert(1)</script><rect id="r:1" width="10" height="10" fill="url(#g)"/><use xlink:href="#r:1"/><image href="../images/dot.png"/><image href="https://example.com/x.png"/><foreignObject><p>no</p></foreignObject><a href="#t"><text>t</text></a></svg>
`,
  (n) => `## Odd ids {#1-2:3}

## Same

## Same

<p id="dup">one</p><p id="dup">two</p><p id="">three</p><p id="a b">four</p><a name="old">anchor</a><span id="ünïcode">five</span>
<label for="dup">label</label> <span aria-labelledby="dup gone" role="note">described</span>

[to odd](#1-2:3) [to next](chapter-${n + 1}.html#dup) [to first]({{ '/pages/chapter-1.html' | relative_url }}#same) [gone](gone.html) [gone id](#nowhere)
[out](https://example.com/a|b?q=[1]&r={2}) [script](javascript:alert(1)) [mail](mailto:a@example.com) [empty]() [bad](http://[) [root](/) [query](chapter-1.html?x=1)
[contents](../index.html) [absolute](https://books.example.org{{ site.baseurl }}/pages/chapter-2.html#same) [file](/images/dot.png) [space](a b.html)
`,
  () => `<div><p>unclosed <b>bold <i>both</b> italic</div>

<center><font color=red size=7>old <tt>type</tt></font></center><strike>gone</strike><big>big</big><blink>x</blink>

<p><span><div>block in span</div></span></p>

<em><p>block in em</p><ul>text in a list<li>item<p>more</ul></em>

<h2>Heading <div>with a block <ul><li>and a list</ul></div></h2>

<ul><ul><li>nested without item</ul></ul> <li>stray item</li> <dt>stray term</dt>

<dl><div><dt>a<dd>b</div><p>stray</p></dl><dl><dd>only</dl>

<form action="/x"><fieldset><legend>L</legend><input name=a><button>B</button><select><option>o</select><textarea>t</textarea></fieldset></form>

<iframe src="https://example.com/v"></iframe><video controls><source src="/v.mp4" type="video/mp4">Words</video><audio src="/a.mp3"></audio><object data="x.swf"><p>fallback</p></object><embed src=x>

<script>document.write('x')</script><style>p { color: red }</style><noscript><p>no script</p></noscript><template><p>t</p></template>

<details><summary>Sum <p>block</p></summary>inside <details>no summary</details></details>

<figure><p>first</p><figcaption>one</figcaption><figcaption>two</figcaption></figure>

<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><ruby>no text</ruby><a href="#x">a <a href="#y">in a</a></a><dfn>d <dfn>in d</dfn></dfn>

<my-widget some:attr="1" @click="x" "quoted">custom <my-block><p>p</p></my-block></my-widget> <x:y>prefixed</x:y> <time datetime="nonsense">when</time>

<p style="text-align: center; position: fixed; background: url(https://example.com/x.png); direction: rtl; color: red" class="a  b" onclick="x()" lang="not a language" dir="sideways" hidden contenteditable align=center data-x=1>styled</p>

<ol start="x" type="q" reversed><li value="v">item</ol><blockquote cite="not a url">q</blockquote><q cite="x">q</q><ins datetime="x">i</ins><bdo>b</bdo><td>stray cell</td><address>a <h3>h</h3></address><header><header>h</header></header><main>m</main><nav>gone</nav><hr>text<br>
`,
  (n) => `# Chapter ${n} & "Co" {#top}

### Skipped level

###### Deep

Control \u0001 \ufffe character, emoji 🙂 and &nbsp;&hellip;&notanentity; &#0; &#x1F600; ]]> <!-- a -- comment -->

<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>k</mi></math></span><span class="katex-html" aria-hidden="true"><span style="height:1em;">k</span></span></span>
`,
]

// Raw HTML only: kramdown would make something of it.
const RAW = 7

export const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const DRAWING =
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://x" inkscape:v="1" viewBox="0 0 1 1"><script>1</script><inkscape:grid/><rect width="1" height="1" onload="x"/><image href="https://example.com/x.png"/></svg>'

const chapter = (number: number): string => `---
title: Chapter ${number} & "Co"
book: hard
chapter: ${number}
part: Part ${Math.ceil(number / 50)}
description: About <${number}>
---
{% include chapter-nav.html position="top" %}

${KINDS[(number - 1) % KINDS.length]?.(number)}

See [the next](chapter-${number + 1}.html).
`

/** The folder of such a book; `config` is added to its settings. */
export const writeHardBook = (chapters: number, config: string): string => {
  const files: Record<string, string> = {
    '_config.yml': `title: Hard
url: https://books.example.org
time: 2024-05-06 07:08:09 +0000
books: {hard: {title: "A Hard <Book> & More", index: index.md}}
${config}`,
    '_includes/chapter-nav.html': '<nav class="chapter-nav"><a href="x">nav</a></nav>',
    'index.md': '---\nlayout: book\nbook: hard\ntitle: Hard\n---\nStart with [the first](pages/chapter-1.html).\n',
    '_layouts/book.html': '{{ content }}',
    'images/drawing.svg': DRAWING,
    'images/broken.png': 'not a picture',
  }
  for (let number = 1; number <= chapters; number++)
    files[`pages/chapter-${number}.${number % KINDS.length === RAW ? 'html' : 'md'}`] = chapter(number)
  const folder = writeSite(files as Files)
  writeFileSync(path.join(folder, 'images/dot.png'), Buffer.from(DOT, 'base64'))
  return folder
}

export const readText = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8')
