/** Which buttons answer something: what only opens or changes something waits for nobody. */
import type { Button, Card } from './display/card.ts'
import type { Ask } from './vocabulary.ts'

/** What answers something, the most pressing first: a danger, what others wait for, then what the person does by a day. */
const answering: readonly Ask['ask'][] = [
  'open-report-concern',
  ...(['open-confirm-case', 'end-withdrawn', 'open-match-raising', 'pick-slot', 'open-input'] as const),
  ...(['open-summary-draft', 'open-record', 'open-answer-closing', 'open-answer-objection'] as const),
  ...(['accept-action', 'accept-duty', 'open-first-look', 'open-give-held', 'open-handovers'] as const),
  ...(['open-taking-over', 'open-complete-action', 'open-record-duty', 'open-close-case'] as const),
]

/** 0 is the most pressing; -1: it answers nothing. */
export const rankOf = ({ ask }: Button): number => answering.indexOf(ask.ask)

export const asksForAnswer = (said: Card): boolean => answersIn(said).length > 0

/** Each with what its card says of it: its line, else the title. */
export function answersIn({
  title,
  body,
  buttons,
}: Card): readonly { readonly says: string; readonly button: Button }[] {
  const inRows = body.flatMap((block) => (block.block === 'row' ? [{ says: block.text, button: block.button }] : []))
  return [...buttons.map((one) => ({ says: title, button: one })), ...inRows].filter((one) => rankOf(one.button) >= 0)
}
