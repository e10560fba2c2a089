/** A duty that was handed to somebody: "I have it", "Not mine", "Take it back", and what happens when nobody says so. */
import { done, type Answer } from '../display/answer.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { decline, ringOffer, takeBack, tellAccepted } from '../parts/hand-to.ts'
import { may } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import type { World } from '../ports/world.ts'
import { dutyInWords } from './duty.ts'
import { findDuty } from './find-duty.ts'
import { handedDuty, offerClimb } from './handed-duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { colleaguesOf } from './pass-duty.form.ts'
import { giveDuty } from './pass-duty.ts'

/** "I have it": only now is it theirs. */
export async function acceptDuty(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findDuty(world, by, id)
  if (isRefusal(found)) return found
  const { duty, parts } = found
  const { offer, kind, ref } = duty
  if (!offer || !may(parts, by.id, 'take-on')) return refused('not-yours-to-answer')
  if (duty.state === 'recorded') return refused('already-done')
  const to = personById(world.partnership, offer.to)
  if (!to || !colleaguesOf(world.partnership, duty).includes(to)) return refused('may-not-hold')
  await giveDuty(world, duty, to)
  await tellAccepted(world, by, { ...handedDuty(world, duty), offer })
  return done(`Thank you. The ${dutyInWords[kind]} for child ${ref} is now with ${to.id === by.id ? 'you' : to.name}.`)
}

/** "Not mine" of the person who was asked, and "Take it back" of who answers for it. */
export async function declineDuty(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findDuty(world, by, id)
  if (isRefusal(found)) return found
  const { duty, parts } = found
  const isAsked = may(parts, by.id, 'take-on')
  if (!isAsked && !may(parts, by.id, 'duty-answer')) return refused('not-yours-to-answer')
  const { offer, owner, kind, ref } = duty
  if (!offer) return refused('already-done')
  const handed = { ...handedDuty(world, duty), offer }
  await (isAsked ? decline(world, by, handed) : takeBack(world, handed))
  const name = (one: typeof owner) => nameOf(world.partnership, one)
  return done(
    `The ${dutyInWords[kind]} for child ${ref} stays with ${name(owner)}. ${name(isAsked ? owner : offer.to)} will be told.`,
  )
}

export async function remindDutyOffered(world: World<DutiesNeeds>, id: DutyId): Promise<void> {
  const duty = await world.tx.lockDuty(id)
  const isOpen = duty?.state === 'open' && duty.chased
  const parts = duty ? named({ duty }, world.partnership) : []
  await ringOffer(world, offerClimb(id), isOpen ? handedDuty(world, duty) : undefined, parts)
}
