/** What waits for a person: each step of its climb is a row, and the last one is where it stands. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table climbs (
      climb text not null,
      thing text not null,
      step integer not null,
      event text not null check (event in ('started', 'rang', 'answered', 'changed', 'reopened')),
      at timestamptz not null,
      state text not null check (state in ('open', 'stopped', 'answered')),
      due date,
      stage text,
      stage_at timestamptz,
      times integer,
      next_stage text,
      next_at timestamptz,
      policy jsonb not null,
      primary key (climb, thing, step),
      check ((stage is null) = (stage_at is null) and (stage is null) = (times is null)),
      check ((state = 'open') = (next_stage is not null) and (next_stage is null) = (next_at is null))
    );

    -- What waits already and nothing wakes: each rings at once, and begins to climb there.
    insert into wakes (key, wake, due)
    select waiting.key, waiting.key::jsonb, '2000-01-01' from (
      select 'raising-unmatched' as climb, id::text as thing, 'again' as stage from raisings where case_id is null
      union all
      select 'case-unclosed', id::text, 'chair' from cases
      where state = 'following-up'
        and not exists (select from actions where actions.case_id = cases.id and actions.state = 'open')
      union all
      select 'meeting-unfinished', meetings.id::text, 'chair' from meetings join cases on cases.id = meetings.case_id
      where meetings.state = 'recorded' and cases.state <> 'closed'
        and not exists (
          select from wakes
          where wakes.wake ->> 'wake' = 'meeting-unfinished' and wakes.wake ->> 'meeting' = meetings.id::text
        )
      union all
      select distinct 'first-look', social_worker, 'again' from children
      where scope = 'in' and confirmed_at is null and social_worker is not null
      union all
      select 'no-social-worker', 'all', 'coordinator'
      where exists (select from children where scope = 'in' and social_worker is null)
    ) found
    cross join lateral (
      select format('{"climb":"%s","stage":"%s","thing":"%s","wake":"climb-due"}', climb, stage, thing) as key
    ) waiting
    on conflict do nothing;
  `.execute(db)
}
