/**
 * The ladder: before it is due, on the day, overdue, and the IRO. After an outage the highest rung that was reached is
 * climbed, once: a burst of stale nudges would teach people to ignore us.
 */
import type { Day } from '../calendar/day.ts'
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import type { Ladder, Rung } from '../partnership/policies.ts'

export type LadderState = {
  /** The day that the rungs count from. */
  readonly due: Day
  /** The first date that was agreed: the IRO's rung counts from it, however often the date was moved since. */
  readonly firstDue: Day
  /** The owner was told of this date on this day, so that no reminder of it is owed for a rung that lies before. */
  readonly toldOn?: Day
  /** Frozen when it began. */
  readonly ladder: Ladder
  readonly lastRung?: Rung
  readonly lastRungOn?: Day
}

type Started = {
  /** The day on which the chasing started. */
  readonly startedOn: Day
  readonly ladder: Ladder
}

/** Lowest first. */
const rungs = ['coming', 'due', 'overdue', 'iro'] as const satisfies readonly Rung[]

/**
 * The day that rungs count from: the date, unless it had passed already when the chasing started. Nobody was ever
 * reminded of such a thing, so it counts from so much later that its lowest rung still lay ahead on that day.
 */
export const countedFrom = (date: Day, { startedOn, ladder }: Started, calendar: WorkingCalendar): Day =>
  date < startedOn ? addWorkingDays(startedOn, -ladder.coming, calendar) : date

export function rungDay({ due, firstDue, ladder }: LadderState, rung: Rung, calendar: WorkingCalendar): Day {
  switch (rung) {
    case 'coming':
    case 'overdue':
      return addWorkingDays(due, ladder[rung], calendar)
    case 'due':
      // Nobody is written to on a day off: rather the working day before than too late.
      return calendar.isWorkingDay(due) ? due : addWorkingDays(due, -1, calendar)
    case 'iro':
      return addWorkingDays(firstDue, ladder.iro, calendar)
  }
}

/** The rung to climb today, if any: the highest that was reached and not climbed yet; `iro` again every working week. */
export function rungDue(thing: LadderState, today: Day, calendar: WorkingCalendar): Rung | undefined {
  const reached = ahead(thing, calendar).findLast(({ day }) => day <= today)
  if (reached) return reached.rung
  const repeat = repeatDay(thing, calendar)
  return repeat && repeat <= today ? 'iro' : undefined
}

/** The next day after today on which a rung is reached; asked once today's rung has been climbed. */
export function nextRungDay(thing: LadderState, today: Day, calendar: WorkingCalendar): Day | undefined {
  const days = ahead(thing, calendar).map(({ day }) => day)
  const repeat = repeatDay(thing, calendar)
  return [...days, ...(repeat ? [repeat] : [])].filter((day) => day > today).sort()[0]
}

/** The rungs that may still be climbed, lowest first, with their days. */
function ahead(thing: LadderState, calendar: WorkingCalendar) {
  const climbed = thing.lastRung ? rungs.indexOf(thing.lastRung) : -1
  return rungs
    .slice(climbed + 1)
    .map((rung) => ({ rung, day: rungDay(thing, rung, calendar) }))
    .filter(({ rung, day }) => rung === 'iro' || !thing.toldOn || day > thing.toldOn)
}

const repeatDay = ({ ladder, lastRung, lastRungOn }: LadderState, calendar: WorkingCalendar): Day | undefined =>
  lastRung === 'iro' && lastRungOn ? addWorkingDays(lastRungOn, ladder.repeat, calendar) : undefined
