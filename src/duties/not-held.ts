/**
 * An assessment was refused, or not held for another reason: it is nothing that was done. The duty stays open and its ladder
 * goes on; besides, it is asked on a day what came of it.
 */
import { inWords } from '../calendar/in-words.ts'
import type { Policy } from '../climbs/climb.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import { endClimb, startClimb } from '../climbs/take-step.ts'
import { done, type Answer } from '../display/answer.ts'
import { ChildEventId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { Policies } from '../partnership/policies.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import { notHeldInWords, type NotHeld } from './child-event.ts'
import { notHeldCard } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { tellIro } from './tell-iro.ts'

export const askedAgain = (id: ChildEventId): ClimbKey => ({ climb: 'assessment-again', thing: id })

/** On its day, then as soon as a case would be said again that nobody confirms, and up to the IRO. */
export function askedAgainPolicy({ unconfirmedWorkingDays, ladder }: Policies): Policy {
  const silence = { workingDays: unconfirmedWorkingDays }
  const [answers, by] = [['owner' as const], 'direct' as const]
  return {
    stages: [
      { stage: 'day', when: { workingDaysFromDue: 0 }, answers, by, tells: ['owner', 'asked'] },
      { stage: 'again', when: silence, answers, by, tells: ['owner', 'asked'] },
      { stage: 'lead', when: silence, answers, by, tells: ['owner', 'asked', 'lead'] },
      { stage: 'iro', when: silence, answers, by, tells: ['owner', 'asked', 'lead', 'iro'] },
    ],
    end: { repeats: { workingDays: ladder.repeat } },
  }
}

export async function keepNotHeld(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  before: Duty,
  came: Omit<NotHeld, 'id'>,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const { id: duty, child, kind, ref } = before
  const id = ChildEventId.parse(world.newId())
  const { kind: as, on, again } = came
  await endAskingAgain(world, before)
  await tx.saveChildEvent({ ...came, id, child, duty, by: by.id, at: now })
  await tx.record({ fact: 'assessment-not-held', child, duty, kind, as, on, again: again.by, with: again.with })
  await startClimb(world, askedAgain(id), askedAgainPolicy(partnership.policies), { due: again.by })
  await tellIro(world, by, before, notHeldCard({ ...before, notHeld: { ...came, id } }, by.name))
  const who = again.with === by.id ? 'you do' : `${nameOf(partnership, again.with)} does`
  return done(
    `Recorded: ${dutyInWords[kind]} for child ${ref}, ${notHeldInWords[as]}, ${inWords(on)}. It is still open. ` +
      `By ${inWords(again.by)} it is offered or asked for again: ${who} that.`,
  )
}

export async function endAskingAgain(world: World<DutiesNeeds>, { notHeld }: Duty): Promise<void> {
  if (notHeld) await endClimb(world, askedAgain(notHeld.id))
}
