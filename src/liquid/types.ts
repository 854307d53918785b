import type { Drop } from '../util/drop.ts'
import type { Place, Warning } from '../util/error.ts'
import type { Hash, TimeValue, Value } from '../util/value.ts'
import type { TagBuilder } from './parser.ts'

// What the layers above say to the Liquid engine and get back from it.

export type ErrorMode = 'lax' | 'warn' | 'strict'

export interface EngineOptions {
  /** How malformed markup is taken: read as far as possible, the same with a warning (Jekyll's default), or refused. */
  readonly errorMode?: ErrorMode | undefined
  readonly strictFilters?: boolean | undefined
  readonly strictVariables?: boolean | undefined
  /** Does `blank` in a condition ask for Ruby on Rails' blank? By default nothing is blank, as there is no such question in Ruby. */
  readonly knowsBlank?: boolean | undefined
  /** Jekyll's tags and filters on. False is bare Liquid 4.0.4 with its own `include`. */
  readonly jekyll?: boolean | undefined
  /** IANA name of the site's local time; the process's own zone where it is not given. */
  readonly timezone?: string | undefined
  /** What `'now' | date` means; the clock where it is not given. */
  readonly now?: TimeValue | undefined
  readonly site?: SiteAccess | undefined
  /** More tags and filters, by name; they win over the built-in ones. `adaptLiquidjs` makes them from liquidjs plugins. */
  readonly tags?: ReadonlyMap<string, TagDefinition | AdaptedTag> | undefined
  readonly filters?: ReadonlyMap<string, FilterDefinition> | undefined
  readonly limits?: Partial<Limits> | undefined
}

export interface Limits {
  /** How deep includes may nest. Default 100. */
  readonly includeDepth: number
  /** Milliseconds that one render may take. Default 60,000. */
  readonly renderTime: number
  /** Characters that one render may put out. Default 100 million. */
  readonly outputSize: number
}

/** What the engine may ask of the site around a template. Every part is optional: what is missing is an error when a template needs it. */
export interface SiteAccess {
  /** `site.config`: url, baseurl, highlighter ... */
  readonly config: Hash
  /** The include of that name, from the first includes folder that has it; never a file outside those folders. */
  findInclude?(name: string): IncludeSource | undefined
  /** Names of all includes, for suggestions. */
  includeNames?(): readonly string[]
  /** The includes folders as an error message lists them. */
  includeDirs?(): readonly string[]
  /** A file by its name relative to a page's folder, for include_relative; never one outside the site. */
  findRelative?(dir: string, name: string): IncludeSource | undefined
  /** The URL of the page, document or static file with exactly this relative path (static files begin with a slash). */
  linkUrl?(relativePath: string): string | undefined
  /** All posts in the order of `site.posts.docs` (oldest first), for post_url. */
  posts?(): readonly PostLink[]
  /**
   * The inside of `<pre><code>` for a highlight block, before its outer markup: spans for "rouge" (a table with `linenos`).
   * Undefined where the language is not known.
   */
  highlight?(code: string, language: string, options: HighlightOptions): string | undefined
  markdownify?(text: string): string
  smartify?(text: string): string
  scssify?(text: string): string
  sassify?(text: string): string
}

export interface IncludeSource {
  /** Relative to the site's source, as errors and profiles name it. Identifies the source: the same path has the same text. */
  readonly path: string
  readonly source: string
}

export interface PostLink {
  /** `_posts/2024-01-02-name.md` or `dir/_posts/...`. */
  readonly relativePath: string
  readonly url: string
  readonly date: TimeValue
  /** `data["slug"]`. */
  readonly slug: string
  /** Name without the `_posts/` part, with subfolders, as advice names it: `sub/2024-01-02-name.md`. */
  readonly basename: string
}

export interface HighlightOptions {
  readonly lineNumbers: 'inline' | 'table' | undefined
  readonly markLines: readonly number[] | undefined
}

export interface Engine {
  /**
   * Parses a template. `place.line` is the line of the source's first line in its file, so that errors count front matter.
   * Throws UserError for what Liquid refuses; what it tolerates with a remark is in `warnings` of the template.
   */
  parse(source: string, place: SourcePlace): Template
  /** Throws UserError where Jekyll's build stops. */
  render(template: Template, globals: Globals, context?: RenderContext): RenderResult
  /** Names of everything a template can use, for the handbook's tables. */
  readonly tagNames: readonly string[]
  readonly filterNames: readonly string[]
}

export interface SourcePlace {
  readonly path: string
  readonly line: number
}

/** A parsed template. Keep it as long as its source does not change, and render it as often as needed. */
export interface Template {
  readonly place: SourcePlace
  readonly warnings: readonly Warning[]
}

/** The variables a template begins with: `site`, `page`, `layout`, `content` ... */
export type Globals = ReadonlyMap<string, Value>

export interface RenderContext {
  /** The page being rendered, for include_relative and for errors in its layouts. */
  readonly page?: RenderedPage | undefined
  /** `{% increment %}` counters: hand one map to all renders of a page (content and layouts) and they go on counting. */
  readonly counters?: Map<string, Value> | undefined
  /** Where reads are noted; share one among all renders of a page. */
  readonly reads?: ReadLog | undefined
  /** Time and counts per file are added here (`--profile`). */
  readonly profile?: Profile | undefined
  /** Where `include_cached` keeps what it has rendered; the engine itself where there is none. */
  readonly cachedIncludes?: CachedIncludes | undefined
  /** What tags remember beyond this render; nothing where there is none. */
  readonly memory?: RenderMemory | undefined
  /**
   * Errors: thrown at once (Jekyll, the default), or printed in the output as `Liquid error (line 1): ...` and
   * given back as warnings.
   */
  readonly errors?: 'throw' | 'print' | undefined
}

/** What one template's tags remember from one rendering to the next. */
export interface TemplateMemory {
  readonly cycles: Map<unknown, number>
  /** Where the loops have come to that one with `offset: continue` goes on from. */
  readonly forOffsets: Map<string, number>
  lastChanged: string | undefined
}

/** What lasts longer than a render. Asked for by the tags alone that need it, for pages that ask depend on those before them. */
export interface RenderMemory {
  /** The counters of all pages. */
  counters(): Map<string, Value>
  /** Of the template that is rendered; undefined for one that is rendered once. */
  readonly template: (() => TemplateMemory) | undefined
}

/** An include as it was rendered for the first page that asked for it. */
export interface KeptInclude {
  readonly output: string
  readonly log: ReadLog
}

/** What `include_cached` has rendered, by file and parameters. `isLocal`: a parameter is an object without a name, known to this engine alone. */
export interface CachedIncludes {
  find(key: string, isLocal: boolean): KeptInclude | undefined
  keep(key: string, kept: KeptInclude): void
}

export interface RenderedPage {
  /** Source path relative to the site's source. */
  readonly path: string
  /** Its folder, '' at the top. */
  readonly dir: string
}

export interface RenderResult {
  readonly output: string
  readonly warnings: readonly Warning[]
}

/**
 * What a render has read, for incremental builds. Names are the caller's own: a drop's `readId`, and the name given to a list by
 * `nameList`. A set of property names belongs to each; '*' means the whole object.
 */
export interface ReadLog {
  /** Properties of single named objects. */
  readonly objects: Map<string, ReadonlySet<string>>
  /** Projections: properties read of every member of a list; an empty set means its members' identity and order alone. */
  readonly lists: Map<string, ReadonlySet<string>>
  /** Paths of the includes that were rendered, and of files that tags read. */
  readonly includes: Set<string>
  /** Targets of link and post_url tags. */
  readonly links: Set<string>
}

/** Per file: how often it was rendered, bytes put out, milliseconds. */
export type Profile = Map<string, { count: number; bytes: number; time: number }>

// --- extra tags and filters ---------------------------------------------------------------------------------------------

/** A filter: input, then the evaluated arguments; keyword arguments come last as one Hash. */
export interface FilterDefinition {
  readonly apply: (this: void, input: Value, args: readonly Value[], scope: FilterScope) => Value
  /** How many arguments besides the input; anything where it is not given. */
  readonly arity?: readonly [min: number, max: number] | undefined
}

/** What a filter may see of its render. */
export interface FilterScope {
  readonly site: SiteAccess | undefined
  variable(name: string): Value
  warn(message: string): void
}

/** A tag that renders by itself, or a block up to `{% end<name> %}` where `block` is true. */
export interface TagDefinition {
  readonly block?: boolean | undefined
  /** Called once where the tag is parsed; what it returns is called at each render. */
  readonly compile: (this: void, markup: string, place: Place) => TagRenderer
}

/** A tag that `adaptLiquidjs` made: opaque. */
export interface AdaptedTag {
  readonly adapted: TagBuilder
}

export type TagRenderer = (this: void, scope: TagScope) => string

export interface TagScope extends FilterScope {
  /** Evaluates a Liquid expression (a variable with its filters). */
  evaluate(expression: string): Value
  /** The block's body, rendered; '' for a tag without one. */
  body(): string
  setVariable(name: string, value: Value): void
  /** Notes that the page depends on a file, as it does on its includes; the path is relative to the site's source. */
  noteFile(path: string): void
  readonly page: RenderedPage | undefined
}

export type { Drop, Hash, Place, Value, Warning }
