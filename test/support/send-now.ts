/** Sends one message as the product does, as if it had been on its way already: whatever state it is in, it is tried. */
import { randomUUID } from 'node:crypto'
import { createOutbox } from '../../adapters/postgres/outbox/outbox.ts'
import { createCircuits } from '../../jobs/circuits.ts'
import { createDeliver } from '../../jobs/deliver.ts'
import type { MessageId } from '../../src/ids.ts'
import { createStillTrue } from '../../src/say-instead.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import type { Bot } from './bot.ts'
import { silentLog } from './silent-log.ts'
import { slackAccount } from './tiny-messenger.ts'

const takesAll: Messenger = {
  serves: () => Promise.resolve(true),
  accountOf: () => Promise.resolve(undefined),
  post: (_, __, marker) => Promise.resolve({ way: 'slack', conversation: 'D', message: marker }),
  find: () => Promise.resolve('no'),
}

/** Its state after that: `sent`, or `withdrawn` where it no longer holds. */
export async function sendNow(bot: Bot, key: string): Promise<string> {
  const { db, clock } = bot
  await db
    .updateTable('outbox')
    .set({
      state: 'waiting',
      not_before: clock.now(),
      lease_until: null,
      settled_at: null,
      taken_at: null,
      tried_at: '[]',
      copies: 0,
    })
    .where('key', '=', key)
    .execute()
  const { id } = await db.selectFrom('outbox').select('id').where('key', '=', key).executeTakeFirstOrThrow()
  const { deliver } = createDeliver({
    outbox: createOutbox(db),
    placeOf: (user) => Promise.resolve({ account: slackAccount(user), messenger: takesAll }),
    circuits: createCircuits(clock),
    stillTrue: createStillTrue({ store: bot.store, clock, partnership: bot.inForce, newId: randomUUID }),
    tellUndelivered: () => Promise.resolve(),
    tellAtFault: () => Promise.resolve(),
    closeAccount: () => Promise.resolve(),
    workingMoment: (at) => at,
    clock,
    log: silentLog,
    callTimeoutMs: 10_000,
  })
  await deliver(id as MessageId)
  return (await db.selectFrom('outbox').select('state').where('key', '=', key).executeTakeFirstOrThrow()).state
}
