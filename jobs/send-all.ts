/** Sends what may be sent now, past the queue. */
import type { Deliver } from './deliver.ts'
import type { Sendable } from './sendable.ts'

const atOnce = 8

/**
 * Sends what may be sent now past the queue, by the same leases: the second to come finds nothing to do. False when
 * there was nothing.
 */
export async function sendAll(messages: readonly Sendable[], { deliver }: Pick<Deliver, 'deliver'>): Promise<boolean> {
  let some = false
  for (let first = 0; first < messages.length; first += atOnce) {
    const taken = await Promise.all(messages.slice(first, first + atOnce).map(({ id }) => deliver(id)))
    some ||= taken.includes(true)
  }
  return some
}
