/** The two places where BullMQ keeps its jobs: every suite about queues runs on both. */
import { redisServer } from './found.ts'
import { startRedis } from './redis.ts'

type Backend = {
  readonly name: string
  readonly here: boolean
  /** What `openQueues` is given in addition to the database. */
  readonly start: () => Promise<{ readonly settings: { readonly redisUrl?: string }; stop(): Promise<void> }>
}

export const backends: readonly Backend[] = [
  {
    name: 'PostgreSQL',
    here: true,
    start: () => Promise.resolve({ settings: {}, stop: () => Promise.resolve() }),
  },
  {
    name: 'Redis',
    here: redisServer !== undefined,
    async start() {
      const redis = await startRedis()
      return { settings: { redisUrl: redis.url }, stop: () => redis.stop() }
    },
  },
]
