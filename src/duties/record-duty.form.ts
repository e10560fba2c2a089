/** What was recorded of a duty, on which day and by whom. */
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { addMonths } from '../calendar/months.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form, Option } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { World } from '../ports/world.ts'
import { dutyFacts } from './duty.card.ts'
import { childRefused, dutyInWords, type Duty, type DutyKind } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** Plans for permanence as the Standard Safeguarding Dataset tells them apart (`ssd_cla_care_plan`). */
const permanencePlans = [
  { value: 'remain-with-family', label: 'Stay with the family, with support' },
  { value: 'return-within-1-month', label: 'Return home within 1 month' },
  { value: 'return-within-6-months', label: 'Return home within 6 months' },
  { value: 'return-later', label: 'Return home later' },
  {
    value: 'relatives-or-friends',
    label: 'Relatives or friends, including special guardianship or child arrangements',
  },
  { value: 'long-term-fostering', label: 'Long-term fostering until 18' },
  { value: 'residential', label: 'Long-term residential care' },
  { value: 'supported-living', label: 'Supported living in the community' },
  { value: 'adoption', label: 'Adoption' },
  { value: 'other', label: 'Another plan' },
] as const satisfies readonly Option[]

const healthAssessments = [
  { value: 'assessed-with-plan', label: 'Assessed, with a written health plan' },
  { value: childRefused, label: 'The child understands what it is and has refused' },
] as const satisfies readonly Option[]

export const recordable = {
  'permanence-plan': permanencePlans,
  'health-assessment': healthAssessments,
} as const satisfies Record<DutyKind, readonly Option[]>

/** An assessment shortly before care began counts; how shortly is to be checked locally. */
export const earliestHealthAssessment = (careFrom: Day): Day => addMonths(careFrom, -3)

export function recordFields(
  { kind, careFrom, began = careFrom }: Pick<Duty, 'kind' | 'careFrom' | 'began'>,
  today: Day,
) {
  const earliest = kind === 'permanence-plan' ? began : earliestHealthAssessment(began)
  return fields({
    on: { field: 'day', label: 'When was it recorded?', earliest, latest: today },
    as: { field: 'choice', label: 'What was recorded?', options: recordable[kind] },
    byWhom: { field: 'words', label: 'Who recorded it?', max: 200, lines: 'one' },
  })
}

export const recordForm = ({ partnership, now }: World<DutiesNeeds>, duty: Duty): Form =>
  safeguardedForm('Recorded', partnership.urgent, {
    intro: [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`), dutyFacts(duty)],
    fields: recordFields(duty, dayOf(now)),
    submit: { label: 'Record it', ask: { ask: 'record-duty', duty: duty.id } },
  })
