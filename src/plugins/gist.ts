// {% gist user/id file %}: the script that shows a gist. Counterpart: jekyll-gist. Nothing is fetched while building, so there is no
// <noscript> copy of the gist's text.
import type { TagDefinition } from '../liquid/index.ts'
import { UserError } from '../util/error.ts'
import { textOf } from '../util/inspect.ts'
import type { PluginFactory } from './plugin.ts'

const gistTag: TagDefinition = {
  compile: (markup, place) => {
    const match = /^(\S+|.*(?=\/).+)\s?(\S*)$/.exec(markup.trim())
    return (scope) => {
      // The markup is looked at where the tag is shown, and nowhere else.
      if (!match)
        throw new UserError("Syntax error in tag 'gist'", {
          place,
          advice: 'Write {% gist user/1234567 %} or {% gist user/1234567 file.rb %}.',
        })
      const [, id = '', file = ''] = match
      const resolve = (name: string): string => {
        const value = /^[A-Za-z_][\w.-]*$/.test(name) ? scope.evaluate(name) : null
        return value === null || value === undefined ? name : textOf(value)
      }
      const name = resolve(file.trim())
      return `<script src="https://gist.github.com/${resolve(id.trim())}.js${name === '' ? '' : `?file=${name}`}"> </script>`
    }
  },
}

export const gist: PluginFactory = () => ({ name: 'jekyll-gist', parallel: true, tags: { gist: gistTag } })
