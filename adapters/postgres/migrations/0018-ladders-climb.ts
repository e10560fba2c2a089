/**
 * The ladder of actions and duties climbs as everything else does: where each stands becomes the first step of its climb.
 * And a raising can be about no child in care.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table climbs
      add column first_due date, -- absent: the same as due
      add column told_at timestamptz, -- absent: all of its days are owed
      drop constraint climbs_event_check,
      add constraint climbs_event_check check (
        event in ('started', 'rang', 'answered', 'changed', 'passed-on', 'reopened', 'restarted')
      );

    create temporary table ladders on commit drop as
      select 'action-undone' as climb, id::text as thing, due, first_due, last_rung, last_rung_on, ladder,
        -- what lay on that day or before was not owed
        (told_on + 1)::timestamp at time zone 'Europe/London' as told_at,
        promised_at as began_at, format('{"action":"%s","wake":"action-rung"}', id) as old_wake
      from actions where state = 'open'
      union all
      select 'duty-unrecorded', id::text, due, due, last_rung, last_rung_on, ladder, null,
        started_on::timestamp at time zone 'Europe/London', format('{"duty":"%s","wake":"duty-rung"}', id)
      from duties where state = 'open';

    -- What no wake came back to is no longer chased, and stays so until somebody confirms its child.
    insert into climbs (
      climb, thing, step, event, at, state, due, first_due, told_at, stage, stage_at, times, next_stage, next_at, policy
    )
    select climb, thing, 1, 'started', began_at, case when wakes.due is null then 'answered' else 'open' end,
      ladders.due, first_due, told_at, last_rung,
      (last_rung_on + time '00:05') at time zone 'Europe/London', case when last_rung is not null then 1 end,
      case when wakes.due is not null then coalesce(last_rung, 'coming') end, wakes.due,
      jsonb_build_object(
        'stages', jsonb_build_array(
          jsonb_build_object('stage', 'coming', 'when', jsonb_build_object('workingDaysFromDue', ladder -> 'coming'),
            'answers', array['owner'], 'tells', array['owner'], 'by', 'digest'),
          jsonb_build_object('stage', 'due', 'when', jsonb_build_object('workingDaysFromDue', 0),
            'answers', array['owner'], 'tells', array['owner'], 'by', 'digest'),
          jsonb_build_object('stage', 'overdue', 'when', jsonb_build_object('workingDaysFromDue', ladder -> 'overdue'),
            'answers', array['owner'], 'tells', array['owner', 'lead'], 'by', 'digest'),
          jsonb_build_object('stage', 'iro', 'when', jsonb_build_object('workingDaysFromFirstDue', ladder -> 'iro'),
            'answers', array['owner'], 'tells', array['owner', 'lead', 'iro'], 'by', 'digest')
        ),
        'end', jsonb_build_object('repeats', jsonb_build_object('workingDays', coalesce(ladder -> 'repeat', '5')))
      )
    from ladders left join wakes on wakes.key = old_wake;

    -- Each rings when it would have: then it is worked out which rung comes next.
    insert into wakes (key, wake, due)
    select waiting.key, waiting.key::jsonb, wakes.due
    from ladders join wakes on wakes.key = old_wake
    cross join lateral (
      select format('{"climb":"%s","stage":"%s","thing":"%s","wake":"climb-due"}', climb, coalesce(last_rung, 'coming'), thing) as key
    ) waiting;
    delete from wakes where wake ->> 'wake' in ('action-rung', 'duty-rung');

    alter table actions drop column told_on, drop column last_rung, drop column last_rung_on;
    alter table duties drop column last_rung, drop column last_rung_on;

    alter table raisings
      add column not_in_care_at timestamptz,
      add column not_in_care_by text,
      add column not_in_care bytea;
  `.execute(db)
}
