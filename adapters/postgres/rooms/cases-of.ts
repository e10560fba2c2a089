/** Which cases somebody has a part in: the open ones by today's names, the closed ones also by those of before. */
import { sql } from 'kysely'
import type { PersonId } from '../../../src/ids.ts'
import type { Db } from '../schema/database.ts'

/** Only a first filter, to avoid reading every case; the rules check again. */
export async function openCasesOf(db: Db, person: PersonId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('state', '<>', 'closed')
    .where((eb) =>
      eb.or([
        eb('social_worker', '=', person),
        eb('iro', '=', person),
        eb('chair', '=', person),
        eb.exists(
          eb
            .selectFrom('asked')
            .select('agency')
            .whereRef('asked.case_id', '=', 'cases.id')
            .where('person', '=', person),
        ),
        eb.exists(
          eb
            .selectFrom('raisings')
            .select('raisings.id')
            .whereRef('raisings.case_id', '=', 'cases.id')
            .where('by', '=', person),
        ),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** The one closed last first. Who has said that the child is not theirs had no part in it. */
export async function closedCasesOf(db: Db, person: PersonId): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where state = 'closed' and (
      exists (select from parts where parts.person = ${person} and (
        parts.subject = 'case' and parts.thing = cases.id
        or parts.subject = 'action' and parts.thing in (select actions.id from actions where case_id = cases.id)
        or parts.subject = 'meeting' and parts.thing in (select meetings.id from meetings where case_id = cases.id)))
      or exists (
        select from asked left join requests on requests.case_id = asked.case_id and requests.agency = asked.agency
        where asked.case_id = cases.id and asked.person = ${person} and requests.state is distinct from 'not-ours')
      or exists (
        select from raisings where raisings.case_id = cases.id and raisings.by = ${person}
          and takes_part and named_to <> 'iro' and withdrawn_at is null)
    )
    order by closed_at desc, id`.execute(db)
  return rows.map(({ id }) => id)
}
