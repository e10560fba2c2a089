import { inWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, list, text, type Card } from '../display/card.ts'
import type { MeetingId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import type { AgreedAction, Summary } from './meeting.ts'

/** What was agreed, by whom, by when: every line approved by the chair and passed by the content guard. */
export function summaryCard(
  stuck: Case,
  id: MeetingId,
  { decisions, actions }: Summary,
  partnership: Partnership,
): Card {
  return card(
    `Case ${stuck.ref}: what was agreed`,
    [
      ...(decisions.length > 0 ? [text('Decided:'), list(decisions)] : []),
      ...(actions.length > 0
        ? [text('To be done:'), list(actions.map((action) => actionLine(action, partnership)))]
        : []),
      text('Please bring this into the child’s own plan: this chat is not the record.'),
    ],
    [button('The reflection', { ask: 'open-reflection', meeting: id }), button('My actions', { ask: 'open-actions' })],
  )
}

export const actionLine = ({ owner, due, what, know }: AgreedAction, partnership: Partnership): string =>
  `${personById(partnership, owner)?.name ?? owner}, by ${inWords(due)}: ${what} We will know by: ${know}`
