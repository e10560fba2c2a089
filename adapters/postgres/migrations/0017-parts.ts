/** Who was and is what to a thing: a dated row for each person whom it names and who can change. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table parts (
      id bigint generated always as identity primary key,
      subject text not null check (subject in ('child', 'case', 'meeting', 'action', 'duty')),
      thing uuid not null,
      role text not null check (role in ('social-worker', 'iro', 'chair', 'note-taker', 'owner')),
      person text not null,
      since timestamptz not null,
      until timestamptz,
      check (until >= since)
    );
    -- one person at a time for each part
    create unique index parts_today on parts (subject, thing, role) where until is null;
    create index parts_of_thing on parts (subject, thing);
  `.execute(db)
  await fillFromTodaysColumns(db)
}

/**
 * Since when: the log's last line that gave this person this part, else when the thing was made, as far as that is known; a
 * child has no such moment, and has it since now.
 */
const fillFromTodaysColumns = (db: Kysely<unknown>) =>
  sql`
    with
      named (subject, thing, role, person, made) as (
        select 'child', id, role, person, null::timestamptz
        from children cross join lateral (values ('social-worker', social_worker), ('iro', iro)) as its (role, person)
        union all
        select 'case', id, role, person, raised_at
        from cases
        cross join lateral (values ('social-worker', social_worker), ('iro', iro), ('chair', chair)) as its (role, person)
        union all
        select 'meeting', meetings.id, role, person, (
          select min(at) from facts where fact = 'times-offered' and data ->> 'meeting' = meetings.id::text
        )
        from meetings cross join lateral (values ('chair', chair), ('note-taker', note_taker)) as its (role, person)
        union all
        select 'action', id, 'owner', owner, promised_at from actions
        union all
        select 'duty', id, 'owner', owner, started_on::timestamp at time zone 'Europe/London' from duties
      ),
      given (subject, thing, role, person, at) as (
        select 'child', data ->> 'child', role, data ->> key, at
        from facts cross join (values ('social-worker', 'socialWorker'), ('iro', 'iro')) as its (role, key)
        where fact = 'child-allocated'
        union all select 'child', data ->> 'child', data ->> 'part', data ->> 'to', at
        from facts where fact = 'child-handed-over'
        union all select 'case', data ->> 'case', data ->> 'part', data ->> 'to', at
        from facts where fact = 'case-part-handed-over'
        union all select 'case', data ->> 'case', 'chair', data ->> 'chair', at
        from facts where fact = 'case-confirmed'
        union all select 'meeting', meetings.id::text, 'chair', data ->> 'to', at
        from facts join meetings on meetings.case_id::text = data ->> 'case'
        where fact = 'case-part-handed-over' and data ->> 'part' = 'chair'
        union all select 'meeting', data ->> 'meeting', 'note-taker', data ->> 'to', at
        from facts where fact = 'notes-handed-over'
        union all select 'action', data ->> 'action', 'owner', data ->> 'to', at
        from facts where fact = 'action-handed-over'
        union all select 'duty', data ->> 'duty', 'owner', data ->> 'to', at
        from facts where fact = 'duty-passed-on'
      ),
      lately as (
        select subject, thing, role, person, max(at) as at from given where person is not null group by 1, 2, 3, 4
      )
    insert into parts (subject, thing, role, person, since)
    select named.subject, named.thing, named.role, named.person, coalesce(lately.at, named.made, now())
    from named
    left join lately
      on (lately.subject, lately.thing, lately.role, lately.person)
        = (named.subject, named.thing::text, named.role, named.person)
    where named.person is not null
  `.execute(db)
