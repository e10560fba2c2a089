/** To whom and when a risk was reported. */
import { foldedNumbers, text } from '../display/card.ts'
import { form, type FieldErrors, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Typed } from '../display/typed.ts'
import type { ConcernId } from '../ids.ts'
import type { UrgentLines } from '../partnership/partnership.ts'
import { childMayRead, nobodyWatches, reported, urgentLines } from './safeguarded.form.ts'

/** The designated officer alone does not see to a child at risk. */
const ofRisk = reported.to.options.filter(({ value }) => value !== 'designated-officer')

export const reportFields = fields({
  reportedTo: { ...reported.to, options: ofRisk, label: 'Who was it reported to?' },
  reportedAt: { ...reported.at, label: 'When was it reported?' },
  spokenTo: reported.spokenTo,
})

/** What the fields say together. */
export const reportErrors = (given: {
  readonly reportedTo?: string | undefined
  readonly spokenTo?: Typed | undefined
}): FieldErrors =>
  given.reportedTo === 'somebody-else' && !given.spokenTo ? { spokenTo: 'Say who it was reported to.' } : {}

export function reportForm(concern: ConcernId, urgent: UrgentLines): Form {
  return form('Record the report', {
    intro: [text(nobodyWatches), foldedNumbers(urgentLines(urgent))],
    fields: reportFields,
    submit: { label: 'It was reported', ask: { ask: 'report-concern', concern } },
    outro: [text(childMayRead)],
  })
}
