/** On which weekday a person reads again what has not moved. */
import { button, text } from '../display/card.ts'
import { filled, form, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { weekdayInWords, weekdays, type Weekday } from './weekday.ts'

export const overviewButton = button('Day of my overview', { ask: 'open-overview-day' })

export const overviewFields = fields({
  weekday: {
    field: 'choice',
    label: 'On which day?',
    options: weekdays.map((day) => ({ value: String(day), label: weekdayInWords[day] })),
  },
})

export const overviewForm = (chosen: Weekday): Form =>
  form('Day of my overview', {
    intro: [
      text(
        'Once a week you are told again what is still not done and has not moved. ' +
          'What is new to you is told on its own day. If the office is closed, you get it on the next working day.',
      ),
    ],
    fields: overviewFields,
    values: { weekday: filled(String(chosen)) },
    submit: { label: 'Save', ask: { ask: 'set-overview-day' } },
  })
