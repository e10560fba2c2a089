/** What is handed over is somebody's when they accept it: never by the press of the person who handed it to them. */
import { sql } from 'kysely'
import type { World } from '../world.ts'

/** Where the one before has left, others give it away: nobody is there with whom it could stay. */
export async function theirsWhenAccepted({ db, partnership }: World): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string; to: string; by: string; from: string }>`
    select given.fact as what, given.data ->> 'to' as to, given.by, given.data ->> 'from' as from
    from facts given join lateral (
      select fact, by, data from facts asked
      where asked.seq < given.seq
        and asked.fact in ('action-offered', 'action-offer-ended', 'duty-offered', 'duty-offer-ended')
        and coalesce(asked.data ->> 'action', asked.data ->> 'duty')
          = coalesce(given.data ->> 'action', given.data ->> 'duty')
      order by seq desc limit 1
    ) asked on asked.fact in ('action-offered', 'duty-offered') and asked.data ->> 'to' = given.data ->> 'to'
    where given.fact in ('action-handed-over', 'duty-passed-on')
      and given.by = asked.by and given.by <> given.data ->> 'to'
    order by given.seq`.execute(db)
  const here = new Set<string>(partnership().people.map(({ id }) => id))
  return rows
    .filter(({ from }) => here.has(from))
    .map(({ what, to, by }) => `${what}: ${to} has what ${by} handed to them, before they accepted it`)
}
