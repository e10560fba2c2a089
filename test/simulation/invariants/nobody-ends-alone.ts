/** No case ends by the press of one person before its time, nor ever by the social worker alone, whose work it challenges. */
import { sql } from 'kysely'
import type { World } from '../world.ts'

export async function nobodyEndsAlone({ db }: World): Promise<readonly string[]> {
  const { rows } = await sql<{ ref: string; why: string }>`
    with closed as (
      select cases.*, (
        select facts.by from facts where fact = 'case-closed' and data ->> 'case' = cases.id::text
      ) as closer, (
        select closings.by from closings where case_id = cases.id and state = 'agreed'
      ) as proposer,
      exists (select from facts where fact = 'summary-approved' and data ->> 'case' = cases.id::text) as met,
      exists (select from actions where case_id = cases.id and state <> 'done') as left_undone
      from cases where state = 'closed'
    )
    select ref, case
      when closer is null then 'nobody is on record'
      when proposer = closer then closer || ' agreed to their own proposal'
      when closer = social_worker then 'its social worker had the last word'
      when proposer is null and (left_undone or not met) then closer || ' did it alone before its time'
    end as why
    from closed where closer is null or proposer = closer or closer = social_worker
      or (proposer is null and (left_undone or not met))`.execute(db)
  return rows.map(({ ref, why }) => `case ${ref} was closed, but ${why}`)
}
