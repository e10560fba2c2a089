/** What somebody who recorded a meeting presses next: what was agreed, and once that is in, the words for everybody. */
import { button, type Button } from '../display/card.ts'
import { mostActions } from '../display/form-limits.ts'
import { may } from '../parts/may.ts'
import type { OwnMeeting } from './own-meeting.ts'

/** `proposed`: how many actions there are. */
export const afterRecord = ({ meeting: { id }, parts, by }: OwnMeeting, proposed: number): readonly Button[] => [
  ...(proposed < mostActions
    ? [button(proposed > 0 ? 'Add another' : 'Add an action', { ask: 'open-add-action', meeting: id })]
    : []),
  ...(may(parts, by, 'summary-draft') ? [button('Draft the summary', { ask: 'open-summary-draft', meeting: id })] : []),
  ...(proposed > 0 ? [button('Correct an action', { ask: 'open-proposed', meeting: id })] : []),
]
