// CoffeeScript is not compiled here: a file that would need it is written as it stands, with advice. Counterpart: jekyll-coffeescript.
import type { Page } from '../model/site.ts'
import type { PluginFactory } from './plugin.ts'

const isCoffee = ({ extension }: Page): boolean => /^\.(?:coffee|litcoffee)$/i.test(extension)

export const coffeescript: PluginFactory = () => ({
  name: 'jekyll-coffeescript',
  generate: (site, context) => {
    for (const page of site.pages.filter(isCoffee)) {
      const script = page.relativePath.replace(/\.[^.]*$/, '.js')
      context.warn({
        message: `Octavo does not compile CoffeeScript: ${page.relativePath} is written as it stands`,
        place: { path: page.relativePath },
        advice: `Compile it once (npx --package coffeescript coffee -c ${page.relativePath}), commit ${script} and delete the .coffee file; front matter goes with it.`,
      })
    }
    return site
  },
})
