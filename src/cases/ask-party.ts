/** The social worker is a party to a disagreement: they hear that there is one, and are asked how they see it like everybody else. */
import { Typed } from '../display/typed.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { disagreementForPartyCard } from './raised.card.ts'

/** Before it is confirmed nobody is asked for a view, and they learn that it waits for others. */
export async function tellParty(world: World<CasesNeeds>, stuck: Case, by?: Raising['by']): Promise<void> {
  const { socialWorker: to } = stuck
  if (to === by || !personById(world.partnership, to)) return
  await tell(world, {
    ...{ key: `disagreement-party-${stuck.id}-${to}`, to, card: disagreementForPartyCard(stuck) },
    ...{ about: { subject: 'case', id: stuck.id }, what: 'for-social-worker' },
  })
}

/**
 * In a case that is confirmed and not closed, once. Nobody puts into words what they are asked, and those of the person who
 * raised it are not for them.
 */
export async function askParty({ tx, now, partnership }: World<CasesNeeds>, stuck: Case): Promise<void> {
  const { id, socialWorker: person, state } = stuck
  const agency = partnership.authority
  if (state === 'raised' || state === 'closed') return
  if (stuck.asked.some((one) => one.agency === agency) || !personById(partnership, person)) return
  const because = new Typed('Somebody has raised a disagreement in this case. Please say how you see it.')
  await tx.saveCase({ ...stuck, asked: [...stuck.asked, { agency, person, because }] })
  await tx.setWake({ wake: 'inputs-ask', case: id }, now)
}
