// A thread that puts bodies into files while pages are still rendered. What fails here is tried again, and told, in its turn.
import { parentPort } from 'node:worker_threads'
import { holds, putFile } from './put.ts'
import type { Order, Orders, Outcome } from './stage-messages.ts'

const outcomes: Outcome[] = []

const put = ({ body, target, file }: Order): Outcome => {
  if (holds(target, body)) return 'held'
  try {
    putFile(file, body)
    return 'put'
  } catch {
    return 'failed'
  }
}

parentPort?.on('message', (orders: Orders) => {
  for (const order of orders) outcomes.push(put(order))
  if (orders.length > 0) return
  parentPort?.postMessage(outcomes)
  parentPort?.close()
})
