/** On which day a duty is expected to be done. */
import type { Day } from '../calendar/day.ts'
import { furthestDay } from '../calendar/furthest-day.ts'
import { text } from '../display/card.ts'
import { form, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { dutyFacts } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'

export const expectFields = (today: Day) =>
  fields({
    on: {
      field: 'day',
      label: 'When do you expect it to be done?',
      earliest: today,
      latest: furthestDay(today),
    },
  })

export const expectForm = (duty: Duty, today: Day): Form =>
  form('Expected on', {
    intro: [
      text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`),
      dutyFacts(duty),
      text('This does not change the due date or the reminders.'),
    ],
    fields: expectFields(today),
    submit: { label: 'Save the date', ask: { ask: 'expect-duty', duty: duty.id } },
  })
