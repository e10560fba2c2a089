/** A duty as it is handed over: see `src/parts/hand-to.ts`. */
import type { ClimbKey } from '../climbs/needs.ts'
import type { DutyId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import type { Handed } from '../parts/hand-to.ts'
import type { World } from '../ports/world.ts'
import { dutyButtons, dutyFacts, offeredButtons, offeringButtons, openButton } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

export const offerClimb = (id: DutyId): ClimbKey => ({ climb: 'duty-offered', thing: id })

export function handedDuty(world: World<DutiesNeeds>, duty: Duty): Handed {
  const { id, ref, owner, offer, child, kind } = duty
  const { tx, partnership } = world
  return {
    about: { subject: 'duty', id },
    climb: offerClimb(id),
    called: `Child ${ref}: ${dutyInWords[kind]}`,
    ...{ owner, offer },
    facts: [dutyFacts(duty, nameOf(partnership, owner))],
    buttons: {
      ...{ asked: offeredButtons(duty), owner: dutyButtons(duty) },
      ...{ offering: offeringButtons(duty), other: [openButton(duty)] },
    },
    async keep(next) {
      const to = next?.to ?? offer?.to ?? owner
      await tx.saveDuty({ ...duty, offer: next })
      await tx.record(
        next
          ? { fact: 'duty-offered', child, duty: id, kind, from: owner, to }
          : { fact: 'duty-offer-ended', child, duty: id, kind, to },
      )
    },
  }
}
