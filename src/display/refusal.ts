/** "No, because …": a refusal is data. A reason without words does not compile. */
import { typedAs } from '../commands/commands.ts'
import { codeMinutes, wrongCodes } from '../lifetimes.ts'
import { mostActions } from './form-limits.ts'
import { hoursInWords, numberInWords } from './number-in-words.ts'
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
  'nobody-we-know':
    'I do not know you yet. Ask the person who looks after Unstuck in your partnership to add your work address. ' +
    'If I know you elsewhere, type "accounts" there, and link this account with the code that you get.',
  'not-admitted': 'Unstuck is not open to this workspace. Ask the partnership that sent you here to admit it.',
  'code-not-good':
    `This code is wrong, was used, or is older than ${numberInWords(codeMinutes)} minutes. Ask for a new one where I know you: ` +
    typedAs('link') +
    '.',
  'too-many-codes': `Too many wrong codes came from this account. Wait ${hoursInWords(wrongCodes.withinHours)}, then ask for a new one.`,
  'account-is-anothers': 'This account is linked to somebody else. Nothing was changed.',
  'not-for-you': 'This is not open to you. If it should be, ask the social worker of the child.',
  'no-longer-there': 'This is no longer there: it was withdrawn, or it belongs to another partnership.',
  'not-confirmed-yet': 'The social worker has not confirmed yet who this child is.',
  'inputs-closed': 'Inputs are closed. What was given is with the chair; speak to the chair if something is missing.',
  'inputs-still-open': 'Views can be read once inputs are closed, so that nobody writes after reading the others.',
  'said-not-ours': 'You said that this child is not yours, so the case is no longer open to you.',
  'view-already-given': 'Your view was given already. You can still correct it until inputs close.',
  'no-colleague': 'Nobody else of your body is in the partnership yet. Ask for a colleague to be added.',
  'time-already-picked': 'A time was picked already. Nothing was changed.',
  'time-has-passed': 'This time has passed. New times are offered on the next working day.',
  'not-recorded-yet': 'Record the meeting first: there is nothing to sum up yet.',
  'record-has-changed': 'The record has changed since you opened the draft. Nothing was posted: open the draft again.',
  'summary-already-out': 'The summary was approved and posted already. Nothing was changed.',
  'case-closed': 'The case is closed. Nothing was changed.',
  'no-time-yet': 'The meeting has no time yet. Choose one first.',
  'meeting-was-held': 'The meeting was held already. Nothing was changed.',
  'too-many-actions': `There are ${numberInWords(mostActions)} actions already. Nothing was added: fewer, and done, is better.`,
  'nothing-agreed': 'There is no line left to post. Keep at least one decision or action.',
  'already-done': 'This was done already. Nothing was changed.',
  'not-yours-to-answer': 'Only the person who promised this, or who acts for them, can do this.',
  'only-the-chair-moves-it-again': 'The date was moved once already. Only the chair of the case can move it again.',
} as const satisfies Record<string, string>

export const refused = (reason: Reason): Refusal => ({ kind: 'refusal', reason })

export const notComplete = (fields: FieldErrors): Refusal => ({ kind: 'refusal', reason: 'form-not-complete', fields })
