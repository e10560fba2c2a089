/** "Not mine": a colleague is asked to take the duty on, and it is theirs when they say "I have it". */
import { endClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import { type FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import { handTo, tellOvertaken } from '../parts/hand-to.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { passedOnCard } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import { findOwnDuty } from './find-duty.ts'
import { handedDuty, offerClimb } from './handed-duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { colleaguesOf, passFields, passForm } from './pass-duty.form.ts'

export async function showPassForm(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findOwnDuty(world, by, id)
  return isRefusal(found) ? found : passForm(world, found.duty)
}

export async function passDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const found = await findOwnDuty(world, by, id)
  if (isRefusal(found)) return found
  const { duty } = found
  const declared = passFields(partnership, duty)
  const read = readForm(declared, sent)
  if (isRefusal(read)) return read
  const to = colleagueFrom(colleaguesOf(partnership, duty), read.values.to)

  const { reason } = read.values
  const words = answeredWords({ reason: declared.reason }, { reason })
  await tx.saveDutyWords(id, { kind: 'passed-on', by: by.id, at: now, words })
  const owner = personById(partnership, duty.owner)
  if (owner) {
    await handTo(world, by, handedDuty(world, duty), to)
    return done(
      `${to.name} is asked to take on the ${dutyInWords[duty.kind]} for child ${duty.ref}. ` +
        `It stays with ${owner.id === by.id ? 'you' : owner.name} until they say "I have it".`,
    )
  }
  // Nobody is there who could keep it.
  await tell(world, {
    key: `passed-${id}-${world.newId()}`,
    to: to.id,
    card: passedOnCard(await giveDuty(world, duty, to), by.name),
    about: { subject: 'duty', id },
    what: 'for-owner',
  })
  return done(`${to.name} will be told that the ${dutyInWords[duty.kind]} for child ${duty.ref} is now with them.`)
}

/** It is this person's from now on. Nobody is told by this but somebody else who was asked to take it on. */
export async function giveDuty(world: World<DutiesNeeds>, duty: Duty, to: PartnershipPerson): Promise<Duty> {
  const { tx } = world
  const { id, child, kind } = duty
  const passed: Duty = { ...duty, owner: to.id, offer: undefined }
  await tx.saveDuty(passed)
  if (duty.offer) await tellOvertaken(world, { ...handedDuty(world, duty), offer: duty.offer }, to.id)
  await tx.record({ fact: 'duty-passed-on', child, duty: id, kind, from: duty.owner, to: to.id })
  await tx.withdraw({ subject: 'duty', id })
  await endClimb(world, offerClimb(id))
  return passed
}
