/** A worker on a real database, a real queue and the tiny platform, with a clock that stands still. */
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { createRedraws } from '../../adapters/postgres/outbox/redraws.ts'
import { openQueues, type Queues } from '../../jobs/queues.ts'
import { startWorker, type Worker, type WorkerParts } from '../../jobs/worker.ts'
import type { ManualClock } from './manual-clock.ts'
import type { outboxForTest } from './outbox.ts'
import { silentLog } from './silent-log.ts'
import { tinyMessenger } from './tiny-messenger.ts'

type WorkerWorld = {
  readonly t: Awaited<ReturnType<typeof outboxForTest>>
  readonly clock: ManualClock
  readonly platformUrl: string
  readonly settings: { readonly redisUrl?: string }
}

export function openQueuesForTest({ t, settings }: Pick<WorkerWorld, 't' | 'settings'>): Queues {
  return openQueues({ ...settings, databaseUrl: t.url, log: silentLog })
}

export function startWorkerForTest(world: WorkerWorld, given: Partial<WorkerParts> = {}): Worker {
  const { t, clock, platformUrl } = world
  return startWorker({
    ringNext: () => Promise.resolve(false),
    outbox: t.outbox,
    redraws: createRedraws(t.db),
    asItStands: ({ card }) => Promise.resolve(card),
    accounts: createAccounts(t.db, clock),
    stillHolds: () => true,
    messengers: { slack: tinyMessenger(platformUrl) },
    pages: true,
    tellUndelivered: () => Promise.resolve(),
    tellAtFault: () => Promise.resolve(),
    closeAccount: () => Promise.resolve(),
    forgetAnswered: () => Promise.resolve(),
    forgetDrafts: () => Promise.resolve(),
    stillTrue: () => Promise.resolve(true),
    workingMoment: (at) => at,
    late: createDue(t.db).late,
    clock,
    log: silentLog,
    queues: openQueuesForTest(world),
    callTimeoutMs: 1_000,
    everyMs: 100,
    ...given,
  })
}
