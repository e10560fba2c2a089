import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { forgettingDrafts } from '../../adapters/postgres/drafts.ts'
import { forgettingAnswered } from '../../adapters/postgres/transaction/forget-answered.ts'
import { startForgetting } from '../../jobs/forget.ts'
import { manualClock } from '../support/manual-clock.ts'
import { outboxForTest } from '../support/outbox.ts'
import { silentLog } from '../support/silent-log.ts'

let t: Awaited<ReturnType<typeof outboxForTest>>
beforeAll(async () => {
  t = await outboxForTest()
})
afterAll(() => t.drop())

it('forgets what was answered more than two days ago and what was typed more than a day ago, and nothing else', async () => {
  const clock = manualClock('2026-03-04T12:00:01Z')
  const answeredAt = (key: string, at: string) => ({ key, answer: null, at: new Date(at) })
  await t.db
    .insertInto('answered')
    .values([answeredAt('old', '2026-03-02T12:00:00Z'), answeredAt('young', '2026-03-02T12:00:02Z')])
    .execute()

  const typedAt = (form: string, at: string) => ({
    ...{ person: 'iro', form, ask: '{"ask":"set-away"}', at: new Date(at) },
    ...{ key: Buffer.of(1), words: Buffer.of(1) },
  })
  await t.db
    .insertInto('drafts')
    .values([typedAt('old', '2026-03-03T12:00:00Z'), typedAt('young', '2026-03-03T12:00:02Z')])
    .execute()

  const forgetting = startForgetting({
    forgetAnswered: forgettingAnswered(t.db),
    forgetDrafts: forgettingDrafts(t.db),
    clock,
    log: silentLog,
    everyMs: 1_000_000,
  })
  onTestFinished(() => forgetting.stop())

  await vi.waitFor(async () =>
    expect(await t.db.selectFrom('answered').select('key').execute()).toEqual([{ key: 'young' }]),
  )
  await vi.waitFor(async () =>
    expect(await t.db.selectFrom('drafts').select('form').execute()).toEqual([{ form: 'young' }]),
  )
})
