// The converters of a site, each made when first needed.
import type { Config } from '../model/config.ts'
import type { Plugin } from '../plugins/index.ts'
import { type Converter, createMarkdownConverter, createSassConverter, createSiteMarkdown } from '../render/index.ts'
import { textOf } from '../util/inspect.ts'
import { lazy } from '../util/lazy.ts'

export const createProcessors = (config: Config, plugins: readonly Plugin[]) => {
  const markdown = lazy(() => createSiteMarkdown(config))
  const entities = textOf(config.kramdown.get('entity_output') ?? 'as_char').replace(/^:/, '')
  // What kramdown does where a text's encoding lacks the characters: they stay as they were written, or become numbers.
  const ascii = lazy(() => createSiteMarkdown(config, entities === 'as_char' ? { entity_output: 'as_ascii' } : {}))
  const sass = lazy(() => createSassConverter(config))
  const sassConverter: Converter = {
    name: 'sass',
    priority: 0,
    matches: (extension) => /^\.s[ac]ss$/i.test(extension),
    outputExtension: () => '.css',
    convert: (text, file) => sass().convert(text, file),
  }
  const converters = [
    ...plugins.flatMap((plugin) => plugin.converters ?? []),
    createMarkdownConverter(config, markdown, ascii),
    sassConverter,
  ]
  return { markdown, sass, converters }
}

export type Processors = ReturnType<typeof createProcessors>
