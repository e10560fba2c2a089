/** Nobody owns what they judge, but the three kinds of action that an IRO and a chair can be given. */
import { sql } from 'kysely'
import type { World } from '../world.ts'

/** Somebody may come to judge what they own already: then the check of every working day has told of it. */
export async function judgesOwnNothing({ db }: World): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string; owner: string }>`
    with owned as (
      select 'an action' as what, actions.owner, cases.iro, cases.chair from actions join cases on cases.id = case_id
        where actions.state = 'open' and actions.kind is null and cases.state <> 'closed'
      union all select 'a duty', duties.owner, children.iro, cases.chair
        from duties join children on children.id = duties.child
        left join cases on cases.child = children.id and cases.state not in ('raised', 'closed')
        where duties.state = 'open'
    )
    select distinct what, owner from owned
    where owner in (iro, chair) and not exists (select from held_told where holder = owner)
    order by what, owner`.execute(db)
  return rows.map(({ what, owner }) => `${owner} owns ${what} that they judge`)
}
