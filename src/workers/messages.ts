// What threads say to each other: plain values all of them.
import type { Books } from '../book/index.ts'
import type { Config } from '../model/config.ts'
import type { Site } from '../model/site.ts'
import type { ClaimMemory } from './claims.ts'
import type { Finished } from './share.ts'

/** What a thread is given to do. Plugins it makes anew from the configuration, as they were made for the build. */
export interface Work {
  readonly config: Config
  readonly site: Site
  readonly books: Books
  readonly claims: ClaimMemory
}

/** With which a thread starts that renders. */
export interface RenderStart extends Work {
  readonly task: 'render'
}

/** Pages that are done; the last message of a thread has none. */
export type Report = readonly Finished[]
