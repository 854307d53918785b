// Rendering: its one door.
export { type Converted, type ConvertedFile, type Converter, convertedExtension, isMarkdown } from './converters.ts'
export { type Extensions, noExtensions, type PageTransform } from './extensions.ts'
export { createMarkdownConverter, createSiteMarkdown } from './markdown.ts'
export { katexFolder, mathRules } from './math.ts'
export { type RenderedPage, type RenderedSite, type RenderOptions, renderSite } from './render-site.ts'
export { createPlainSass, createSassConverter, type SassConverter } from './sass.ts'
