/** "Recorded": on which day, what, and by whom. An assessment that was not held is recorded as that, and stays open. */
import { isRefusal, notComplete } from '../display/refusal.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { dutyLadder } from '../climbs/ladder.ts'
import { endClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { ChildEventId, PersonId, type DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { isNotHeld } from './child-event.ts'
import { recordedCard } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import { aboutDuty, findOwnDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { endAskingAgain, keepNotHeld } from './not-held.ts'
import { lacksOfNotHeld, recordFields, recordForm } from './record-duty.form.ts'
import { startReview } from './start-review.ts'
import { tellIro } from './tell-iro.ts'

export async function showRecordForm(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findOwnDuty(world, by, id)
  return isRefusal(found) ? found : recordForm(world, found.duty)
}

export async function recordDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const found = await findOwnDuty(world, by, id)
  if (isRefusal(found)) return found
  const { duty } = found
  const fields = recordFields(world.partnership, duty, dayOf(now))
  const form = recordForm(world, duty)
  const further = lacksOfNotHeld
  const read = await readOrStop(world, by.id, { about: aboutDuty(duty), fields, form, sent, further })
  if (isAnswer(read)) return read

  const { on, as, again, againWith } = read.values
  const { assessed } = (await tx.childById(duty.child)) ?? {}
  if (duty.kind === 'review-health-assessment' && assessed && !isNotHeld(as) && on <= assessed.on)
    return notComplete({ on: `One of ${inWords(assessed.on)} is recorded. Give a date after it.` })
  const words = answeredWords(fields, read.values)
  if (isNotHeld(as) && again && againWith) {
    await tx.saveDutyWords(id, { kind: 'not-held', by: by.id, at: now, words })
    return keepNotHeld(world, by, duty, { kind: as, on, again: { by: again, with: PersonId.parse(againWith) } })
  }
  const recorded: Duty = { ...duty, state: 'recorded', recordedOn: on, recordedAs: as }
  await tx.saveDuty(recorded)
  await tx.saveDutyWords(id, { kind: 'recorded', by: by.id, at: now, words })
  await tx.record({ fact: 'duty-recorded', child: duty.child, duty: id, kind: duty.kind, on })
  if (duty.kind !== 'permanence-plan') {
    const held = { kind: 'assessment-held', on, by: by.id, at: now, duty: id } as const
    await tx.saveChildEvent({ id: ChildEventId.parse(world.newId()), child: duty.child, ...held })
  }
  await tx.withdraw({ subject: 'duty', id })
  await tellIro(world, by, duty, recordedCard(recorded, by.name))
  await endClimb(world, dutyLadder(id))
  await endAskingAgain(world, duty)
  const next = duty.kind === 'permanence-plan' ? undefined : await startReview(world, duty.child, duty.owner)
  const then = next ? ` The ${dutyInWords[next.kind]} is due on ${inWords(next.due)}.` : ''
  return done(`Recorded: ${dutyInWords[duty.kind]} for child ${duty.ref}, ${inWords(on)}.${then}`)
}
