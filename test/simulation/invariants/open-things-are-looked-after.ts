/** Whatever waits for a person has one who is in the partnership, or whose leaving was told; and a wake that comes back to it. */
import { sql } from 'kysely'
import type { World } from '../world.ts'

/** The person who wrote it is not waited for. */
const others: ReadonlySet<string> = new Set(['concern', 'proposal to close', 'objection', 'challenge'])

export async function openThingsAreLookedAfter({ db, partnership }: World): Promise<readonly string[]> {
  const here = new Set<string>(partnership().people.map(({ id }) => id))
  const { rows } = await sql<{ what: string; id: string; owner: string; told: boolean; wakes: number }>`
    with open as (
      select 'action' as what, actions.id, owner, 'action-undone' as wake from actions join cases on cases.id = case_id
        where actions.state = 'open' and cases.state <> 'closed' -- nothing is chased in a closed case
      union all select 'duty', id, owner, 'duty-unrecorded' from duties where state = 'open'
      union all select 'assessment that was not held', last.id, owner, 'assessment-again' from duties join lateral (
          select id, kind from child_events where child_events.duty = duties.id order by seq desc limit 1
        ) last on last.kind <> 'assessment-held' where duties.state = 'open'
      union all select 'raised case', id, social_worker, 'case-unconfirmed' from cases where state = 'raised'
      union all select 'asking case', id, social_worker, 'views' from cases where state = 'asking'
      union all select 'concern', id, writer, 'concern-unreported' from concerns where reported_at is null and taken_back_at is null
      union all select 'proposal to close', closings.id, closings.by, 'closing-unanswered'
        from closings join cases on cases.id = case_id where closings.state = 'proposed' and cases.state <> 'closed'
      union all select 'objection', id, by, 'objection-unanswered' from raisings
        where objected_at is not null and objection_answered_at is null
      union all select 'challenge', id, by, 'challenge-unanswered' from challenges where state <> 'ended'
      union all select 'meeting', meetings.id, meetings.chair, case meetings.state
          when 'offered' then 'times-not-picked' when 'convened' then 'meeting-' else 'meeting-unfinished' end
        from meetings join cases on cases.id = case_id
        where meetings.state <> 'approved' and cases.state <> 'closed'
    )
    select what, id, owner, exists (select from held_told where holder = owner) as told,
      (select count(*)::int from wakes where key like '%' || open.id || '%' and key like '%' || open.wake || '%') as wakes
    from open order by what, id`.execute(db)
  return rows.flatMap(({ what, owner, told, wakes }) => [
    ...(wakes === 0 ? [`nothing comes back to the ${what} of ${owner}`] : []),
    ...(here.has(owner) || told || others.has(what)
      ? []
      : [`the ${what} is with ${owner}, who has left, and nobody was told`]),
  ])
}
