/** The queue as a model: what waits in it, once each; it can be emptied, be away, and outlives every process. */
import type { MessageId } from '../../src/ids.ts'
import type { Queues } from '../../jobs/queues.ts'

export type Queue = Pick<Queues, 'add'> & {
  away: boolean
  /** Each is told when something came. */
  readonly workers: Set<() => void>
  readonly next: () => MessageId | undefined
  readonly empty: () => void
  readonly size: () => number
}

export function openQueue(): Queue {
  const jobs: { id: MessageId; urgent: boolean }[] = []
  const queue: Queue = {
    away: false,
    workers: new Set(),
    add(messages) {
      if (queue.away) return Promise.reject(new Error('the queue is away'))
      for (const { id, urgent } of messages) if (!jobs.some((job) => job.id === id)) jobs.push({ id, urgent })
      for (const work of queue.workers) work()
      return Promise.resolve()
    },
    next() {
      if (queue.away || jobs.length === 0) return undefined
      const [job] = jobs.splice(
        Math.max(
          0,
          jobs.findIndex(({ urgent }) => urgent),
        ),
        1,
      )
      return job?.id
    },
    empty: () => void jobs.splice(0),
    size: () => jobs.length,
  }
  return queue
}
