/**
 * The ladder of what somebody agreed to do or law expects of them: before it is due, on the day, overdue, and the IRO, whom
 * no new date keeps waiting. It is said with the day's post.
 */
import type { Day } from '../calendar/day.ts'
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import type { ActionId, DutyId } from '../ids.ts'
import type { Ladder, Rung } from '../partnership/policies.ts'
import type { Dates, Policy, Stage } from './climb.ts'
import type { ClimbKey } from './needs.ts'

export const actionLadder = (id: ActionId): ClimbKey => ({ climb: 'action-undone', thing: id })
export const dutyLadder = (id: DutyId): ClimbKey => ({ climb: 'duty-unrecorded', thing: id })

/** Who of them is there today, and who hears instead, says `told` in `src/parts`. */
export function ladderPolicy(ladder: Ladder): Policy {
  const rung = (stage: Rung, when: Stage['when'], ...tells: Stage['tells']): Stage => ({
    ...{ stage, when, tells, answers: ['owner'], by: 'digest' },
  })
  return {
    stages: [
      rung('coming', { workingDaysFromDue: ladder.coming }, 'owner'),
      rung('due', { workingDaysFromDue: ladder.due }, 'owner'),
      rung('overdue', { workingDaysFromDue: ladder.overdue }, 'owner', 'lead'),
      rung('iro', { workingDaysFromFirstDue: ladder.iro }, 'owner', 'lead', 'iro'),
    ],
    end: { repeats: { workingDays: ladder.repeat } },
  }
}

type Chased = {
  readonly due: Day
  readonly firstDue?: Day
  /** The day on which the chasing started. */
  readonly startedOn: Day
  readonly ladder: Ladder
}

/**
 * What rungs count from: the date, unless it had passed already when the chasing started. Nobody was ever reminded of such
 * a thing, so it counts from so much later that its lowest rung still lay ahead on that day.
 */
export function ladderDates(
  { due, firstDue = due, startedOn, ladder }: Chased,
  calendar: WorkingCalendar,
): Required<Dates> {
  const counted = (date: Day): Day => (date < startedOn ? addWorkingDays(startedOn, -ladder.coming, calendar) : date)
  return { due: counted(due), firstDue: counted(firstDue) }
}
