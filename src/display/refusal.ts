/** "No, because …": a refusal is data. A reason without words does not compile. */
import type { FieldErrors } from './form.ts'
import { typedAs } from '../commands/commands.ts'
import { codeMinutes, wrongCodes } from '../lifetimes.ts'
import { mostActions } from './form-limits.ts'
import { hoursInWords, numberInWords } from './number-in-words.ts'

export type Refusal = {
  readonly kind: 'refusal'
  readonly reason: Reason
  /** For a form: what is wrong, field by field. */
  readonly fields?: FieldErrors
}

export type Reason = keyof typeof sentences

/** The words of each refusal; nothing in them can come from what a person typed. */
export const sentences = {
  'form-not-complete': 'Please check some of your answers. Nothing was saved. What you wrote is still here.',
  'nobody-we-know':
    'I do not know you yet. Ask a coordinator of your partnership to add your work email address. ' +
    'If you already use Unstuck in another account, type "accounts" there to get a code, and link this account with it.',
  'not-admitted': 'Unstuck is not open to this workspace. Ask the partnership that invited you to add the workspace.',
  'code-not-good':
    `This code does not work. It is wrong, has been used, or is more than ${numberInWords(codeMinutes)} minutes old. ` +
    `To get a new one, type ${typedAs('link')} in an account where I know you.`,
  'too-many-codes': `This account has tried too many wrong codes. Wait ${hoursInWords(wrongCodes.withinHours)}, then ask for a new code.`,
  'last-account':
    'This is the only account in which you can use Unstuck. Link another one first, or ask a coordinator of your partnership ' +
    'to have it removed.',
  'account-is-anothers': 'This account is linked to somebody else. Nothing was changed.',
  'not-for-you': "You cannot open this. If you need to, ask the child's social worker.",
  'is-here-again':
    'You can do this only while your colleague, for whom you stand in, is away or has left. They are here, so it is theirs to do. ' +
    'Nothing was changed.',
  'no-longer-there': 'This no longer exists, or nothing needs to be done about it now.',
  'not-confirmed-yet': 'The social worker has not yet confirmed who this child is.',
  'inputs-closed':
    'Views are closed. The chair has the views that were given. If something is missing, tell the chair.',
  'inputs-still-open':
    'You cannot read the views yet. You can when views are closed, so that each agency gives its own view first.',
  'said-not-ours':
    'You said that this child is not yours, so you can no longer open the case. To take that back, choose "Who is this child?" ' +
    'on the message that asked you.',
  'asked-as-party':
    "You are asked as the child's social worker, who is a party to the disagreement. You can give your view, or leave it. " +
    'Nothing was changed.',
  'view-already-given': 'You have already given your view. You can still change it until views close.',
  'no-colleague': 'Nobody else from your agency is in the partnership yet. Ask for a colleague to be added.',
  'time-already-picked': 'A time has already been chosen. Nothing was changed.',
  'time-has-passed': 'This time has passed. You will be offered new times on the next working day.',
  'not-recorded-yet': 'Record the meeting first. There is nothing to sum up yet.',
  'record-has-changed': 'The record has changed since you opened the draft. Nothing was posted. Open the draft again.',
  'summary-already-out': 'The summary has already been approved and posted. Nothing was changed.',
  'closing-proposed': 'Somebody has proposed to close this case already. It waits for an answer.',
  'still-raised': 'Somebody who raised this case still asks for it. Nothing was changed.',
  'case-not-closed': 'The case is not closed. Nothing was changed.',
  withdrawn: 'This was withdrawn. Nothing was changed.',
  'case-closed': 'The case is closed. Nothing was changed.',
  'no-time-yet': 'The meeting has no time yet. Choose one first.',
  'meeting-not-begun': 'The meeting has not started yet. It can be recorded from its start. Nothing was changed.',
  'meeting-was-held': 'The meeting has already been held. Nothing was changed.',
  'too-many-actions': `There are already ${numberInWords(mostActions)} actions. Nothing was added. A few actions that get done are better.`,
  'nothing-agreed': 'Nothing is left to post. Keep at least one next step or action.',
  'already-done': 'This has already been done. Nothing was changed.',
  'not-yours-to-answer': 'Only the person who agreed to do this, or who acts for them, can do this.',
  'child-has-somebody': 'This child has a social worker now. Nothing was changed.',
  'only-the-chair-moves-it-again': 'The date has been changed once. Only the chair of the case can change it again.',
  'partnership-has-changed': 'Somebody else has applied a newer version of the partnership. Nothing was changed.',
  'may-not-hold':
    'You do not have the role or agency for this, or you already have another part in the case. Please give it to ' +
    'somebody else.',
  'nobody-may-hold':
    'Nobody else in the partnership can take this on. Ask for somebody with the role to be added, then open this again.',
} as const satisfies Record<string, string>

/** Whether a "no" was found in place of the thing itself: the one way to ask. */
export const isRefusal = (found: unknown): found is Refusal =>
  typeof found === 'object' && found !== null && 'kind' in found && found.kind === 'refusal'

export const refused = (reason: Reason): Refusal => ({ kind: 'refusal', reason })

export const notComplete = (fields: FieldErrors): Refusal => ({ kind: 'refusal', reason: 'form-not-complete', fields })
