/** The family is told by the social worker of today: what the one before had still to say goes with the case. */
import { giveAction } from '../actions/hand-over-action.ts'
import type { Case } from '../cases/case.ts'
import type { PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { HandoversNeeds } from './needs.ts'
import { actionYoursCard } from './yours.card.ts'

export async function passFamilyOn(
  world: World<HandoversNeeds>,
  stuck: Case,
  from: PersonId,
  to: PartnershipPerson,
): Promise<void> {
  const actions = await world.tx.actionsOf(stuck.id)
  for (const action of actions.filter((one) => one.tells && one.state === 'open' && one.owner === from)) {
    const theirs = await giveAction(world, { action, stuck }, to)
    await tell(world, {
      key: `handed-over-${action.id}-${world.newId()}`,
      to: to.id,
      card: actionYoursCard(theirs, nameOf(world.partnership, from)),
      about: { subject: 'action', id: action.id },
      what: 'for-owner',
    })
  }
}
