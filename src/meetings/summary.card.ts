/** What was agreed, for everybody of the case. */
import { nameOf } from '../people/name-of.ts'
import { inWords } from '../calendar/in-words.ts'
import type { Case } from '../cases/case.ts'
import { button, card, list, text, type Card } from '../display/card.ts'
import type { MeetingId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { cameTooInWords, type CameToo } from './came-too.ts'
import type { AgreedAction, Summary } from './meeting.ts'

type Agreed = {
  readonly stuck: Case
  readonly meeting: MeetingId
  readonly summary: Summary
  /** Who came and has no part in the case. */
  readonly cameToo: readonly CameToo[]
  /** Whether this recipient was of the meeting: the reflection is not for everybody who hears what was agreed. */
  readonly mayReflect: boolean
}

/** What was agreed, by whom, by when: every line approved by the chair and passed by the content guard. */
export function summaryCard({ stuck, meeting, summary, cameToo, mayReflect }: Agreed, partnership: Partnership): Card {
  const { decisions, actions } = summary
  const came = cameTooInWords(cameToo)
  return card(
    `Case ${stuck.ref}: what was agreed`,
    [
      ...(decisions.length > 0 ? [text("Agreed next steps for the child's plan:"), list(decisions)] : []),
      ...(actions.length > 0 ? [text('Actions:'), list(actions.map((action) => actionLine(action, partnership)))] : []),
      ...(came.length > 0 ? [text('Also at the meeting:'), list(came)] : []),
      text('Please put this into the child’s own plan. This chat is not the record.'),
    ],
    [
      ...(mayReflect ? [button('The reflection', { ask: 'open-reflection', meeting })] : []),
      button('My actions', { ask: 'open-actions' }),
    ],
  )
}

export const actionLine = ({ owner, due, what, know }: AgreedAction, partnership: Partnership): string =>
  `${nameOf(partnership, owner)}, by ${inWords(due)}: ${what} (how we will know: ${know})`
