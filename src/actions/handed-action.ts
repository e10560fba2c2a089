/** An action as it is handed over: see `src/parts/hand-to.ts`. */
import type { ClimbKey } from '../climbs/needs.ts'
import type { ActionId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import type { Handed } from '../parts/hand-to.ts'
import type { World } from '../ports/world.ts'
import { actionFacts, answerButtons, offeredButtons, offeringButtons, openButton } from './action.card.ts'
import type { Action } from './action.ts'
import type { ActionsNeeds } from './needs.ts'

export const offerClimb = (id: ActionId): ClimbKey => ({ climb: 'action-offered', thing: id })

export function handedAction(world: World<ActionsNeeds>, action: Action): Handed {
  const { id, ref, owner, offer } = action
  const { tx, partnership } = world
  return {
    about: { subject: 'action', id },
    climb: offerClimb(id),
    called: `Case ${ref}: an action`,
    ...{ owner, offer },
    facts: [actionFacts(action, nameOf(partnership, owner))],
    buttons: {
      ...{ asked: offeredButtons(id), owner: answerButtons(action) },
      ...{ offering: offeringButtons(action), other: [openButton(id)] },
    },
    async keep(next) {
      const to = next?.to ?? offer?.to ?? owner
      await tx.saveAction({ ...action, offer: next })
      await tx.record(
        next
          ? { fact: 'action-offered', case: action.case, action: id, from: owner, to }
          : { fact: 'action-offer-ended', case: action.case, action: id, to },
      )
    },
  }
}
