/**
 * The one list of queues: on Redis, or on PostgreSQL when no Redis is given. A queue only spreads the work over
 * processes; what is to be done lies in the outbox, so an emptied queue loses nothing.
 */
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq'
import { z } from 'zod'
import { MessageId } from '../src/ids.ts'
import { platforms } from '../src/ids.ts'
import type { Platform } from '../src/ports/accounts.ts'
import type { Log } from '../src/ports/log.ts'
import type { Sendable } from './sendable.ts'
import { within } from '../doors/within.ts'

/** One queue for each platform, so that one that hangs fills its own places only. Names are stored: they only grow. */
const deliverQueues = {
  slack: { name: 'deliver-slack', atOnce: 8 },
  teams: { name: 'deliver-teams', atOnce: 8 },
  web: { name: 'deliver-web', atOnce: 4 },
} as const satisfies Record<Platform, { name: string; atOnce: number }>

/** The job's id is the message's, so that a message waits in a queue once. */
const DeliverJob = z.object({ message: MessageId })
type DeliverJob = z.infer<typeof DeliverJob>

/** Attempts and back-off belong to the outbox; a job that ended leaves its id free to be added again. */
const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true }

/** BullMQ takes the jobs that have no priority first, then by their number. */
const [routine, redraw] = [{ priority: 1 }, { priority: 2 }]

type QueueTimes = {
  /** A job whose worker died is free again after one to two of these: sooner than the lease of its message. */
  readonly lockMs: number
  /** The relay rings again soon: better than to hang with it while the queue is away. */
  readonly addMs: number
  /** With no job in hand: if it takes longer the queue is down, so do not wait. */
  readonly closeMs: number
}

const usualTimes: QueueTimes = { lockMs: 6_000, addMs: 5_000, closeMs: 6_000 }

export type Queues = {
  /** Adds those that do not wait there already. */
  add(messages: readonly Sendable[]): Promise<void>
  /** Starts to work on what is there. */
  work(deliver: (message: MessageId) => Promise<void>): void
  /** Whether the queue answers. */
  answers(): Promise<boolean>
  /** Takes no further job, waits until those in hand have ended, and leaves. */
  close(inHand: () => Promise<unknown>): Promise<void>
}

type QueuesParts = {
  readonly redisUrl?: string
  readonly databaseUrl: string
  readonly log: Log
  readonly times?: QueueTimes
}

export function openQueues({ redisUrl, databaseUrl, log, times = usualTimes }: QueuesParts): Queues {
  const workerOptions = { lockDuration: times.lockMs, stalledInterval: times.lockMs / 2 }
  const open = redisUrl ? onRedis(redisUrl) : onPostgres(databaseUrl)
  const opened = platforms.map((platform) => {
    const queue = open.queue(deliverQueues[platform].name)
    queue.on('error', (error) => log.error('queue-failed', error, { platform }))
    return { platform, queue }
  })
  const workers: ReturnType<typeof open.worker>[] = []

  return {
    async add(messages) {
      await Promise.all(
        opened.map(async ({ platform, queue }) => {
          const jobs = messages.filter((message) => message.platform === platform).map(jobOf)
          if (jobs.length > 0) await within(times.addMs, queue.addBulk(jobs))
        }),
      )
    },
    work(deliver) {
      for (const { platform } of opened) {
        const { name, atOnce } = deliverQueues[platform]
        const worker = open.worker(name, { concurrency: atOnce, ...workerOptions }, ({ data }) =>
          deliver(DeliverJob.parse(data).message),
        )
        worker.on('error', (error) => log.error('queue-failed', error, { platform }))
        worker.on('failed', (job, error) => log.error('job-failed', error, { platform, message: job?.id }))
        workers.push(worker)
      }
    },
    async answers() {
      try {
        await Promise.all(opened.map(({ queue }) => within(times.addMs, queue.getWaitingCount())))
        return true
      } catch {
        return false
      }
    },
    async close(inHand) {
      const closed = Promise.all([...workers, ...opened.map(({ queue }) => queue)].map((one) => one.close()))
      await inHand()
      open.leave()
      await within(times.closeMs, closed).catch((error: unknown) => log.error('queue-failed', error))
    },
  }
}

const jobOf = ({ id, urgent, redraw: again }: Sendable) => ({
  name: 'deliver',
  data: { message: id },
  opts: { jobId: id, ...(again ? redraw : !urgent && routine) },
})

type Work = (job: { readonly data: unknown }) => Promise<void>
type WorkerOptions = Readonly<Record<'concurrency' | 'lockDuration' | 'stalledInterval', number>>

function onRedis(url: string) {
  const { Queue, Worker } = withBackend(createRedisBackend)
  let leaving = false
  const connection = {
    url,
    maxRetriesPerRequest: null, // BullMQ itself waits for a Redis that is away
    retryStrategy: (times: number) => (leaving ? null : Math.min(times * 200, 2_000)),
  }
  return {
    leave: () => void (leaving = true),
    queue: (name: string) => new Queue<DeliverJob>(name, { connection, defaultJobOptions: jobOptions }),
    worker: (name: string, options: WorkerOptions, work: Work) =>
      new Worker<DeliverJob, void>(name, work, { connection, ...options }),
  }
}

function onPostgres(connectionString: string) {
  const { Queue, Worker } = withBackend(createPostgresBackend)
  const connection = { connectionString, migrate: true, max: 3 } // into a schema of its own, `bullmq`
  return {
    leave: () => undefined,
    queue: (name: string) => new Queue<DeliverJob>(name, { connection, defaultJobOptions: jobOptions }),
    worker: (name: string, options: WorkerOptions, work: Work) =>
      new Worker<DeliverJob, void>(name, work, { connection, ...options }),
  }
}
