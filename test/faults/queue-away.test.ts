import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { linked } from '../support/accounts.ts'
import { redisServer } from '../support/found.ts'
import { outboxForTest } from '../support/outbox.ts'
import { startRedis } from '../support/redis.ts'
import { slackAccount } from '../support/tiny-messenger.ts'
import { startTinyPlatform, type TinyPlatform } from '../support/tiny-platform.ts'
import { end, startWorkerProcess } from '../support/worker-process.ts'

describe.runIf(redisServer)('a worker whose Redis is gone', () => {
  let t: Awaited<ReturnType<typeof outboxForTest>>
  let platform: TinyPlatform
  beforeAll(async () => {
    t = await outboxForTest()
    platform = await startTinyPlatform()
    await linked(t.db, slackAccount('U-amy'), 'amy')
  })
  afterAll(async () => {
    await platform.close()
    await t.drop()
  })

  it('sends by itself, and can still be stopped', async () => {
    const redis = await startRedis()
    const worker = startWorkerProcess({ databaseUrl: t.url, platformUrl: platform.url, redisUrl: redis.url })
    const first = await t.say({ at: realClock.now() })
    await vi.waitFor(async () => expect(await t.stateOf(first)).toBe('sent'), { timeout: 40_000 })

    await redis.stop()
    const second = await t.say({ at: realClock.now() })

    await vi.waitFor(async () => expect(await t.stateOf(second)).toBe('sent'), { timeout: 40_000 })
    expect(platform.posts.map(({ marker }) => marker)).toEqual([first, second])
    await end(worker, 'SIGTERM')
    expect(worker.exitCode).toBe(0)
  }, 120_000)
})
