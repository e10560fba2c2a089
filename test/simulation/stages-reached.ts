/** Which stages a life reached, as its tables say at the end. */
import { sql } from 'kysely'
import type { OpenWorld } from './open-world.ts'

export async function countStages({ db, count }: OpenWorld): Promise<void> {
  const { rows } = await sql<{ stage: string }>`
    select distinct 'case ' || state as stage from cases
    union select 'view ' || state from requests
    union select 'meeting ' || state from meetings
    union select 'action ' || state from actions
    union select 'duty ' || state from duties
    union select 'message ' || state from outbox
    union select 'climb ' || climb || ' ' || event || coalesce(' ' || stage, '') from climbs
    union select 'concern ' || case when reported_at is null then 'unreported' else 'reported' end from concerns
    union select 'handover ' || case when taken_up_at is null then 'unread' else 'taken up' end from handovers
    union select 'fact ' || fact from facts`.execute(db)
  for (const { stage } of rows) count('stage', stage)
}
