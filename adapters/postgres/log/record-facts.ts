/** Facts of many chains at once, such as those of the children of a return; several of one chain in their order. */
import { sql } from 'kysely'
import type { Fact } from '../../../src/vocabulary.ts'
import { askRedrawsOf } from '../outbox/ask-redraws.ts'
import type { Db } from '../schema/database.ts'
import { canonical, chainOf, hashOf, type Recorded } from './facts.ts'

export async function recordFacts(db: Db, { at, by, version }: Recorded, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return
  const chains = [...new Set(facts.map(chainOf))]
  await sql`
    insert into chains (chain, hash) select unnest(${chains}::text[]), '' on conflict do nothing`.execute(db)
  const heads = await sql<{ chain: string; hash: string }>`
    select chain, hash from chains where chain = any(${chains}::text[]) order by chain for update`.execute(db)
  const previous = new Map(heads.rows.map(({ chain, hash }) => [chain, hash]))
  const lines = facts.map((fact, place) => {
    const { fact: kind, ...data } = fact
    const chain = chainOf(fact)
    const head = previous.get(chain)
    if (head === undefined) throw new Error(`the chain ${chain} has no head`)
    const line = {
      chain,
      fact: kind,
      data: canonical(data),
      by: by ?? null,
      at: at.toISOString(),
      previous: head,
      version: version ?? null,
    }
    const hash = hashOf(line)
    previous.set(chain, hash)
    return { ...line, hash, place }
  })
  const ends = [...previous].map(([chain, hash]) => ({ chain, hash }))
  await sql`
    insert into facts (chain, fact, data, by, at, previous, partnership_version, hash)
    select chain, fact, data::jsonb, by, at, previous, version, hash
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as line (
        chain text, fact text, data text, by text, at timestamptz, previous text, version integer, hash text, place integer
      )
    order by place`.execute(db)
  await sql`
    update chains set hash = line.hash
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as line (chain text, hash text)
    where chains.chain = line.chain`.execute(db)
  await askRedrawsOf(db, { at, ...(by && { by }) }, facts)
}
