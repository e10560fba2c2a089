/** What every form with free text says first, asks last and ends with. */
import { list, text } from '../display/card.ts'
import { form, type FieldErrors, type Fields, type Form, type FormValues } from '../display/form.ts'
import { fields, readForm, type ReadForm, type ValuesOf } from '../display/read-form.ts'
import { isRefusal, notComplete, type Refusal } from '../display/refusal.ts'
import type { UrgentLines } from '../partnership/partnership.ts'

export const nobodyWatches = 'Nobody watches this form. It is not a referral.'
export const childMayRead = 'The child may read this one day.'

/** To whom and when, wherever it is asked: the numbers are of characters. */
export const reported = {
  to: { field: 'words', max: 200, lines: 'one' },
  at: { field: 'words', max: 100, lines: 'one' },
} as const

export const dangerFields = fields({
  danger: {
    field: 'choice',
    label: 'Is a child at risk of harm now, or is there an allegation against someone who works with children?',
    options: [
      { value: 'no', label: 'No' },
      { value: 'reported', label: 'Yes, and it has been reported' },
      { value: 'risk-unreported', label: 'Yes, a child is at risk. It has not been reported yet' },
      {
        value: 'allegation-unreported',
        label: 'Yes, an allegation against a worker, and it has not been reported yet',
      },
    ],
    suffices: ['risk-unreported', 'allegation-unreported'],
  },
  reportedTo: {
    ...reported.to,
    label: 'If it has been reported, who was told?',
    optional: 'as-asked',
  },
  reportedAt: { ...reported.at, label: 'If it has been reported, when?', optional: 'as-asked' },
})

export const urgentLines = (urgent: UrgentLines): readonly string[] => [
  urgent.emergency,
  urgent.daytimeReferral,
  urgent.outOfHours,
  urgent.designatedOfficer,
]

type Parts = Pick<Form, 'fields' | 'submit'> & Partial<Pick<Form, 'intro' | 'values' | 'outro'>>

export function safeguardedForm(title: string, urgent: UrgentLines, parts: Parts): Form {
  return form(title, {
    ...parts,
    intro: [text(nobodyWatches), list(urgentLines(urgent)), ...(parts.intro ?? [])],
    fields: { ...parts.fields, ...dangerFields },
    outro: [...(parts.outro ?? []), text(childMayRead)],
  })
}

export type Unreported = 'risk-unreported' | 'allegation-unreported'

export type Safeguarded<F extends Fields> =
  | { readonly unreported: Unreported }
  | Refusal
  | { readonly values: ValuesOf<F>; readonly report?: ValuesOf<typeof dangerFields> }

/** Danger is read first: an incomplete form that tells of it must not be held up by its other fields. */
export function readSafeguarded<F extends Fields>(declared: F, sent: FormValues): Safeguarded<F> {
  const danger = readForm(dangerFields, sent)
  if (!isRefusal(danger)) {
    const kind = danger.values.danger
    if (kind === 'risk-unreported' || kind === 'allegation-unreported') return { unreported: kind }
  }
  const read = readForm(declared, sent)
  const errors = { ...(isRefusal(read) && read.fields), ...reportErrors(danger) }
  if (Object.keys(errors).length > 0 || isRefusal(read) || isRefusal(danger)) return notComplete(errors)
  return danger.values.danger === 'reported' ? { values: read.values, report: danger.values } : { values: read.values }
}

function reportErrors(danger: ReadForm<typeof dangerFields>): FieldErrors {
  if (isRefusal(danger)) return danger.fields ?? {}
  const { danger: kind, reportedTo, reportedAt } = danger.values
  if (kind !== 'reported') return {}
  return {
    ...(!reportedTo && { reportedTo: 'Say who was told.' }),
    ...(!reportedAt && { reportedAt: 'Say when it was reported.' }),
  }
}
