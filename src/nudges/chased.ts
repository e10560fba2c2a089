/** What is chased, an action or a duty, as the ladder sees it. */
import type { Action } from '../actions/action.ts'
import { agencyAnswering } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Duty } from '../duties/duty.ts'
import type { ActionId, AgencyId, DutyId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { countedFrom, type LadderState } from './ladder.ts'

export type ChasedSubject =
  { readonly subject: 'action'; readonly id: ActionId } | { readonly subject: 'duty'; readonly id: DutyId }

export type Chased = {
  readonly about: ChasedSubject
  /** What people call its case or its child. */
  readonly called: string
  readonly owner: PersonId
  /** The agency whose lead answers for it. */
  readonly agency?: AgencyId
  readonly iro?: PersonId
  /** Whether anybody is to be reminded of it at all. */
  readonly open: boolean
  readonly due: Day
  readonly ladderState: LadderState
}

export function chasedAction(action: Action, partnership: Partnership, calendar: WorkingCalendar): Chased {
  const agency = agencyAnswering(action, partnership)
  const { due, firstDue, ladder, toldOn, lastRung, lastRungOn } = action
  return {
    about: { subject: 'action', id: action.id },
    called: `Case ${action.ref}`,
    owner: action.owner,
    ...(agency && { agency }),
    ...(action.iro && { iro: action.iro }),
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
    agency: personById(partnership, duty.owner)?.agency ?? partnership.authority,
    ...(duty.iro && { iro: duty.iro }),
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
