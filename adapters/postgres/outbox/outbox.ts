/**
 * The outbox: `waiting → sending → sent | on-page | undeliverable | unsure | withdrawn`, and `on-page → sent | unsure`
 * once its page was opened. In both open states nobody takes a message before `lease_until`: while it is sent that is the lease, while it waits it is the time of the next attempt.
 */
import { sql, type Kysely } from 'kysely'
import type { Receipt, Way } from '../../../src/ports/messenger.ts'
import type { Lease, Outbox } from '../../../src/ports/outbox.ts'
import type { Database } from '../schema/database.ts'
import { createPauses } from './pauses.ts'
import { createProcess } from './processes.ts'
import { readyAt } from './ready.ts'
import { take } from './take.ts'

const chats: ReadonlySet<Way> = new Set(['slack', 'teams'])

export function createOutbox(db: Kysely<Database>, process = createProcess(db)): Outbox {
  const ofLease = ({ id, attempts }: Lease) =>
    db.updateTable('outbox').where('id', '=', id).where('state', '=', 'sending').where('attempts', '=', attempts)
  const settle = async (lease: Lease, state: string, at: Date, result: Settled) => {
    const { way, ...kept } = result
    await ofLease(lease)
      .set({ ...kept, ...(way && { platform: way }), state, settled_at: at, lease_until: null })
      .execute()
    // Nothing lies where it could be drawn again.
    if (way === undefined || !chats.has(way)) await db.deleteFrom('redraws').where('message', '=', lease.id).execute()
  }

  return {
    alive: () => process.alive(),
    ...createPauses(db),
    ready: (at, limit) => readyAt(db, process, at, limit),
    take: (id, at, leaseMs, again = false) => take(db, process, { id, at, leaseMs, again }),
    async hold(lease, { platform, workspace, user }, at, leaseMs) {
      const where = JSON.stringify([{ platform, workspace, user }])
      // A process that slept may be taken for dead. It says that it lives first; what follows fails if another has the message.
      await process.sureAlive()
      const held = await ofLease(lease)
        .set({
          lease_until: new Date(at.getTime() + leaseMs),
          tried_at: sql`case when tried_at @> ${where}::jsonb then tried_at else tried_at || ${where}::jsonb end`,
        })
        .executeTakeFirst()
      return held.numUpdatedRows > 0n
    },
    sent: (lease, receipt, at, drawn) => settle(lease, 'sent', at, { ...receipt, copies: 1, ...(drawn && { drawn }) }),
    onPage: (lease, receipt, at, copies) => settle(lease, 'on-page', at, { ...receipt, copies }),
    undeliverable: (lease, code, at, copies = 0) => settle(lease, 'undeliverable', at, { code, copies }),
    unsure: (lease, receipt, at, copies, drawn) =>
      settle(lease, 'unsure', at, { ...receipt, copies, ...(drawn && { drawn }) }),
    withdrawn: (lease, at, copies = 0) => settle(lease, 'withdrawn', at, { copies }),
    async postpone(lease, until, doubt, onlyToldToWait = false) {
      await ofLease(lease)
        .set({
          state: 'waiting',
          ...(onlyToldToWait && { waits: sql`waits + 1` }),
          lease_until: until,
          taken_at: doubt?.since ?? null,
          copies: doubt?.copies ?? 0,
          ...(!doubt && { tried_at: '[]' }),
        })
        .execute()
    },
    async lyingOnPages() {
      return await db
        .selectFrom('outbox')
        .select([sql<number>`count(*)::int`.as('messages'), sql<number>`count(distinct person)::int`.as('people')])
        .where('state', '=', 'on-page')
        .executeTakeFirstOrThrow()
    },
    async undeliverableSince(at) {
      const { count } = await db
        .selectFrom('outbox')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('state', '=', 'undeliverable')
        .where('settled_at', '>=', at)
        .executeTakeFirstOrThrow()
      return count
    },
    async ageSeconds(at) {
      const oldest = await db
        .selectFrom('outbox')
        .select('not_before')
        .where('state', 'in', ['waiting', 'sending'])
        .where('not_before', '<=', at)
        .orderBy('not_before')
        .limit(1)
        .executeTakeFirst()
      return oldest ? (at.getTime() - oldest.not_before.getTime()) / 1000 : 0
    },
  }
}

type Settled = Partial<Receipt> & { readonly code?: string; readonly copies: number; readonly drawn?: string }
