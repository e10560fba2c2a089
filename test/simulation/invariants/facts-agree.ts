/** Each chain of facts holds, and what the tables say has a fact that says it happened. */
import { sql } from 'kysely'
import { canonical, hashOf } from '../../../adapters/postgres/log/facts.ts'
import { thingsThatDiffer, thingsWithParts } from '../../../adapters/postgres/rooms/parts.ts'
import type { World } from '../world.ts'

export async function factsAgree({ db }: World): Promise<readonly string[]> {
  const found: string[] = []
  const heads = await db.selectFrom('chains').selectAll().execute()
  const previous = new Map<string, string>()
  for (const row of await db.selectFrom('facts').selectAll().orderBy('seq').execute()) {
    const { chain, fact, by, partnership_version: version } = row
    const before = previous.get(chain) ?? ''
    const hash = hashOf({
      chain,
      fact,
      by,
      version,
      data: canonical(row.data),
      at: row.at.toISOString(),
      previous: before,
    })
    if (hash !== row.hash) found.push(`the chain is broken at ${fact}`)
    previous.set(chain, row.hash)
  }
  for (const { chain, hash } of heads) if ((previous.get(chain) ?? '') !== hash) found.push(`${chain} has lost its end`)
  const { rows } = await sql<{ what: string; states: number; facts: number }>`
    with f as (select fact, data from facts)
    select * from (values
      ('cases', (select count(*)::int from cases), (select count(*)::int from f where fact = 'case-raised')),
      ('raisings', (select count(*)::int from raisings),
        (select count(*)::int from f where fact in ('case-raised', 'case-joined', 'raising-unmatched'))
          - (select count(*)::int from f where fact = 'raising-matched')),
      ('confirmed cases', (select count(*)::int from cases where state <> 'raised' and inputs_close is not null),
        (select count(*)::int from f where fact = 'case-confirmed')),
      ('closed cases', (select count(*)::int from cases where state = 'closed'),
        (select count(*)::int from f where fact = 'case-closed')),
      ('proposals to close', (select count(*)::int from closings),
        (select count(*)::int from f where fact = 'closing-proposed')),
      ('ended actions', (select count(*)::int from actions where state = 'ended'),
        (select count(*)::int from f where fact = 'action-ended')),
      ('objections', (select count(*)::int from raisings where objected_at is not null),
        (select count(*)::int from f where fact = 'closing-objected')),
      ('requests', (select count(*)::int from requests), (select count(*)::int from f where fact = 'input-asked')),
      ('views', (select count(*)::int from requests where state = 'given'),
        (select count(distinct data ->> 'request')::int from f where fact = 'input-given')),
      ('meetings', (select count(*)::int from meetings),
        (select count(distinct data ->> 'meeting')::int from f where fact = 'times-offered')),
      ('actions', (select count(*)::int from actions), (select count(*)::int from f where fact = 'action-promised')),
      ('done actions', (select count(*)::int from actions where state = 'done'),
        (select count(*)::int from f where fact = 'action-completed')),
      ('duties', (select count(*)::int from duties), (select count(distinct data ->> 'duty')::int from f where fact in ('duty-started', 'duty-recorded'))),
      ('recorded duties', (select count(*)::int from duties where state = 'recorded'),
        (select count(distinct data ->> 'duty')::int from f where fact = 'duty-recorded')),
      ('reported concerns', (select count(*)::int from concerns where reported_at is not null),
        (select count(distinct data ->> 'concern')::int from f where fact = 'risk-reported' and data ? 'concern')),
      ('posts', (select count(*)::int from posts), (select count(*)::int from f where fact = 'post-sent'))
    ) as compared (what, states, facts)`.execute(db)
  for (const { what, states, facts } of rows)
    if (states !== facts) found.push(`${states} ${what} stand against ${facts} facts`)
  for (const subject of thingsWithParts)
    for (const thing of await thingsThatDiffer(db, subject))
      found.push(`the ${subject} ${thing} names somebody else than its parts of today`)
  return found
}
