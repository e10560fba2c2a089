/**
 * From the outbox to the queue: poked after each commit, and by a timer, so that a queue that was emptied costs seconds
 * and no message. A message that waits in the queue already is not added again. While the queue is away, this process
 * sends by itself.
 */
import type { Log } from '../src/ports/log.ts'
import type { Queues } from './queues.ts'
import { startPoll, type Poll } from './poll.ts'
import type { Sendable } from './sendable.ts'

type RelayParts = {
  readonly sendable: () => Promise<readonly Sendable[]>
  readonly queues: Pick<Queues, 'add'>
  readonly sendHere: (messages: readonly Sendable[]) => Promise<unknown>
  readonly log: Log
  readonly everyMs: number
}

export function startRelay({ sendable, queues, sendHere, log, everyMs }: RelayParts): Poll {
  return startPoll(async () => {
    try {
      const messages = await sendable()
      await queues.add(messages).catch((error: unknown) => {
        log.error('queue-away', error)
        return sendHere(messages)
      })
    } catch (error) {
      log.error('relay-failed', error)
    }
  }, everyMs)
}
