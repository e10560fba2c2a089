/** One step of a climb: what is said now, and when it wakes next. */
import type { Day } from '../calendar/day.ts'
import { minuteMs } from '../calendar/durations.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import { openingOn, type Hours } from '../calendar/working-hours.ts'
import type { Climb, ClimbEvent, Next, OnDay, Policy, Stage, Wait } from './climb.ts'

export type Moment = { readonly now: Date; readonly calendar: WorkingCalendar; readonly hours: Hours }

export type Stepped = {
  /** An open climb wakes at its `next`, any other never. Undefined where nothing has started. */
  readonly climb: Climb | undefined
  /** The stage that is said now. */
  readonly say?: Stage
}

export function step(policy: Policy, climb: Climb | undefined, event: ClimbEvent, moment: Moment): Stepped {
  switch (event.event) {
    case 'started':
      return { climb: climb ?? begun(policy, event.due, moment) }
    case 'reopened':
      return { climb: climb?.state === 'open' ? climb : begun(policy, event.due, moment) }
    case 'changed':
      if (!climb || climb.state === 'answered') return { climb }
      return { climb: begun(policy, event.due ?? climb.due, moment) }
    case 'answered':
      return { climb: climb && (climb.state === 'answered' ? climb : answered(climb)) }
    case 'rang':
      return climb?.state === 'open' && climb.next.at <= moment.now ? reach(policy, climb, moment) : { climb }
  }
}

const begun = (policy: Policy, due: Day | undefined, moment: Moment): Climb => ({
  state: 'open',
  next: nextAt(firstOwed(policy, due, moment), due, moment),
  ...(due && { due }),
})

const answered = ({ due, reached }: Climb): Climb => ({
  state: 'answered',
  ...(due && { due }),
  ...(reached && { reached }),
})

/** However late it rings, one stage is said: the highest that was reached. */
function reach(policy: Policy, climb: Climb & { readonly state: 'open' }, moment: Moment): Stepped {
  const say = highestReached(policy, climb.next, climb.due, moment)
  const times = climb.reached?.stage === say.stage ? climb.reached.times + 1 : 1
  const so = { ...(climb.due && { due: climb.due }), reached: { stage: say.stage, at: moment.now, times } }
  const following = policy.stages[placeOf(policy, say) + 1]
  if (following) return { say, climb: { ...so, state: 'open', next: nextAt(following, climb.due, moment) } }
  if ('stops' in policy.end) return { say, climb: { ...so, state: 'stopped' } }
  const again = { ...say, when: policy.end.repeats }
  return { say, climb: { ...so, state: 'open', next: nextAt(again, climb.due, moment) } }
}

/** Days that have passed when it begins are not owed: the person who is told today need not be reminded of last week. */
function firstOwed({ stages }: Policy, due: Day | undefined, moment: Moment): Stage {
  const firstWait = stages.findIndex(({ when }) => !isOnDay(when))
  const dated = firstWait === -1 ? stages : stages.slice(0, firstWait)
  return existing(dated.find((stage) => !hasCome(stage, due, moment)) ?? dated.at(-1) ?? stages[0])
}

/** The stage that was waited for, or the last of the days after it that have come. */
function highestReached(policy: Policy, next: Next, due: Day | undefined, moment: Moment): Stage {
  const place = Math.max(0, placeOf(policy, next))
  const later = policy.stages.slice(place + 1)
  const ahead = later.findIndex((stage) => !isOnDay(stage.when) || !hasCome(stage, due, moment))
  return existing(policy.stages[place + (ahead === -1 ? later.length : ahead)])
}

const placeOf = ({ stages }: Policy, { stage }: Pick<Stage, 'stage'>): number =>
  stages.findIndex((one) => one.stage === stage)

const hasCome = ({ when }: Stage, due: Day | undefined, moment: Moment): boolean =>
  momentOf(when, due, moment) <= moment.now

/** Never in the past: what should have been said already is said now. */
function nextAt({ stage, when }: Pick<Stage, 'stage' | 'when'>, due: Day | undefined, moment: Moment): Next {
  const at = momentOf(when, due, moment)
  return { stage, at: at < moment.now ? moment.now : at }
}

function momentOf(when: Wait | OnDay, due: Day | undefined, { now, calendar, hours }: Moment): Date {
  if ('minutes' in when) return new Date(now.getTime() + when.minutes * minuteMs)
  if ('workingDays' in when) return openingOn(addWorkingDays(dayOf(now), when.workingDays, calendar), hours)
  const day = addWorkingDays(existing(due), when.workingDaysFromDue, calendar)
  return instantOf(day, when.at === 'opening' ? hours.opens : hours.closes)
}

const isOnDay = (when: Wait | OnDay): when is OnDay => 'workingDaysFromDue' in when

/** A policy has a stage, and a stage that counts from a date has that date. */
function existing<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('a climb lacks a stage, or the date that its stages count from')
  return found
}
