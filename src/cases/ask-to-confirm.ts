/** Asks the people who settle a case to confirm it. */
import { tell } from '../people/tell.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { confirmCard, confirmDisagreementCard } from './raised.card.ts'
import { whoSettles } from './who-settles.ts'

export async function askToConfirm(world: World<CasesNeeds>, stuck: Case, { by }: Pick<Raising, 'by'>): Promise<void> {
  const { partnership } = world
  const { id, disagreement } = stuck
  const isByIro = personById(partnership, by)?.roles.includes('iro') ?? false
  for (const { person: to, what } of whoSettles(stuck, partnership))
    await tell(world, {
      key: disagreement ? `convene-${id}-${to}` : `confirm-${id}`,
      to,
      card: disagreement ? confirmDisagreementCard(stuck, partnership) : confirmCard(stuck, partnership, isByIro),
      about: { subject: 'case', id },
      what,
    })
}
