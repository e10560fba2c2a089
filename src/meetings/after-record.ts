/** What somebody who recorded a meeting presses next: what was agreed, and once that is in, the words for everybody. */
import { button, type Button } from '../display/card.ts'
import { may } from '../parts/may.ts'
import type { OwnMeeting } from './own-meeting.ts'

export const afterRecord = ({ meeting: { id }, parts, by }: OwnMeeting): readonly Button[] => [
  button('Add an action', { ask: 'open-add-action', meeting: id }),
  ...(may(parts, by, 'summary-draft') ? [button('Draft the summary', { ask: 'open-summary-draft', meeting: id })] : []),
]
