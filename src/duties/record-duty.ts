/** "Recorded": on which day, what, and by whom. */
import { isRefusal } from '../display/refusal.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { dutyLadder } from '../climbs/ladder.ts'
import { endClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { recordedCard } from './duty.card.ts'
import { childRefused, dutyInWords, type Duty } from './duty.ts'
import { aboutDuty, findOwnDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { recordFields, recordForm } from './record-duty.form.ts'

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
  const declared = recordFields(duty, dayOf(now))
  const form = recordForm(world, duty)
  const read = await readOrStop(world, by.id, { about: aboutDuty(duty), fields: declared, form, sent })
  if (isAnswer(read)) return read

  const { on, as } = read.values
  const recorded: Duty = { ...duty, state: 'recorded', recordedOn: on, recordedAs: as }
  await tx.saveDuty(recorded)
  await tx.saveDutyWords(id, { kind: 'recorded', by: by.id, at: now, words: answeredWords(declared, read.values) })
  await tx.record({ fact: 'duty-recorded', child: duty.child, duty: id, kind: duty.kind, on })
  await tx.withdraw({ subject: 'duty', id })
  await tellIro(world, by, recorded)
  await endClimb(world, dutyLadder(id))
  const what = `${dutyInWords[duty.kind]} for child ${duty.ref}`
  return done(`Recorded: ${what}${as === childRefused ? ', refused by the child' : ''}, ${inWords(on)}.`)
}

/** Tells the IRO that it is no longer overdue, if they were told that it was. */
async function tellIro(world: World<DutiesNeeds>, by: PartnershipPerson, duty: Duty): Promise<void> {
  const { iro, id } = duty
  const known = await world.tx.climbOf(dutyLadder(id))
  if (!iro || iro === by.id || known?.climb.reached?.stage !== 'iro') return
  const about = { subject: 'person', id: iro } as const
  await tell(world, { key: `recorded-${id}-${iro}`, to: iro, card: recordedCard(duty, by.name), about })
}
