/** On a platform that takes updates no card stands with a button that would be refused, and each is drawn as it stands. */
import { createStore } from '../../../adapters/postgres/transaction/store.ts'
import { canBeSettled } from '../../../src/settled-by.ts'
import { createWouldRefuse } from '../../../src/would-refuse.ts'
import type { Card } from '../../../src/display/card.ts'
import type { PersonId } from '../../../src/ids.ts'
import type { World } from '../world.ts'

export async function noButtonThatWouldBeRefused(world: World): Promise<readonly string[]> {
  const { db, seals, clock, landed, drawn, partnership } = world
  const store = createStore({ db, seals, committed: () => undefined })
  const wouldRefuse = createWouldRefuse({ store, clock, partnership, newId: () => crypto.randomUUID() })
  const here = new Set<PersonId>(partnership().people.map(({ id }) => id))
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('accounts', (join) =>
      join.onRef('accounts.person', '=', 'outbox.person').onRef('accounts.platform', '=', 'outbox.platform'),
    )
    .select('outbox.id')
    .where('state', 'in', ['sent', 'unsure'])
    .where('outbox.platform', 'in', ['slack', 'teams'])
    .where('removed_at', 'is', null)
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  const tried = new Map<string, Promise<boolean>>()
  const found = new Set<string>()
  for (const { marker, to, card } of landed) {
    if (!known.has(marker) || !here.has(to)) continue
    const stands = drawn.get(marker) ?? card
    for (const { label, ask } of buttonsOf(stands)) {
      if (!canBeSettled(ask)) continue
      const key = `${to} ${JSON.stringify(ask)}`
      const refused = tried.get(key) ?? wouldRefuse(ask, to)
      tried.set(key, refused)
      if (await refused) found.add(`"${label}" (${ask.ask}) on "${stands.title}" would be refused to ${to}`)
    }
  }
  return [...found]
}

const buttonsOf = ({ body, buttons }: Card) => [
  ...buttons,
  ...body.flatMap((block) => (block.block === 'row' ? [block.button] : [])),
]
