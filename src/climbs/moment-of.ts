/** The moment at which a stage of a climb is reached. */
import { minuteMs } from '../calendar/durations.ts'
import { beforeOpening } from '../calendar/before-opening.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import type { Hours } from '../calendar/working-hours.ts'
import type { Counted, OnDay, Stage, Wait } from './climb.ts'

export type Moment = { readonly now: Date; readonly calendar: WorkingCalendar; readonly hours: Hours }

/** A silence is counted from when the stage before was said, or from now where none was. */
export function momentOf({ when, by }: Timed, { reached, ...dates }: Counted, moment: Moment): Date {
  const { now, calendar, hours } = moment
  const since = reached?.at ?? now
  if ('minutes' in when) return new Date(since.getTime() + when.minutes * minuteMs)
  const day = 'workingDays' in when ? addWorkingDays(dayOf(since), when.workingDays, calendar) : dayFrom(when, dates)
  if (by === 'digest') return beforeOpening(calendar.isWorkingDay(day) ? day : addWorkingDays(day, -1, calendar))
  return instantOf(day, 'at' in when && when.at === 'closing' ? hours.closes : hours.opens)

  function dayFrom(onDay: OnDay, { due, firstDue = due }: Counted): Day {
    return 'workingDaysFromDue' in onDay
      ? addWorkingDays(dated(due), onDay.workingDaysFromDue, calendar)
      : addWorkingDays(dated(firstDue), onDay.workingDaysFromFirstDue, calendar)
  }
}

export type Timed = Pick<Stage, 'by'> & { readonly when: Wait | OnDay }

function dated(day: Day | undefined): Day {
  if (day === undefined) throw new Error('a climb lacks the date that its stages count from')
  return day
}
