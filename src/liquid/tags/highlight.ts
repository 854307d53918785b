import { textOf } from '../../util/inspect.ts'
import { downcase, strip } from '../../util/ruby-text.ts'
import { createBody } from '../block.ts'
import { RubyError } from '../errors.ts'
import { escapeHtml } from '../filters/text.ts'
import type { TagBuilder } from '../parser.ts'
import { rubyPattern } from '../pattern.ts'
import type { Runtime } from '../runtime.ts'
import type { HighlightOptions } from '../types.ts'

// highlight: a block of code, coloured.

const MARKUP = rubyPattern('^([a-zA-Z0-9.+#_-]+)((\\s+\\w+(=(\\w+|"([0-9]+\\s)*[0-9]+"))?)*)$', 'm')
const OPTIONS = /(?:\w="[^"]*"|\w=\w|\w)+/g

type OptionValue = string | true | readonly string[]
type Options = ReadonlyMap<string, OptionValue>

const parseOptions = (text: string): Options =>
  new Map(
    (text.match(OPTIONS) ?? []).map((option): [string, OptionValue] => {
      const [key = '', value] = option.split('=')
      if (value?.includes('"'))
        return [
          key,
          value
            .replaceAll('"', '')
            .split(/[ \t\r\n]+/)
            .filter(Boolean),
        ]
      return [key, value ?? true]
    }),
  )

const refuse = (markup: string): RubyError =>
  new RubyError(
    'SyntaxError',
    `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\nValid syntax: highlight <lang> [linenos] [mark_lines="3 4 5"]\n\nSee https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting for more details.\n`,
  )

const markLines = (options: Options): readonly number[] | undefined => {
  const lines = options.get('mark_lines')
  if (lines === undefined) return undefined
  if (typeof lines === 'object') return lines.map(Number)
  throw new RubyError(
    'SyntaxError',
    'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.',
  )
}

const colour = (code: string, language: string, options: Options, runtime: Runtime): string => {
  const { site } = runtime
  const highlighter = site?.config.get('highlighter') ?? 'rouge'
  if (highlighter !== 'rouge' && highlighter !== 'pygments') return strip(escapeHtml(code))
  // quirk(jekyll): every kind of line numbers becomes Rouge's table.
  const lineNumbers: HighlightOptions['lineNumbers'] = options.has('linenos') ? 'table' : undefined
  return site?.highlight?.(code, language, { lineNumbers, markLines: markLines(options) }) ?? escapeHtml(code)
}

export const highlight: TagBuilder = (head, parser) => {
  const match = MARKUP.exec(head.markup.trim())
  if (!match) throw refuse(head.markup)
  const language = downcase(match[1]!)
  const options = parseOptions(match[2] ?? '')
  const content = createBody()
  parser.block(head, content)
  const body = parser.compile(content)
  const attributes = `class="language-${language.replaceAll('+', '-')}" data-lang="${language}"`
  return {
    render: (runtime) => {
      const prefix = textOf(runtime.find('highlighter_prefix'))
      const suffix = textOf(runtime.find('highlighter_suffix'))
      const code = body(runtime).replace(/^[\n\r]+/, '').replace(/(?<![\n\r])[\n\r]+$/, '') // biome-ignore format: one pipeline
      const coloured = colour(code, language, options, runtime).replace(/\r?\n$|\r$/, '')
      return `${prefix}<figure class="highlight"><pre><code ${attributes}>${coloured}</code></pre></figure>${suffix}`
    },
    kind: 'block',
    blank: content.blank,
  }
}
