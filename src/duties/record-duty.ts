/** "Recorded": on which day, what, and by whom. */
import { isRefusal } from '../display/refusal.ts'
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { addMonths } from '../calendar/months.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import { text } from '../display/card.ts'
import type { Form, FormValues, Option } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { DutyId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { dutyFacts, recordedCard } from './duty.card.ts'
import { dutyInWords, type Duty, type DutyKind } from './duty.ts'
import { aboutChild, findOwnDuty } from './find-duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** Plans for permanence as the Standard Safeguarding Dataset tells them apart (`ssd_cla_care_plan`). */
const permanencePlans = [
  { value: 'remain-with-family', label: 'Remain with the family, supported' },
  { value: 'return-within-1-month', label: 'Return home within 1 month' },
  { value: 'return-within-6-months', label: 'Return home within 6 months' },
  { value: 'return-later', label: 'Return home later' },
  { value: 'relatives-or-friends', label: 'Long-term with relatives or friends, also by SGO or CAO' },
  { value: 'long-term-fostering', label: 'Long-term fostering until 18' },
  { value: 'residential', label: 'Long-term residential placement' },
  { value: 'supported-living', label: 'Supported living in the community' },
  { value: 'adoption', label: 'Adoption' },
  { value: 'other', label: 'Another plan' },
] as const satisfies readonly Option[]

const healthAssessments = [
  { value: 'assessed-with-plan', label: 'Assessed, with a written health plan' },
  // SI 2010/959, regulation 7(4): recorded and not chased.
  { value: 'child-refused', label: 'The child understands what it is and has refused' },
] as const satisfies readonly Option[]

export const recordable = {
  'permanence-plan': permanencePlans,
  'health-assessment': healthAssessments,
} as const satisfies Record<DutyKind, readonly Option[]>

/** An assessment shortly before care began counts; how shortly is to be checked locally. */
export const earliestHealthAssessment = (careFrom: Day): Day => addMonths(careFrom, -3)

function recordFields({ kind, careFrom }: Pick<Duty, 'kind' | 'careFrom'>, today: Day) {
  const earliest = kind === 'permanence-plan' ? careFrom : earliestHealthAssessment(careFrom)
  return fields({
    on: { field: 'day', label: 'On which day was it recorded?', earliest, latest: today },
    as: { field: 'choice', label: 'What was recorded?', options: recordable[kind] },
    byWhom: { field: 'words', label: 'By whom?', max: 200, lines: 'one' },
  })
}

const recordForm = ({ partnership, now }: World<DutiesNeeds>, duty: Duty): Form =>
  safeguardedForm('Recorded', partnership.urgent, {
    intro: [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`), dutyFacts(duty)],
    fields: recordFields(duty, dayOf(now)),
    submit: { label: 'Record it', ask: { ask: 'record-duty', duty: duty.id } },
  })

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
  const read = await readOrStop(world, by.id, { about: aboutChild(duty, world), fields: declared, form, sent })
  if (isAnswer(read)) return read

  const { on, as } = read.values
  const recorded: Duty = { ...duty, state: 'recorded', recordedOn: on, recordedAs: as }
  await tx.saveDuty(recorded)
  await tx.saveDutyWords(id, { kind: 'recorded', by: by.id, at: now, words: answeredWords(declared, read.values) })
  await tx.record({ fact: 'duty-recorded', child: duty.child, duty: id, kind: duty.kind, on })
  await tx.clearWake({ wake: 'duty-rung', duty: id })
  await tx.withdraw({ subject: 'duty', id })
  await tellIro(world, by, recorded)
  return done(`Recorded: ${dutyInWords[duty.kind]} of child ${duty.ref}, ${inWords(on)}.`)
}

/** An IRO who was told that it is overdue is told that it is not any more. */
async function tellIro(world: World<DutiesNeeds>, by: PartnershipPerson, duty: Duty): Promise<void> {
  const { iro, lastRung, id } = duty
  if (!iro || iro === by.id || lastRung !== 'iro') return
  const about = { subject: 'person', id: iro } as const
  await tell(world, { key: `recorded-${id}-${iro}`, to: iro, card: recordedCard(duty, by.name), about })
}
