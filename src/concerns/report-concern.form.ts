/** To whom and when a risk was reported. */
import { list, text } from '../display/card.ts'
import { form, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { ConcernId } from '../ids.ts'
import type { UrgentLines } from '../partnership/partnership.ts'
import { childMayRead, nobodyWatches, reported, urgentLines } from './safeguarded.form.ts'

export const reportFields = fields({
  reportedTo: { ...reported.to, label: 'Who was it reported to?' },
  reportedAt: { ...reported.at, label: 'When was it reported?' },
})

export function reportForm(concern: ConcernId, urgent: UrgentLines): Form {
  return form('Record the report', {
    intro: [text(nobodyWatches), list(urgentLines(urgent))],
    fields: reportFields,
    submit: { label: 'It was reported', ask: { ask: 'report-concern', concern } },
    outro: [text(childMayRead)],
  })
}
