/** A worker as a process of its own, so that it can be killed. */
import { createAccounts } from '../../adapters/postgres/accounts/accounts.ts'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { createDue } from '../../adapters/postgres/outbox/due.ts'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createRedraws } from '../../adapters/postgres/outbox/redraws.ts'
import { openQueues } from '../../jobs/queues.ts'
import { startWorker } from '../../jobs/worker.ts'
import { silentLog as log } from '../support/silent-log.ts'
import { tinyMessenger } from '../support/tiny-messenger.ts'

const {
  DATABASE_URL: databaseUrl = '',
  REDIS_URL: redisUrl,
  PLATFORM_URL: platformUrl = '',
  CALL_TIMEOUT_MS,
} = process.env
const clock = realClock
const opened = openDatabase(databaseUrl, 6)
const { db } = opened

const worker = startWorker({
  ringNext: () => Promise.resolve(false),
  outbox: createOutbox(db),
  redraws: createRedraws(db),
  asItStands: ({ card }) => Promise.resolve(card),
  accounts: createAccounts(db, clock),
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
  late: createDue(db).late,
  clock,
  log,
  // what a process that was killed had in hand is free again within seconds
  queues: openQueues({
    databaseUrl,
    log,
    ...(redisUrl && { redisUrl }),
    times: { lockMs: 2_000, addMs: 1_000, closeMs: 1_000 },
  }),
  callTimeoutMs: Number(CALL_TIMEOUT_MS),
  everyMs: 200,
})

process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
