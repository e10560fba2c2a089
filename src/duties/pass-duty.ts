/** "Not mine": the duty goes to a colleague, who is told and may pass it back. */
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { notComplete } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { passedOnCard } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import { aboutChild, findOwnDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { colleaguesOf, passFields, passForm } from './pass-duty.form.ts'

export async function showPassForm(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findOwnDuty(world, by, id)
  return 'kind' in found ? found : passForm(world, found.duty)
}

export async function passDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const found = await findOwnDuty(world, by, id)
  if ('kind' in found) return found
  const { duty } = found
  const declared = passFields(partnership, duty)
  const form = passForm(world, duty)
  const read = await readOrStop(world, by.id, { about: aboutChild(duty, world), fields: declared, form, sent })
  if ('answer' in read) return read.answer
  const to = colleagueFrom(colleaguesOf(partnership, duty), read.values.to)
  if (!to) return notComplete({ to: 'Nobody who could take this on has this email address.' })

  const passed: Duty = { ...duty, owner: to.id }
  const { reason } = read.values
  const words = answeredWords({ reason: declared.reason }, { reason })
  await tx.saveDuty(passed)
  await tx.saveDutyWords(id, { kind: 'passed-on', by: by.id, at: now, words })
  await tx.record({ fact: 'duty-passed-on', child: duty.child, duty: id, kind: duty.kind, to: to.id })
  await tx.withdraw({ subject: 'duty', id })
  await tell(world, {
    key: `passed-${id}-${world.newId()}`,
    to: to.id,
    card: passedOnCard(passed, by.name),
    about: { subject: 'duty', id },
  })
  return done(`${to.name} will be told that the ${dutyInWords[duty.kind]} for child ${duty.ref} is now with them.`)
}
