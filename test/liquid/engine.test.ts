import { describe, expect, it } from 'vitest'
import {
  createEngine,
  createReadLog,
  Drop,
  type Engine,
  type EngineOptions,
  nameList,
  type ReadLog,
  type RenderContext,
  type SiteAccess,
  type TagDefinition,
} from '../../src/liquid/index.ts'
import { formatUserError, UserError } from '../../src/util/error.ts'
import { inspectString } from '../../src/util/inspect.ts'
import { hashOf, type Value } from '../../src/util/value.ts'

// The engine's door: errors and their places, includes, drops, reads, limits.

const INCLUDES: Readonly<Record<string, string>> = {
  'a.html': 'A{{ include.x }}{% include b.html %}',
  'b.html': 'B\n{{ 1 | divided_by: zero }}',
  'loop.html': '{% include loop.html x=1 %}',
  'endless.html': '{% include endless.html %}',
  'card.html': '<{{ include.title }}|{{ site.title }}>',
  'page.html': '<{{ page.title }}>',
  'syntax.html': 'x\n{% if %}{% endif %}',
  'sub/file.html': 'sub',
}

const site: SiteAccess = {
  config: hashOf({ url: 'https://example.org', baseurl: '/base' }),
  findInclude: (name) =>
    Object.hasOwn(INCLUDES, name) ? { path: `_includes/${name}`, source: INCLUDES[name]! } : undefined,
  includeNames: () => Object.keys(INCLUDES),
  findRelative: (dir, name) =>
    dir === 'docs' && name === 'part.md' ? { path: 'docs/part.md', source: 'part' } : undefined,
  linkUrl: (path) => ({ 'docs/a.md': '/docs/a.html', '/img.png': '/img.png' })[path],
  posts: () => [
    {
      relativePath: '_posts/2024-01-02-first.md',
      basename: '2024-01-02-first.md',
      slug: 'first',
      url: '/2024/01/02/first.html',
      date: { kind: 'time', seconds: 1704153600, nanos: 0, offset: 0, zone: 'UTC' },
    },
    {
      relativePath: 'sub/_posts/2024-01-03-second.md',
      basename: '2024-01-03-second.md',
      slug: 'second',
      url: '/2024/01/03/second.html',
      date: { kind: 'time', seconds: 1704240000, nanos: 0, offset: 0, zone: 'UTC' },
    },
  ],
  highlight: (code, language) => `<i>${language}:${code}</i>`,
}

const engineWith = (options: EngineOptions = {}): Engine => createEngine({ timezone: 'UTC', site, ...options })

const render = (
  source: string,
  data: Record<string, Value> = {},
  options: EngineOptions & { context?: RenderContext } = {},
): string => {
  const engine = engineWith(options)
  const template = engine.parse(source, { path: 'page.md', line: 4 })
  return engine.render(template, new Map(Object.entries(data)), options.context).output
}

const failure = (source: string, data: Record<string, Value> = {}, options: EngineOptions = {}): UserError => {
  try {
    render(source, data, options)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('no error')
}

describe('errors', () => {
  it('have the place in the file, front matter counted', () => {
    const error = failure('one\n  {{ "a" | divided_by: 0 }}')
    expect(error.message).toBe('Liquid error (line 2): divided by 0')
    expect(error.place).toEqual({ path: 'page.md', line: 5, column: 3 })
    expect(error.excerpt).toBe('  {{ "a" | divided_by: 0 }}')
  })

  it('say through which includes they came', () => {
    const error = failure('\n{% include a.html %}', { zero: 0 })
    expect(error.place).toEqual({ path: '_includes/b.html', line: 2, column: 1 })
    expect(error.includedFrom).toEqual([
      { path: '_includes/a.html', line: 1, column: 17 },
      { path: 'page.md', line: 5, column: 1 },
    ])
    expect(formatUserError(error)).toContain('included from page.md:5:1')
  })

  it('of the syntax of an include are placed in it', () => {
    const error = failure('{% include syntax.html %}')
    expect(error.place).toEqual({ path: '_includes/syntax.html', line: 2, column: 1 })
    expect(error.includedFrom).toEqual([{ path: 'page.md', line: 4, column: 1 }])
  })

  it('suggest the tag, the include and the filter that was meant', () => {
    expect(failure('{% inclde a.html %}').advice).toBe("Did you mean 'include'?")
    expect(failure('{% include car.html %}').advice).toBe("Did you mean 'card.html'?")
    expect(failure('{{ "a" | upcas }}', {}, { strictFilters: true }).advice).toBe("Did you mean 'upcase'?")
    expect(failure('{% post_url 2024-01-02-frist %}').advice).toBe("Did you mean '2024-01-02-first'?")
  })

  it('are printed in the output where that is asked for', () => {
    const engine = engineWith()
    const template = engine.parse('a{{ 1 | divided_by: 0 }}b', { path: 'p', line: 1 })
    const { output, warnings } = engine.render(template, new Map(), { errors: 'print' })
    expect(output).toBe('aLiquid error (line 1): divided by 0b')
    expect(warnings.map(({ message }) => message)).toEqual(['Liquid error (line 1): divided by 0'])
  })

  it('are warnings in warn mode, nothing in lax mode, and stop in strict mode', () => {
    const source = 'x {{ a ~ b }}'
    const warnings = (errorMode: 'lax' | 'warn') =>
      engineWith({ errorMode }).parse(source, { path: 'p', line: 3 }).warnings
    expect(warnings('lax')).toEqual([])
    expect(warnings('warn')).toEqual([
      {
        message: 'Liquid syntax error (line 1): Unexpected character ~ in "{{ a ~ b }}"',
        place: { path: 'p', line: 3, column: 3 },
        excerpt: source,
      },
    ])
    expect(failure(source, {}, { errorMode: 'strict' }).message).toContain('Unexpected character ~')
  })

  it('of strict variables name the variable', () => {
    expect(failure('{{ nope }}', {}, { strictVariables: true }).message).toBe(
      'Liquid error (line 1): undefined variable nope',
    )
    expect(render('{{ a.first }}', { a: [] }, { strictVariables: true })).toBe('')
  })
})

describe('includes', () => {
  it('take names with variables, and parameters', () => {
    expect(render("{% include {{ which }}.html title='T' %}", { which: 'card', site: hashOf({ title: 'S' }) })).toBe(
      '<T|S>',
    )
    expect(render('{% include sub/file.html %}')).toBe('sub')
  })

  it('refuse names that lead elsewhere', () => {
    for (const name of ['../secret', 'a//b', '/etc/passwd', 'a$b'])
      expect(() => render(`{% include ${name} %}`)).toThrow(/invalid characters|Could not locate/)
  })

  it('refuse malformed parameters when parsed', () => {
    expect(() => engineWith().parse('{% include a.html x= %}', { path: 'p', line: 1 })).toThrow(
      'Invalid syntax for include tag',
    )
  })

  it('stand beside the page', () => {
    const page = { path: 'docs/page.md', dir: 'docs' }
    expect(render('{% include_relative part.md %}', {}, { context: { page } })).toBe('part')
    expect(() => render('{% include_relative part.md %}')).toThrow('Could not locate')
  })

  it('end where they include themselves', () => {
    expect(failure('{% include loop.html %}').message).toContain('Nesting too deep')
    expect(failure('{% include endless.html %}').message).toContain('Nesting too deep')
  })

  it('keep in include_cached what the first page made, as the plugin does', () => {
    const engine = engineWith()
    const render = (source: string, title: string): string =>
      engine.render(
        engine.parse(source, { path: 'p', line: 1 }),
        new Map<string, Value>([
          ['page', hashOf({ title })],
          ['site', hashOf({ title })],
        ]),
      ).output
    expect(render("{% include_cached card.html title='x' %}", 'one')).toBe('<x|one>')
    expect(render("{% include_cached card.html title='x' %}", 'two')).toBe('<x|one>')
    expect(render("{% include_cached card.html title='y' %}", 'two')).toBe('<y|two>')
    expect(render('{% include_cached page.html %}', 'one')).toBe('<one>')
    expect(render('{% include_cached page.html %}', 'two')).toBe('<one>')
  })
})

describe("Jekyll's other tags", () => {
  it('link to files', () => {
    expect(render('{% link docs/a.md %} {% link img.png %} {% link docs/{{ x }}.md %}', { x: 'a' })).toBe(
      '/base/docs/a.html /base/img.png /base/docs/a.html',
    )
    expect(() => render('{% link nope.md %}')).toThrow("Could not find document 'nope.md' in tag 'link'.")
  })

  it('link to posts', () => {
    expect(render('{% post_url 2024-01-02-first %} {% post_url sub/2024-01-03-second %}')).toBe(
      '/base/2024/01/02/first.html /base/2024/01/03/second.html',
    )
    expect(() => render('{% post_url nope %}')).toThrow('Could not parse name of post "nope"')
    expect(() => render('{% post_url 2024-01-09-nope %}')).toThrow('Could not find post')
  })

  it('highlight code', () => {
    expect(render('{% highlight ruby %}\nx = {{ 1 }}\n{% endhighlight %}')).toBe(
      '<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby"><i>ruby:x = 1</i></code></pre></figure>',
    )
    const plain: SiteAccess = { config: hashOf({ highlighter: 'none' }) }
    expect(render('{% highlight c++ %}a<b{% endhighlight %}', {}, { site: plain })).toContain(
      '<code class="language-c--" data-lang="c++">a&lt;b</code>',
    )
  })
})

class PageView extends Drop {
  override readonly isHash = true
  override readonly readId: string
  override readonly readList = 'site.pages'
  readonly #data: Readonly<Record<string, Value>>

  constructor(id: string, data: Readonly<Record<string, Value>>) {
    super()
    this.readId = id
    this.#data = data
  }

  get(key: string): Value {
    return Object.hasOwn(this.#data, key) ? this.#data[key] : null
  }

  keys(): readonly string[] {
    return Object.keys(this.#data)
  }

  override inspectText(): string {
    return `#<Page ${this.readId}>`
  }
}

class DocumentView extends PageView {
  override readonly isHash = false as unknown as true
  override readonly rubyClass = 'Jekyll::Drops::DocumentDrop'
  override text(): string {
    return 'the content'
  }
}

const makePages = (count: number): readonly PageView[] =>
  nameList(
    Array.from(
      { length: count },
      (_, index) =>
        new PageView(`p${index}.md`, {
          title: `T${index}`,
          book: `b${index % 3}`,
          n: count - index,
          draft: index % 2 === 0,
        }),
    ),
    'site.pages',
  )

describe('drops', () => {
  const page = new PageView('p.md', { title: 'T', tags: ['a'] })
  const document = new DocumentView('d.md', { title: 'D' })

  it('print, iterate and compare as what they stand for', () => {
    expect(render('{{ page }}', { page })).toBe('{"title"=>"T", "tags"=>["a"]}')
    expect(render('{{ list }}{{ doc }}', { list: [document], doc: document })).toBe('the contentthe content')
    expect(render('{{ list | inspect }}', { list: [page, document] })).toBe('[#&lt;Page p.md&gt;, #&lt;Page d.md&gt;]')
    expect(render('{{ doc | inspect }}', { doc: document })).toBe('{\n  &quot;title&quot;: &quot;D&quot;\n}')
    expect(render('{% for pair in page %}{{ pair[0] }}={{ pair[1] }} {% endfor %}', { page })).toBe('title=T tags=a ')
    expect(render('{{ page.size }}{% if page == page %}={% endif %}{{ page.nope }}', { page })).toBe('2=')
    expect(render('{{ page | jsonify }}', { page })).toBe('{"title":"T","tags":["a"]}')
    expect(render('{{ page contains "x" }}{% if page contains "title" %}y{% endif %}', { page })).toContain('y')
  })

  it('give no way to what is behind them', () => {
    const keys = ['constructor', '__proto__', 'toString', 'get', 'hasOwnProperty', 'length.constructor']
    for (const key of keys) {
      expect(
        render(`[{{ page.${key} }}{{ h.${key} }}{{ a.${key} }}{{ s.${key} }}]`, { page, h: new Map(), a: [], s: 'x' }),
      ).toBe('[]')
      expect(render(`[{{ page['${key}'] }}{{ ${key} }}{{ a | map: '${key}' }}]`, { page, a: [page] })).toBe('[]')
      expect(render(`{{ 'x' | ${key} }}`)).toBe('x')
    }
  })
})

describe('lists', () => {
  const pages = makePages(60)
  const data = (): Record<string, Value> => ({ site: hashOf({ pages }), plain: [...pages], page: pages[4] })

  it('answer filters over a stable list as over any other', () => {
    const pipelines = [
      'where: "book", page.book | sort: "n" | map: "title" | join: " "',
      'where: "draft", true | size',
      'where: "nope", nil | size',
      'where_exp: "p", "p.book == page.book" | map: "n" | join: ","',
      'where_exp: "p", "p.book == page.book and p.n > 40" | map: "n" | join: ","',
      'where_exp: "p", "p.n > 55 or p.book == nil" | map: "n" | join: ","',
      'group_by: "book" | map: "name" | join: ","',
      'find: "title", "T7" | jsonify',
      'find_exp: "p", "p.title == \'T9\'" | jsonify',
      'sort: "title" | map: "title" | first',
      'where: "book", "b1" | where: "draft", false | size',
      'reverse | map: "n" | first',
    ]
    for (const pipeline of pipelines) {
      const stable = render(`{% assign x = site.pages | ${pipeline} %}{{ x }}`, data())
      expect([pipeline, stable]).toEqual([pipeline, render(`{% assign x = plain | ${pipeline} %}{{ x }}`, data())])
      expect(render(`{% assign x = site.pages | ${pipeline} %}{{ x }}`, data())).toBe(stable)
    }
  })

  it('see the content of their members as it is now', () => {
    let content = 'source'
    class Rendered extends PageView {
      override get(key: string): Value {
        return key === 'content' ? content : super.get(key)
      }
    }
    const list = nameList(
      Array.from({ length: 20 }, (_, index) => new Rendered(`${index}`, {})),
      'rendered',
    )
    const source = '{{ list | where: "content", "html" | size }}'
    expect(render(source, { list })).toBe('0')
    content = 'html'
    expect(render(source, { list })).toBe('20')
  })

  it('are not sorted again for every page', () => {
    let reads = 0
    class Counting extends PageView {
      override get(key: string): Value {
        reads++
        return super.get(key)
      }
    }
    const counted = nameList(
      Array.from({ length: 50 }, (_, index) => new Counting(`${index}`, { book: 'b', n: 50 - index })),
      'counted',
    )
    const source = '{% assign x = list | where: "book", "b" | sort: "n" %}{{ x.size }}'
    render(source, { list: counted })
    const first = reads
    render(source, { list: counted })
    expect(reads).toBe(first)
    expect(first).toBe(100)
  })
})

describe('reads', () => {
  const pages = makePages(300)
  const readsOf = (source: string): ReadLog => {
    const reads = createReadLog()
    render(source, { site: hashOf({ pages }), page: pages[1] }, { context: { reads } })
    return reads
  }

  it('of single objects are noted by property', () => {
    const { objects, lists } = readsOf('{{ page.title }}{% if page.n == 3 %}{{ page.book }}{% endif %}')
    expect([...objects]).toEqual([['p1.md', new Set(['title', 'n'])]])
    expect(lists.size).toBe(0)
  })

  it('of a filtered list are a projection and its members', () => {
    const source =
      '{% assign x = site.pages | where: "book", "b0" | sort: "n" %}{% for p in x limit: 2 %}{{ p.title }}{% endfor %}'
    for (const { objects, lists } of [readsOf(source), readsOf(source)]) {
      expect([...lists]).toEqual([['site.pages', new Set(['book', 'n'])]])
      expect([...objects.keys()]).toEqual(['p297.md', 'p294.md'])
    }
  })

  it('of very many members are a projection', () => {
    const { objects, lists } = readsOf(
      '{% for p in site.pages %}{{ p.title }}{% if p.draft %}{{ p.n }}{% endif %}{% endfor %}',
    )
    expect(objects.size).toBe(0)
    expect([...lists]).toEqual([['site.pages', new Set(['title', 'draft', 'n'])]])
  })

  it('of whole objects are noted as such', () => {
    expect([...readsOf('{{ page | jsonify }}').objects]).toEqual([['p1.md', new Set(['*'])]])
    expect([...readsOf('{{ site.pages | jsonify | size }}').lists]).toEqual([['site.pages', new Set(['*'])]])
  })

  it('of includes and links are noted', () => {
    const reads = createReadLog()
    render("{% include card.html title='x' %}{% link docs/a.md %}", {}, { context: { reads } })
    expect([...reads.includes]).toEqual(['_includes/card.html'])
    expect([...reads.links]).toEqual(['docs/a.md'])
  })
})

describe('limits', () => {
  it('hold on time, size and ranges', () => {
    const loop = '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}'
    expect(failure(loop, {}, { limits: { renderTime: 50 } }).message).toContain('Render time exceeded')
    expect(failure(loop, {}, { limits: { outputSize: 10_000 } }).message).toContain('Memory limits exceeded')
    expect(failure('{% for a in (1..9999999999) %}x{% endfor %}').message).toContain('Memory limits exceeded')
    const doubling = `{% assign s = "xxxxxxxxxx" %}{% for i in (1..99) %}{% assign s = s | append: s %}{% endfor %}{{ s }}`
    expect(failure(doubling).message).toContain('Memory limits exceeded')
    const unprinted = '{% assign s = "x" %}{% for i in (1..14) %}{% assign s = s | append: s %}{% endfor %}'
    expect(failure(unprinted, {}, { limits: { outputSize: 10_000 } }).message).toContain('Memory limits exceeded')
    expect(() => inspectString('x'.repeat(2 ** 26 + 1))).toThrow(RangeError)
  })

  it('leave no pattern that takes forever', () => {
    const long = 'a'.repeat(50_000)
    for (const source of [
      `{% assign ${long} %}`,
      `{% if ${long} ${'a '.repeat(20_000)}%}{% endif %}`,
      `{{ ${'"x" | '.repeat(2000)} }}`,
      `{% include a.html ${'x="1" '.repeat(2000)} y %}`,
      `{% for x in ${'('.repeat(20_000)} %}{% endfor %}`,
      '{{ '.repeat(20_000),
      '{% '.repeat(20_000),
      `{{ '${'<script'.repeat(20_000)}' | strip_html }}`,
      `{{ '${'%'.repeat(50_000)}' | url_decode }}`,
      `{{ '${' '.repeat(50_000)}x' | rstrip | strip }}`,
      `{{ '${'1'.repeat(120)}' | date: '%Y' }}`,
    ]) {
      try {
        render(source)
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }
  })
})

describe('counters and profile', () => {
  it('go on over the renders of a page', () => {
    const counters = new Map<string, Value>()
    const context = { counters }
    expect(render('{% increment x %}{% increment x %}', {}, { context })).toBe('01')
    expect(render('{% increment x %}{{ x }}', {}, { context })).toBe('23')
  })

  it('count files, bytes and renders', () => {
    const profile = new Map()
    render("{% include card.html title='é' %}{% include card.html %}", {}, { context: { profile } })
    expect(profile.get('_includes/card.html')).toMatchObject({ count: 2, bytes: 8 })
    expect(profile.get('page.md')).toMatchObject({ count: 1, bytes: 8 })
  })
})

const setting: TagDefinition['compile'] = (markup) => (scope) => {
  scope.setVariable(markup.trim(), 'set')
  return ''
}

describe('extra tags and filters', () => {
  it('report mistakes at their own place', () => {
    const compile = () => (): string => {
      throw new UserError('no such thing')
    }
    const error = failure('a\n {% bad %}', {}, { tags: new Map([['bad', { compile }]]) })
    expect(error.message).toBe('no such thing')
    expect(error.place).toEqual({ path: 'page.md', line: 5, column: 2 })
  })

  it('take the place of built-in ones and see their render', () => {
    const options: EngineOptions = {
      filters: new Map([['upcase', { apply: (input) => `<${String(input)}>`, arity: [0, 0] as const }]]),
      tags: new Map<string, TagDefinition>([
        [
          'shout',
          {
            block: true,
            compile: (markup) => (scope) => `${scope.body()}${markup}${String(scope.evaluate('x | plus: 1'))}`,
          },
        ],
        ['set', { compile: setting }],
      ]),
    }
    expect(render('{{ "a" | upcase }}{% shout ! %}b{% endshout %}{% set v %}{{ v }}', { x: 1 }, options)).toBe(
      '<a>b! 2set',
    )
    expect(failure('{{ "a" | upcase: 1 }}', {}, options).message).toContain(
      'wrong number of arguments (given 2, expected 1)',
    )
  })
})
