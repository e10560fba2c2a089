/** What every form about a child says first and last, and what it asks where somebody writes about the child in their own words. */
import { foldedNumbers, numbers, text, type CardBlock } from '../display/card.ts'
import { form, type FieldErrors, type Fields, type Form, type FormValues } from '../display/form.ts'
import { fields, readForm, type Further, type ReadForm, type ValuesOf } from '../display/read-form.ts'
import { isRefusal, notComplete, type Refusal } from '../display/refusal.ts'
import type { UrgentLines } from '../partnership/partnership.ts'

export const nobodyWatches = 'Nobody watches this form. It is not a referral.'
export const childMayRead = 'The child may read this one day.'

/** To whom and when, wherever it is asked: the numbers are of characters. Whom is chosen, so that a message may say it. */
export const reported = {
  to: {
    field: 'choice',
    options: [
      { value: 'front-door', label: 'The front door, in the day' },
      { value: 'out-of-hours', label: 'The out-of-hours team' },
      { value: 'emergency', label: '999' },
      { value: 'designated-officer', label: 'The designated officer (LADO)' },
      { value: 'somebody-else', label: 'Somebody else' },
    ],
  },
  at: { field: 'words', moment: 'past', max: 100, lines: 'one' },
  spokenTo: {
    field: 'words',
    label: 'Who was spoken to there?',
    hint: 'If you do not know their name, say so.',
    max: 200,
    lines: 'one',
    optional: 'at-times',
  },
} as const

const onceReported = { when: { danger: ['reported'] }, optional: 'as-asked' } as const

export const dangerFields = fields({
  danger: {
    field: 'choice',
    label: 'Is a child at risk of harm now, or is there an allegation against someone who works with children?',
    options: [
      { value: 'no', label: 'No' },
      { value: 'reported', label: 'Yes, and it has been reported' },
      { value: 'risk-unreported', label: 'Yes, a child is at risk: not reported yet' },
      { value: 'allegation-unreported', label: 'Yes, an allegation: not reported yet' },
      { value: 'both-unreported', label: 'Yes, both: not all reported yet' },
    ],
    suffices: ['risk-unreported', 'allegation-unreported', 'both-unreported'],
  },
  reportedTo: {
    ...reported.to,
    label: 'If it has been reported, who was told?',
    ...onceReported,
  },
  reportedAt: { ...reported.at, label: 'If it has been reported, when?', ...onceReported },
  spokenTo: {
    ...reported.spokenTo,
    label: 'If it has been reported, who did you speak to?',
    ...onceReported,
  },
})

/** What a form that is gone on with later asks again: "now" is another moment by then. */
export const answeredNow: readonly string[] = ['danger'] satisfies (keyof typeof dangerFields)[]

export const urgentLines = (urgent: UrgentLines): readonly string[] => [...riskLines(urgent), urgent.designatedOfficer]

/** At the end of what is no form. */
export const whomToCall = (urgent: UrgentLines): readonly CardBlock[] => [
  text('Nobody watches this bot. It is not a referral. If a child may be in danger, call:'),
  numbers(urgentLines(urgent)),
]

/** Of a risk alone. */
export const riskLines = ({ emergency, daytimeReferral, outOfHours }: UrgentLines): readonly string[] => [
  emergency,
  daytimeReferral,
  outOfHours,
]

type Parts = Pick<Form, 'fields' | 'submit'> & Partial<Pick<Form, 'intro' | 'again' | 'values' | 'outro' | 'steps'>>

/**
 * Somebody writes about a child in their own words: they are asked whether it tells of danger. In steps, in each of them: it may
 * come to mind in any, and is not to wait for the others.
 */
export const safeguardedForm = (title: string, urgent: UrgentLines, { steps, ...parts }: Parts): Form =>
  formWithNumbers(title, urgent, {
    ...parts,
    fields: { ...parts.fields, ...dangerFields },
    ...(steps && { steps: steps.map((one) => ({ ...one, fields: [...one.fields, ...Object.keys(dangerFields)] })) }),
  })

/** A date, a link or a name: whom to call is said, and nothing is asked. */
export function formWithNumbers(title: string, urgent: UrgentLines, parts: Parts): Form {
  return form(title, {
    ...parts,
    intro: [text(nobodyWatches), foldedNumbers(urgentLines(urgent)), ...(parts.intro ?? [])],
    outro: [...(parts.outro ?? []), text(childMayRead)],
  })
}

export type Unreported = 'risk-unreported' | 'allegation-unreported' | 'both-unreported'

type DangerValues = ValuesOf<typeof dangerFields>

export type Safeguarded<F extends Fields> =
  | { readonly unreported: Unreported }
  | Refusal
  | { readonly values: ValuesOf<F>; readonly report?: DangerValues & WellReported }

type WellReported = {
  readonly reportedTo: NonNullable<DangerValues['reportedTo']>
  readonly reportedAt: Date
}

const isUnreported = (kind: DangerValues['danger']): kind is Unreported => kind !== 'no' && kind !== 'reported'

/** Danger is read first: an incomplete form that tells of it must not be held up by its other fields. */
export function readSafeguarded<F extends Fields>(
  declared: F,
  sent: FormValues,
  now: Date,
  further?: Further<F>,
): Safeguarded<F> {
  const told = readForm({ danger: dangerFields.danger }, sent)
  if (!isRefusal(told) && isUnreported(told.values.danger)) return { unreported: told.values.danger }
  // What is written about a report where there was none holds nobody up.
  const isNo = !isRefusal(told) && told.values.danger === 'no'
  const danger = readForm(dangerFields, isNo ? { danger: sent['danger'] ?? [] } : sent, now)
  const read = readForm(declared, sent, now, further)
  const errors = { ...(isRefusal(read) && read.fields), ...dangerErrors(danger) }
  if (Object.keys(errors).length > 0 || isRefusal(read) || isRefusal(danger)) return notComplete(errors)
  const { reportedTo, reportedAt } = danger.values
  if (danger.values.danger !== 'reported' || !reportedTo || !reportedAt) return { values: read.values }
  return { values: read.values, report: { ...danger.values, reportedTo, reportedAt } }
}

function dangerErrors(danger: ReadForm<typeof dangerFields>): FieldErrors {
  if (isRefusal(danger)) return danger.fields ?? {}
  const { danger: kind, reportedTo, reportedAt, spokenTo } = danger.values
  if (kind !== 'reported') return {}
  return {
    ...(!reportedTo && { reportedTo: 'Say who was told.' }),
    ...(!reportedAt && { reportedAt: 'Say when it was reported.' }),
    ...(reportedTo === 'somebody-else' && !spokenTo && { spokenTo: 'Say who it was reported to.' }),
  }
}
