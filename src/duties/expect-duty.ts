/** "Expected on": a day that is shown beside the due day, and changes nothing. */
import type { Day } from '../calendar/day.ts'
import { furthestDay } from '../calendar/furthest-day.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { done, type Answer } from '../display/answer.ts'
import { text } from '../display/card.ts'
import { form, type Form, type FormValues } from '../display/form.ts'
import { fields, readForm } from '../display/read-form.ts'
import { notComplete } from '../display/refusal.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { dutyFacts } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import { findOwnDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'

const expectFields = (today: Day) =>
  fields({
    on: {
      field: 'day',
      label: 'On which day do you expect it?',
      earliest: today,
      latest: furthestDay(today),
    },
  })

const expectForm = (duty: Duty, today: Day): Form =>
  form('Expected on', {
    intro: [
      text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`),
      dutyFacts(duty),
      text('The date by which the law expects it stays as it is, and so do the reminders.'),
    ],
    fields: expectFields(today),
    submit: { label: 'Expect it', ask: { ask: 'expect-duty', duty: duty.id } },
  })

export async function showExpectForm(world: World<DutiesNeeds>, by: PartnershipPerson, id: DutyId): Promise<Answer> {
  const found = await findOwnDuty(world, by, id)
  return 'kind' in found ? found : expectForm(found.duty, dayOf(world.now))
}

export async function expectDuty(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  id: DutyId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now } = world
  const found = await findOwnDuty(world, by, id)
  if ('kind' in found) return found
  const read = readForm(expectFields(dayOf(now)), sent)
  if ('errors' in read) return notComplete(read.errors)
  const { duty } = found
  const { on } = read.values
  await tx.saveDuty({ ...duty, expectedOn: on })
  await tx.record({ fact: 'duty-expected', child: duty.child, duty: id, kind: duty.kind, on })
  return done(`Noted: expected on ${inWords(on)}. It stays due on ${inWords(duty.due)}.`)
}
