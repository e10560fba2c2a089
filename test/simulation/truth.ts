/** Whether a message is true, asked of the tables alone: what `src/still-true.ts` should have found. */
import { sql, type Kysely } from 'kysely'
import type { Database } from '../../adapters/postgres/schema/database.ts'

export async function isTrue(db: Kysely<Database>, id: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean | null }>`
    select case subject
      when 'request' then (
        select requests.state not in ('given', 'not-ours') and cases.state <> 'closed'
        from requests join cases on cases.id = case_id where requests.id::text = subject_id)
      when 'raising' then (
        select case_id is null and withdrawn_at is null from raisings where id::text = subject_id)
      when 'closing' then (select state = 'proposed' from closings where id::text = subject_id)
      when 'objection' then (
        select objected_at is not null and objection_answered_at is null from raisings where id::text = subject_id)
      when 'challenge' then (
        select case what when 'for-challenged' then state = 'asked' else state <> 'ended' end
        from challenges where id::text = subject_id)
      when 'concern' then (what = 'danger-over' or (select reported_at is null and taken_back_at is null from concerns where id::text = subject_id))
      when 'action' then (select state = 'open' from actions where id::text = subject_id)
      when 'duty' then (select state = 'open' from duties where id::text = subject_id)
      when 'meeting' then (
        select cases.state <> 'closed' from meetings join cases on cases.id = case_id where meetings.id::text = subject_id)
      when 'handover' then (select taken_up_at is null from handovers where id::text = subject_id)
      else true
    end as holds
    from outbox where id = ${id}`.execute(db)
  return rows[0]?.holds === true
}
