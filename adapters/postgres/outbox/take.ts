/** The taking of a message: by one process, which has it until its lease ends or the process is dead. */
import { sql, type Kysely } from 'kysely'
import type { Card } from '../../../src/display/card.ts'
import type { MessageId, PersonId } from '../../../src/ids.ts'
import type { Account } from '../../../src/ports/accounts.ts'
import type { TakenMessage } from '../../../src/ports/outbox.ts'
import type { Subject } from '../../../src/ports/transaction.ts'
import type { Database } from '../schema/database.ts'
import type { Process } from './processes.ts'
import { settledIn } from './settled-in.ts'

type TakenRow = {
  id: MessageId
  key: string
  person: PersonId
  meant_for: PersonId
  card: Card
  settled: unknown
  subject: string
  subject_id: string
  what: string | null
  holds_until: Date | null
  urgent: boolean
  said_at: Date
  doubted_since: Date | null
  tried_at: readonly Account[]
  copies: number
  attempts: number
  waits: number
}

/** `again`: see `Outbox.take`. */
type Taking = { readonly id: MessageId; readonly at: Date; readonly leaseMs: number; readonly again: boolean }

export async function take(
  db: Kysely<Database>,
  process: Process,
  { id, at, leaseMs, again }: Taking,
): Promise<TakenMessage | undefined> {
  const { rows } = await sql<TakenRow>`
    with free as (
      -- what this process took a moment ago without hearing of it was not posted since
      select id, ${again}::boolean and taken_by is not distinct from ${process.id} and state = 'sending' as ours, state,
        case when ${again}::boolean and taken_by is not distinct from ${process.id} then nullif(taken_at, ${at}) else taken_at end as taken_at
      from outbox
      where id = ${id} and state in ('waiting', 'sending') and not_before <= ${at}
        and (lease_until is null or lease_until <= ${at} or state = 'sending' and (
          ${again}::boolean and taken_by is not distinct from ${process.id} or taken_by in (${process.dead()})))
      for update skip locked
    )
    update outbox
    set state = 'sending', lease_until = ${new Date(at.getTime() + leaseMs)}, taken_by = ${process.id},
      taken_at = coalesce(free.taken_at, ${at}), attempts = attempts + 1, waits = waits + free.ours::int,
      copies = copies + (free.state = 'sending' and not free.ours)::int -- the process that had it last may have posted it
    from free
    where outbox.id = free.id
    returning outbox.id, key, person, meant_for, card, settled, subject, subject_id, what, holds_until, urgent, said_at,
      free.taken_at as doubted_since, tried_at, copies, attempts, waits
  `.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return {
    id: row.id,
    key: row.key,
    to: row.person,
    meantFor: row.meant_for,
    card: row.card,
    settled: settledIn(row.settled),
    about: { subject: row.subject, id: row.subject_id } as Subject,
    ...(row.what !== null && { what: row.what }),
    ...(row.holds_until && { holdsUntil: row.holds_until }),
    urgent: row.urgent,
    saidAt: row.said_at,
    attempts: row.attempts,
    waits: row.waits,
    ...(row.doubted_since && {
      doubt: { since: row.doubted_since, copies: Math.max(row.copies, 1), places: row.tried_at },
    }),
  }
}
