/** Which messages have to be drawn again, each at most once at a time, and never before it has arrived. */
import { sql, type Kysely } from 'kysely'
import type { Card } from '../../../src/display/card.ts'
import type { CaseId, MessageId, PersonId } from '../../../src/ids.ts'
import type { Account, Platform } from '../../../src/ports/accounts.ts'
import type { Way } from '../../../src/ports/messenger.ts'
import type { Redraws, SettledAsks, TakenRedraw } from '../../../src/ports/redraws.ts'
import type { Database } from '../schema/database.ts'
import { settledIn } from './settled-in.ts'

export function createRedraws(db: Kysely<Database>): Redraws {
  const ofLease = ({ id, attempts, asked }: TakenRedraw) =>
    sql`id = ${id} and attempts = ${attempts} and asked = ${asked}`

  return {
    async ready(at, limit) {
      const { rows } = await sql<{ id: MessageId; platform: Platform }>`
        select redraws.id, outbox.platform
        from redraws join outbox on outbox.id = redraws.message
        where (redraws.lease_until is null or redraws.lease_until <= ${at}) and outbox.state in ('sent', 'unsure')
          and outbox.platform in ('slack', 'teams')
        order by outbox.urgent desc, redraws.asked_at, outbox.seq limit ${limit}`.execute(db)
      return rows
    },
    take: (id, at, leaseMs) => take(db, id, at, leaseMs),
    async hold(taken, at, leaseMs) {
      const { numAffectedRows = 0n } = await sql`
        update redraws set lease_until = ${new Date(at.getTime() + leaseMs)} where ${ofLease(taken)}`.execute(db)
      return numAffectedRows > 0n
    },
    async settled(taken, drawn) {
      if (drawn !== undefined) await db.updateTable('outbox').set({ drawn }).where('id', '=', taken.message).execute()
      const { numAffectedRows = 0n } = await sql`delete from redraws where ${ofLease(taken)}`.execute(db)
      // Something has become of it while it was drawn.
      if (numAffectedRows === 0n)
        await sql`update redraws set lease_until = null where id = ${taken.id} and asked > ${taken.asked}`.execute(db)
    },
    async postpone(taken, until) {
      await sql`
        update redraws set lease_until = case when asked = ${taken.asked} then ${until}::timestamptz end
        where id = ${taken.id}`.execute(db)
    },
  }
}

type Row = {
  id: MessageId
  asked: number
  asked_at: Date
  attempts: number
  message: MessageId
  person: PersonId
  card: Card
  settled: unknown
  drawn: string | null
  platform: Way
  conversation: string
  posted: string
  accounts: readonly Account[]
  root_of: CaseId | null
}

/** Those of its person alone: what lies in an account that is no longer theirs is left as it is. */
async function take(db: Kysely<Database>, id: MessageId, at: Date, leaseMs: number): Promise<TakenRedraw | undefined> {
  const { rows } = await sql<Row>`
    with free as (
      select id, message from redraws
      where id = ${id} and (lease_until is null or lease_until <= ${at})
      for update skip locked
    )
    update redraws set lease_until = ${new Date(at.getTime() + leaseMs)}, attempts = redraws.attempts + 1
    from free join outbox on outbox.id = free.message
    where redraws.id = free.id and outbox.state in ('sent', 'unsure')
    returning redraws.id, asked, asked_at, redraws.attempts, redraws.message, person, card, settled, drawn,
      outbox.platform, outbox.conversation, outbox.message as posted,
      (select case_id from threads where threads.root = outbox.id limit 1) as root_of, (
        select coalesce(jsonb_agg(jsonb_build_object('platform', held.platform, 'workspace', workspace, 'user', account_user)
          order by tried.place desc nulls last, used_at desc), '[]')
        from accounts as held
        left join jsonb_array_elements(outbox.tried_at) with ordinality as tried (account, place)
          on tried.account ->> 'workspace' = workspace and tried.account ->> 'user' = account_user
            and tried.account ->> 'platform' = held.platform
        where held.person = outbox.person and held.platform = outbox.platform and removed_at is null
      ) as accounts`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return {
    ...{ id: row.id, asked: row.asked, askedAt: row.asked_at, attempts: row.attempts, message: row.message },
    ...{
      to: row.person,
      card: row.card,
      settled: settledIn(row.settled) satisfies SettledAsks,
      accounts: row.accounts,
    },
    lies: { way: row.platform, conversation: row.conversation, message: row.posted },
    ...(row.root_of !== null && { rootOf: row.root_of }),
    ...(row.drawn !== null && { drawn: row.drawn }),
  }
}
