/** "No, because …": a refusal is data. A reason without words does not compile. */
import type { FieldErrors } from './read-form.ts'

export type Refusal = {
  readonly kind: 'refusal'
  readonly reason: Reason
  /** For a form: what is wrong, field by field. */
  readonly fields?: FieldErrors
}

export type Reason = keyof typeof sentences

/** The words of each refusal; nothing in them can come from what a person typed. */
export const sentences = {
  'form-not-complete': 'Some answers need another look. Nothing was saved; what you wrote is still here.',
  'not-understood': 'I did not understand that. Try /stuck-case help.',
  'nobody-we-know':
    'I do not know you yet. Ask the person who looks after Unstuck in your partnership to add your work address.',
  'not-for-you': 'This is not open to you. If it should be, ask the social worker of the child.',
  'no-longer-there': 'This is no longer there: it was withdrawn, or it belongs to another partnership.',
  'already-done': 'This was done already. Nothing was changed.',
} as const satisfies Record<string, string>

export const refused = (reason: Reason): Refusal => ({ kind: 'refusal', reason })

export const notComplete = (fields: FieldErrors): Refusal => ({ kind: 'refusal', reason: 'form-not-complete', fields })
