/** What is chased, an action or a duty, as the ladder sees it. */
import type { Action } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Duty } from '../duties/duty.ts'
import type { ActionId, DutyId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { named } from '../parts/named.ts'
import type { Part } from '../parts/part.ts'
import { countedFrom, type LadderState } from './ladder.ts'

export type ChasedSubject =
  { readonly subject: 'action'; readonly id: ActionId } | { readonly subject: 'duty'; readonly id: DutyId }

export type Chased = {
  readonly about: ChasedSubject
  /** What people call its case or its child. */
  readonly called: string
  readonly owner: PersonId
  /** Whom it names: who hears of it. */
  readonly parts: readonly Part[]
  /** Whether anybody is to be reminded of it at all. */
  readonly open: boolean
  readonly due: Day
  readonly ladderState: LadderState
}

export function chasedAction(action: Action, partnership: Partnership, calendar: WorkingCalendar): Chased {
  const { due, firstDue, ladder, toldOn, lastRung, lastRungOn } = action
  return {
    about: { subject: 'action', id: action.id },
    called: `Case ${action.ref}`,
    owner: action.owner,
    parts: named({ action }, partnership),
    open: action.state === 'open' && action.chased,
    due,
    ladderState: {
      due: countedFrom(due, action, calendar),
      firstDue: countedFrom(firstDue, action, calendar),
      ...{ ladder, toldOn },
      ...(lastRung && { lastRung }),
      ...(lastRungOn && { lastRungOn }),
    },
  }
}

export function chasedDuty(duty: Duty, partnership: Partnership, calendar: WorkingCalendar): Chased {
  const from = countedFrom(duty.due, duty, calendar)
  const { ladder, lastRung, lastRungOn } = duty
  return {
    about: { subject: 'duty', id: duty.id },
    called: `Child ${duty.ref}`,
    owner: duty.owner,
    parts: named({ duty }, partnership),
    open: duty.state === 'open' && duty.chased,
    due: duty.due,
    ladderState: {
      due: from,
      firstDue: from,
      ladder,
      ...(lastRung && { lastRung }),
      ...(lastRungOn && { lastRungOn }),
    },
  }
}
