/** What was recorded of a duty, on which day and by whom; of a health assessment also why it was not held. */
import type { Day } from '../calendar/day.ts'
import { furthestDay } from '../calendar/furthest-day.ts'
import { dayOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { FieldErrors, Form, Option } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import type { World } from '../ports/world.ts'
import { isNotHeld, notHeldKinds } from './child-event.ts'
import { earliestAssessment } from './due-day.ts'
import { dutyFacts } from './duty.card.ts'
import { dutyInWords, type Duty, type DutyKind } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'
import { colleaguesFor } from './pass-duty.form.ts'

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

/** The first alone is done. */
const healthAssessments = [
  { value: 'assessed-with-plan', label: 'Assessed, with a written health plan' },
  { value: 'child-refused', label: 'The young person understands what it is and has refused' },
  { value: 'was-not-brought', label: 'The child was not brought' },
  { value: 'declined-for-child', label: 'A carer or parent declined it' },
  { value: 'waiting-for-consent', label: 'It is waiting for consent' },
] as const satisfies readonly Option[]

export const recordable = {
  'permanence-plan': permanencePlans,
  'health-assessment': healthAssessments,
  'review-health-assessment': healthAssessments,
} as const satisfies Record<DutyKind, readonly Option[]>

type Recording = Pick<Duty, 'kind' | 'careFrom' | 'began' | 'iro' | 'chair'>

export function recordFields(partnership: Partnership, duty: Recording, today: Day) {
  const { kind, careFrom, began = careFrom } = duty
  const isPlan = kind === 'permanence-plan'
  const earliest = isPlan ? began : earliestAssessment(began)
  return fields({
    on: { field: 'day', label: isPlan ? 'When was it recorded?' : 'When was that?', earliest, latest: today },
    as: {
      field: 'choice',
      label: isPlan ? 'What was recorded?' : 'What came of it?',
      ...(!isPlan && { hint: 'Only an assessment that was held is done. After anything else, reminders go on.' }),
      options: recordable[kind],
    },
    ...(isPlan ? undefined : notHeldFields(partnership, duty, today)),
    byWhom: { field: 'words', label: 'Who recorded it?', max: 200, lines: 'one' },
  })
}

const onceNotHeld = { when: { as: notHeldKinds }, optional: 'at-times' } as const

const notHeldFields = (partnership: Partnership, duty: Recording, today: Day) =>
  fields({
    judged: {
      field: 'words',
      label: 'Who judged that they understand what it is?',
      max: 200,
      lines: 'one',
      ...{ when: { as: ['child-refused'] }, optional: 'at-times' },
    },
    why: {
      field: 'words',
      label: 'What is the reason, as far as you know?',
      hint: 'Leave out details of health.',
      max: 1000,
      lines: 'many',
      ...onceNotHeld,
    },
    again: {
      field: 'day',
      label: 'By when will it be offered or asked for again?',
      earliest: addDays(today, 1),
      latest: furthestDay(today),
      ...onceNotHeld,
    },
    againWith: {
      ...colleagueField(partnership, colleaguesFor(partnership, duty), 'Who will do that?'),
      ...onceNotHeld,
    },
  })

type Read = Partial<Readonly<Record<'as' | 'judged' | 'why' | 'again' | 'againWith', unknown>>>

/** A refusal counts only where somebody judged that the young person understands (SI 2010/959, regulation 7(4)). */
export function lacksOfNotHeld({ as, judged, why, again, againWith }: Read): FieldErrors {
  if (typeof as !== 'string' || !isNotHeld(as)) return {}
  return {
    ...(as === 'child-refused' && !judged && { judged: 'Say who judged that.' }),
    ...(!why && { why: 'Say why, or that nobody knows.' }),
    ...(!again && { again: 'Give a date.' }),
    ...(!againWith && { againWith: 'Choose one.' }),
  }
}

export const recordForm = ({ partnership, now }: World<DutiesNeeds>, duty: Duty): Form =>
  safeguardedForm(duty.kind === 'permanence-plan' ? 'Recorded' : 'What came of it', partnership.urgent, {
    intro: [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`), dutyFacts(duty)],
    fields: recordFields(partnership, duty, dayOf(now)),
    submit: { label: 'Record it', ask: { ask: 'record-duty', duty: duty.id } },
  })
