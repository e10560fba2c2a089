/**
 * A duty may recur within a period of care: one of a kind is open at a time. Where a health assessment was held already, the
 * review that is expected after it begins, at the lowest rung.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table duties
      drop constraint duties_kind_check,
      add constraint duties_kind_check
        check (kind in ('permanence-plan', 'health-assessment', 'review-health-assessment')),
      drop constraint duties_child_kind_care_from_key;
    create unique index duties_one_open on duties (child, kind, care_from) where state = 'open';
    create index duties_of_child on duties (child);

    -- The date of birth is sealed: by the soonest day, and each ring and each look works out the right one.
    create temporary table reviews on commit drop as
      select gen_random_uuid() as id, duties.child, duties.care_from, (recorded_on + interval '6 months')::date as due,
        coalesce(children.social_worker, duties.owner) as owner, duties.ladder
      from duties join children on children.id = duties.child
      where duties.kind = 'health-assessment' and duties.state = 'recorded' and recorded_on is not null
        and children.scope = 'in' and children.care_from = duties.care_from;
    insert into duties (id, child, kind, care_from, due, because, owner, state, started_on, ladder)
      select id, child, 'review-health-assessment', care_from, due, 'after the last health assessment', owner, 'open',
        current_date, ladder
      from reviews;
    insert into parts (subject, thing, role, person, since) select 'duty', id, 'owner', owner, now() from reviews;

    insert into climbs (climb, thing, step, event, at, state, due, first_due, next_stage, next_at, policy)
      select 'duty-unrecorded', id::text, 1, 'started', now(), 'open', due, due, 'coming',
        (current_date + 1 + time '00:05') at time zone 'Europe/London',
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
      from reviews;
    insert into wakes (key, wake, due)
      select key, key::jsonb, (current_date + 1 + time '00:05') at time zone 'Europe/London'
      from reviews cross join lateral (
        select format('{"climb":"duty-unrecorded","stage":"coming","thing":"%s","wake":"climb-due"}', id) as key
      ) waiting;
  `.execute(db)
}
