/** What goes with the children of a return when they have another social worker or IRO: many in a statement. */
import { sql } from 'kysely'
import type { ClimbsNeeds } from '../../../src/climbs/needs.ts'
import type { FollowNeeds, HandoversNeeds } from '../../../src/handovers/needs.ts'
import type { DutyId } from '../../../src/ids.ts'
import type { Recorded } from '../log/facts.ts'
import { recordFacts } from '../log/record-facts.ts'
import { casesWhere } from '../rooms/cases.ts'
import { dutiesOfChildren } from '../rooms/duties.ts'
import { keepParts } from '../rooms/parts.ts'
import type { Db } from '../schema/database.ts'
import type { Seals } from '../transaction/seals.ts'

export function handOnStore(
  db: Db,
  seals: Seals,
  occasion: Recorded,
): Omit<FollowNeeds, keyof HandoversNeeds | keyof ClimbsNeeds> {
  return {
    async openCasesOfChildren(children) {
      const { rows } = await sql<{ id: string }>`
        select id from cases where state <> 'closed' and child = any(${children}::uuid[]) order by ref`.execute(db)
      const ids = rows.map(({ id }) => id)
      return ids.length === 0 ? [] : casesWhere(db, seals, ids, 'unlocked')
    },
    async openDutiesOfChildren(children) {
      return (await dutiesOfChildren(db, children)).filter(({ state }) => state === 'open')
    },
    async passDuties(passed) {
      if (passed.length === 0) return []
      const rows = JSON.stringify(passed.map(({ duty, to }) => ({ id: duty.id, owner: to, was: duty.owner })))
      // Read without a lock: what somebody has passed on or recorded meanwhile stays as it is.
      const updated = await sql<{ id: string }>`
        update duties set owner = passed.owner, offered_to = null, offered_by = null, offered_at = null
        from jsonb_to_recordset(${rows}::jsonb) as passed (id uuid, owner text, was text)
        where duties.id = passed.id and duties.state = 'open' and duties.owner = passed.was
        returning duties.id`.execute(db)
      const ids = updated.rows.map(({ id }) => id)
      await keepParts(db, occasion.at, 'duty', ids)
      await recordFacts(
        db,
        occasion,
        passed
          .filter(({ duty }) => ids.includes(duty.id))
          .map(({ duty: { id, child, kind, owner: from }, to }) => ({
            fact: 'duty-passed-on',
            ...{ child, duty: id, kind, from, to },
          })),
      )
      await sql`
        update outbox set state = 'withdrawn', settled_at = ${occasion.at}
        where subject = 'duty' and subject_id = any(${ids}::text[]) and state in ('waiting', 'for-post')`.execute(db)
      return ids as DutyId[]
    },
  }
}
