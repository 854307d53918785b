// Liquid as Jekyll runs it: templates in, text out.

export { Drop, type JsonState, MapDrop } from '../util/drop.ts'
export { createEngine } from './engine.ts'
export { RubyError } from './errors.ts'
export { adaptLiquidjs, type LiquidjsExtras } from './liquidjs.ts'
export { createReadLog, mergeReads, nameList } from './reads.ts'
export type {
  AdaptedTag,
  CachedIncludes,
  Engine,
  EngineOptions,
  ErrorMode,
  FilterDefinition,
  FilterScope,
  Globals,
  HighlightOptions,
  IncludeSource,
  KeptInclude,
  Limits,
  PostLink,
  Profile,
  ReadLog,
  RenderContext,
  RenderedPage,
  RenderMemory,
  RenderResult,
  SiteAccess,
  SourcePlace,
  TagDefinition,
  TagRenderer,
  TagScope,
  Template,
  TemplateMemory,
} from './types.ts'
