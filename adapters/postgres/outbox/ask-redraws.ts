/** What a fact settles is noted with each message that has a button about it, and those that were posted are to be drawn again. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Card } from '../../../src/display/card.ts'
import { asksSettledBy, reachesAll } from '../../../src/settled-by.ts'
import { idsIn, keysOf } from '../../../src/things-named.ts'
import type { Subject } from '../../../src/ports/transaction.ts'
import type { Fact } from '../../../src/vocabulary.ts'
import type { Db } from '../schema/database.ts'
import type { Recorded } from '../log/facts.ts'

/** The keys of all buttons of a card. */
export const keysOfCard = ({ body, buttons }: Card, to: string): string[] => [
  ...new Set(
    [...buttons, ...body.flatMap((block) => (block.block === 'row' ? [block.button] : []))].flatMap(({ ask }) =>
      keysOf(ask, to),
    ),
  ),
]

/** What was said in the same transaction says it already. */
export async function askRedraws(db: Db, { at, by }: Recorded, fact: Fact): Promise<void> {
  await redrawRoots(db, at, fact)
  const asks = asksSettledBy(fact.fact)
  if (asks.length === 0) return
  const ids = [...idsIn(fact, by), ...(reachesAll.has(fact.fact) ? await reachedBy(db, fact) : [])]
  const keys = asks.flatMap((ask) => ids.map((id) => `${ask}:${id}`))
  const settled = JSON.stringify({ fact, at: at.toISOString(), ...(by !== undefined && { by }) })
  const { rows } = await sql<{ id: string; lies: boolean }>`
    with touched as (
      select id as touched from outbox
      where asks && ${keys}::text[] and said_at < ${at} and state <> 'withdrawn'
      order by id for update -- in one order, so that two facts never wait for each other
    )
    update outbox set settled = settled || (
      select jsonb_object_agg(key, ${settled}::jsonb) from unnest(asks) as key where key = any(${keys}::text[])
    )
    from touched where id = touched
    returning id, state in ('sent', 'unsure') and platform in ('slack', 'teams')
      or state = 'sending' or state = 'waiting' and copies > 0 as lies`.execute(db)
  await redrawEach(
    db,
    at,
    rows.filter(({ lies }) => lies).map(({ id }) => id),
  )
}

/** A case that moved is drawn again at the head of each thread about it; so are the open ones of a child who came to somebody else. */
async function redrawRoots(db: Db, at: Date, fact: Fact): Promise<void> {
  const stuck = 'case' in fact ? (fact.case ?? null) : null
  const child = stuck === null && reachesAll.has(fact.fact) && 'child' in fact ? fact.child : null
  if (stuck === null && child === null) return
  const { rows } = await sql<{ root: string }>`
    select root from threads where case_id = ${stuck} union all
    select root from threads join cases on cases.id = case_id where cases.child = ${child} and cases.state <> 'closed'
  `.execute(db)
  await redrawEach(
    db,
    at,
    rows.map(({ root }) => root),
  )
}

/** What was posted about a meeting, and the head of each thread about its case. */
export async function redrawMeeting(
  db: Db,
  at: Date,
  meeting: { readonly id: string; readonly case: string },
): Promise<void> {
  await redrawSaid(db, at, 'meeting', [meeting.id])
  const rows = await db.selectFrom('threads').select('root').where('case_id', '=', meeting.case).execute()
  await redrawEach(
    db,
    at,
    rows.map(({ root }) => root),
  )
}

/** What was posted about these is drawn again: something has become of it that is no fact. */
export async function redrawSaid(db: Db, at: Date, subject: Subject['subject'], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('outbox')
    .select('id')
    .where('subject', '=', subject)
    .where('subject_id', 'in', ids)
    .where('state', 'in', ['sending', 'sent', 'unsure'])
    .where((row) => row.or([row('platform', 'is', null), row('platform', 'in', ['slack', 'teams'])]))
    .execute()
  await redrawEach(
    db,
    at,
    rows.map(({ id }) => id),
  )
}

/** Each waits until its message has arrived; a second wish for the same message is the same one. */
export async function redrawEach(db: Db, at: Date, messages: readonly string[]): Promise<void> {
  if (messages.length === 0) return
  await db
    .insertInto('redraws')
    .values(messages.map((message) => ({ id: randomUUID(), message, asked_at: at })))
    .onConflict((conflict) =>
      conflict.column('message').doUpdateSet({ asked: sql`redraws.asked + 1`, asked_at: at, attempts: 0 }),
    )
    .execute()
}

/** Of the facts of a return: for most of its children there is nothing to press yet. */
export async function askRedrawsOf(db: Db, recorded: Recorded, facts: readonly Fact[]): Promise<void> {
  const children = [...new Set(facts.flatMap((fact) => ('child' in fact && fact.child ? [fact.child] : [])))]
  if (children.length === 0) return
  const { rows } = await sql<{ child: string }>`
    select distinct child from duties where child = any(${children}::uuid[])`.execute(db)
  const known = new Set(rows.map(({ child }) => child))
  for (const fact of facts)
    if ('child' in fact && fact.child && known.has(fact.child)) await askRedraws(db, recorded, fact)
}

/** The things of its case, or the duties of its child. */
async function reachedBy(db: Db, fact: Fact): Promise<readonly string[]> {
  const [stuck, child] = [
    'case' in fact ? (fact.case ?? null) : null,
    'child' in fact && typeof fact.child === 'string' ? fact.child : null,
  ]
  const { rows } = await sql<{ id: string }>`
    select id from requests where case_id = ${stuck} union all select id from meetings where case_id = ${stuck}
    union all select id from actions where case_id = ${stuck} union all select id from raisings where case_id = ${stuck}
    union all select id from closings where case_id = ${stuck} union all select id from duties where child = ${child}
  `.execute(db)
  return rows.map(({ id }) => id)
}
