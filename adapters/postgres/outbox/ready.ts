/** What may be sent now: of each person the first, and of those that are ready as many as are asked for. */
import { sql, type Kysely } from 'kysely'
import type { MessageId, PersonId } from '../../../src/ids.ts'
import type { Account, Platform } from '../../../src/ports/accounts.ts'
import type { ReadyMessage } from '../../../src/ports/outbox.ts'
import type { Database } from '../schema/database.ts'
import type { Process } from './processes.ts'

/** Later ones wait for a message that is tried again, to keep the order; not for ever, in case it can never go. */
const attemptsThatHoldOthersUp = 5

/**
 * In two sorts and no join of all that is due with itself: PostgreSQL would choose the way of that by how much was due when it
 * last counted, and after a quiet night take seconds for a busy morning.
 */
export async function readyAt(
  db: Kysely<Database>,
  process: Process,
  at: Date,
  limit: number,
): Promise<readonly ReadyMessage[]> {
  const { rows } = await sql<ReadyRow>`
    with dead as materialized (${process.dead()}),
    due as (
      select id, person, urgent, seq, state, attempts - waits as attempts,
        lease_until is null or lease_until <= ${at}
          or state = 'sending' and taken_by in (select id from dead) as free
      from outbox
      where state in ('waiting', 'sending') and not_before <= ${at}
    ),
    standing as (
      select id, person, urgent, seq, free,
        bool_or(not free and state = 'sending') over of_person as is_sending,
        min(seq) filter (where not free and attempts <= ${attemptsThatHoldOthersUp}) over of_person as held_from
      from due window of_person as (partition by person, urgent)
    ),
    heads as (
      select distinct on (person) id, person, urgent, seq
      from standing
      where free and not is_sending and (urgent or held_from is null or seq < held_from)
      order by person, urgent desc, seq
    ),
    first as (select * from heads order by urgent desc, seq limit ${limit})
    select id, first.person, urgent, used.platform, used.workspace, used.account_user
    from first left join lateral (
      select platform, workspace, account_user from accounts
      where accounts.person = first.person and removed_at is null and unreachable_since is null
      order by preferred desc, used_at desc limit 1
    ) used on true
    order by urgent desc, seq
  `.execute(db)
  return rows.map((row) => ({ id: row.id, to: row.person, urgent: row.urgent, ...accountIn(row) }))
}

type ReadyRow = { id: MessageId; person: PersonId; urgent: boolean } & (
  { platform: Platform; workspace: string; account_user: string } | { platform: null }
)

const accountIn = (row: ReadyRow): { account?: Account } =>
  row.platform === null ? {} : { account: { platform: row.platform, workspace: row.workspace, user: row.account_user } }
