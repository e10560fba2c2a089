/**
 * Who is what to a thing, as dated rows. The thing's own columns say who it is today; after every writing of them the rows
 * follow here and nowhere else, in the same transaction: the row of before ends, and another begins.
 */
import { sql } from 'kysely'
import type { Db } from '../schema/database.ts'

/** Of a duty its child says who is social worker and IRO, and of an action its case: they have no rows of their own. */
const named = {
  child: sql`select id, role, person from children
    cross join lateral (values ('social-worker', social_worker), ('iro', iro)) as its (role, person)`,
  case: sql`select id, role, person from cases
    cross join lateral (values ('social-worker', social_worker), ('iro', iro), ('chair', chair)) as its (role, person)`,
  meeting: sql`select id, role, person from meetings
    cross join lateral (values ('chair', chair), ('note-taker', note_taker)) as its (role, person)`,
  action: sql`select id, 'owner' as role, owner as person from actions`,
  duty: sql`select id, 'owner' as role, owner as person from duties`,
}

export type WithParts = keyof typeof named

export const thingsWithParts = Object.keys(named) as readonly WithParts[]

export async function keepParts(db: Db, at: Date, subject: WithParts, things: readonly string[]): Promise<void> {
  const differ = await thingsThatDiffer(db, subject, things)
  if (differ.length === 0) return
  await sql`
    update parts set until = greatest(since, ${at})
    where until is null and subject = ${subject} and thing = any(${differ}::uuid[])
      and not exists (
        select from (${named[subject]}) today
        where today.id = parts.thing and today.role = parts.role and today.person = parts.person
      )`.execute(db)
  await sql`
    insert into parts (subject, thing, role, person, since)
    select ${subject}, today.id, today.role, today.person, ${at}
    from (${named[subject]}) today
    where today.id = any(${differ}::uuid[]) and today.person is not null
    on conflict (subject, thing, role) where until is null do nothing`.execute(db)
}

/** Those of which the columns say somebody else than the rows of today; without `things`, of all. */
export async function thingsThatDiffer(
  db: Db,
  subject: WithParts,
  things?: readonly string[],
): Promise<readonly string[]> {
  const among = (column: string) => (things ? sql`${sql.ref(column)} = any(${things}::uuid[])` : sql`true`)
  const { rows } = await sql<{ thing: string }>`
    select distinct coalesce(today.id, kept.thing) as thing
    from (select * from (${named[subject]}) every_one where person is not null and ${among('id')}) today
    full join (
      select thing, role, person from parts where subject = ${subject} and until is null and ${among('thing')}
    ) kept
      on (kept.thing, kept.role, kept.person) = (today.id, today.role, today.person)
    where today.id is null or kept.thing is null`.execute(db)
  return rows.map(({ thing }) => thing)
}
