/**
 * What happened to a child on a day is kept event by event. An assessment that was refused is not done: those that a refusal
 * had ended are open again, and their ladders begin at the lowest rung.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table child_events (
      seq bigint generated always as identity primary key,
      id uuid not null unique,
      child uuid not null references children on delete cascade,
      kind text not null,
      happened_on date not null,
      recorded_by text, -- null: taken over from what was kept before
      at timestamptz not null,
      duty uuid references duties on delete cascade,
      again_by date,
      again_with text
    );
    create index child_events_of_child on child_events (child, seq);
    create index child_events_of_duty on child_events (duty, seq);

    alter table duty_words
      drop constraint duty_words_kind_check,
      add constraint duty_words_kind_check check (kind in ('recorded', 'not-held', 'passed-on'));

    insert into child_events (id, child, kind, happened_on, at, duty, again_by, again_with)
      select gen_random_uuid(), child, 'child-refused', recorded_on, now(), id, current_date + 14, owner
      from duties where kind = 'health-assessment' and state = 'recorded' and recorded_as = 'child-refused'
      union all
      select gen_random_uuid(), child, 'assessment-held', recorded_on, now(), id, null, null
      from duties where kind = 'health-assessment' and state = 'recorded' and recorded_as is distinct from 'child-refused'
        and recorded_on is not null;

    create temporary table reopened on commit drop as
      select duties.id::text as thing, due, child_events.id::text as event, again_by
      from duties join child_events on child_events.duty = duties.id
      where child_events.kind = 'child-refused';
    update duty_words set kind = 'not-held' from reopened where duty::text = thing and kind = 'recorded';
    update duties set state = 'open', recorded_on = null, recorded_as = null, started_on = current_date
      from reopened where id::text = thing;

    -- The next ring works out by the dates of that day what is due; until tomorrow nothing is said.
    insert into climbs (climb, thing, step, event, at, state, due, first_due, next_stage, next_at, policy)
      select last.climb, last.thing, last.step + 1, 'restarted', now(), 'open', reopened.due, reopened.due,
        'coming', (current_date + 1 + time '00:05') at time zone 'Europe/London', last.policy
      from reopened join lateral (
        select * from climbs where climb = 'duty-unrecorded' and thing = reopened.thing order by step desc limit 1
      ) last on true;
    insert into climbs (climb, thing, step, event, at, state, due, told_at, next_stage, next_at, policy)
      select 'assessment-again', event, 1, 'started', now(), 'open', again_by, now(),
        'day', (again_by + time '09:00') at time zone 'Europe/London',
        jsonb_build_object(
          'stages', jsonb_build_array(
            jsonb_build_object('stage', 'day', 'when', jsonb_build_object('workingDaysFromDue', 0),
              'answers', array['owner'], 'tells', array['owner', 'asked'], 'by', 'direct'),
            jsonb_build_object('stage', 'again', 'when', jsonb_build_object('workingDays', 2),
              'answers', array['owner'], 'tells', array['owner', 'asked'], 'by', 'direct'),
            jsonb_build_object('stage', 'lead', 'when', jsonb_build_object('workingDays', 2),
              'answers', array['owner'], 'tells', array['owner', 'asked', 'lead'], 'by', 'direct'),
            jsonb_build_object('stage', 'iro', 'when', jsonb_build_object('workingDays', 2),
              'answers', array['owner'], 'tells', array['owner', 'asked', 'lead', 'iro'], 'by', 'direct')
          ),
          'end', jsonb_build_object('repeats', jsonb_build_object('workingDays', 5))
        )
      from reopened;
    insert into wakes (key, wake, due)
      select waiting.key, waiting.key::jsonb, waiting.due
      from reopened cross join lateral (values
        (format('{"climb":"duty-unrecorded","stage":"coming","thing":"%s","wake":"climb-due"}', thing), (current_date + 1 + time '00:05') at time zone 'Europe/London'),
        (format('{"climb":"assessment-again","stage":"day","thing":"%s","wake":"climb-due"}', event),
          (again_by + time '09:00') at time zone 'Europe/London')
      ) waiting (key, due)
      on conflict (key) do nothing;
  `.execute(db)
}
