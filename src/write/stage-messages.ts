// What a stage and its thread say to each other.
import type { Output } from '../model/output.ts'

/** A body, where it is to be in the end, and the file that it is put in until then. */
export interface Order {
  readonly body: Output['body']
  readonly target: string
  readonly file: string
}

/** An empty list says that no more will come. */
export type Orders = readonly Order[]

/** What came of an order: the target holds the body already, it lies in the file, or neither. */
export type Outcome = 'held' | 'put' | 'failed'

/** The outcomes of all orders, in their order: the thread's only message. */
export type Outcomes = readonly Outcome[]
