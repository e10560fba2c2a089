/** What is chased, an action or a duty, and how far its ladder was climbed. */
import type { Action } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Dates } from '../climbs/climb.ts'
import { actionLadder, dutyLadder, ladderDates } from '../climbs/ladder.ts'
import type { ClimbKey } from '../climbs/needs.ts'
import type { Duty } from '../duties/duty.ts'
import type { ActionId, DutyId, PersonId } from '../ids.ts'
import type { Ladder } from '../partnership/policies.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { named } from '../parts/named.ts'
import type { Offer } from '../parts/offer.ts'
import type { Part } from '../parts/part.ts'

export type ChasedSubject =
  { readonly subject: 'action'; readonly id: ActionId } | { readonly subject: 'duty'; readonly id: DutyId }

export type Chased = {
  readonly about: ChasedSubject
  /** What people call its case or its child. */
  readonly called: string
  /** Absent where its social worker has said that the child is not theirs. */
  readonly owner: PersonId | undefined
  readonly offer?: Offer | undefined
  /** Whom it names: who hears of it. */
  readonly parts: readonly Part[]
  /** Whether anybody is to be reminded of it at all. */
  readonly open: boolean
  readonly due: Day
  readonly climb: ClimbKey
  /** As the thing has them today. */
  readonly dates: Required<Dates>
  /** Frozen when the chasing began. */
  readonly ladder: Ladder
}

export const chasedAction = (action: Action, partnership: Partnership, calendar: WorkingCalendar): Chased => ({
  about: { subject: 'action', id: action.id },
  called: `Case ${action.ref}`,
  ...{ owner: action.owner, offer: action.offer },
  parts: named({ action }, partnership),
  open: action.state === 'open' && action.chased,
  due: action.due,
  climb: actionLadder(action.id),
  dates: ladderDates(action, calendar),
  ladder: action.ladder,
})

export const chasedDuty = (duty: Duty, partnership: Partnership, calendar: WorkingCalendar): Chased => ({
  about: { subject: 'duty', id: duty.id },
  called: `Child ${duty.ref}`,
  ...{ owner: duty.owner === duty.disownedBy ? undefined : duty.owner, offer: duty.offer },
  parts: named({ duty }, partnership),
  open: duty.state === 'open' && duty.chased,
  due: duty.due,
  climb: dutyLadder(duty.id),
  dates: ladderDates(duty, calendar),
  ladder: duty.ladder,
})
