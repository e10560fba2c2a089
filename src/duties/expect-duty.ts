/** "Expected on": a day that is shown beside the due day, and changes nothing. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { expectFields, expectForm } from './expect-duty.form.ts'
import { findOwnDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'

export async function showExpectForm(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findOwnDuty(world, by, id)
  return isRefusal(found) ? found : expectForm(found.duty, dayOf(world.now))
}

export async function expectDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const found = await findOwnDuty(world, by, id)
  if (isRefusal(found)) return found
  const read = readForm(expectFields(dayOf(now)), sent)
  if (isRefusal(read)) return read
  const { duty } = found
  const { on } = read.values
  await tx.saveDuty({ ...duty, expectedOn: on })
  await tx.record({ fact: 'duty-expected', child: duty.child, duty: id, kind: duty.kind, on })
  return done(`Saved. You expect it on ${inWords(on)}. It is still due on ${inWords(duty.due)}.`)
}
