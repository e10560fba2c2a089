/** Works out three times for a meeting. */
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts'
import { minuteMs } from '../calendar/durations.ts'
import { instantOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import type { WorkingHours } from '../partnership/partnership.ts'
import type { Policies } from '../partnership/policies.ts'

type Offering = Pick<Policies, 'meetingMinutes' | 'meetingNoticeWorkingDays' | 'meetingTimes'>

export type Span = { readonly startsAt: Date; readonly minutes: number }

export const overlaps = (one: Span, other: Span): boolean =>
  one.startsAt.getTime() < endOf(other) && other.startsAt.getTime() < endOf(one)

const endOf = ({ startsAt, minutes }: Span): number => startsAt.getTime() + minutes * minuteMs

/** How far it is looked for a free day: after two months the time is offered all the same, and the chair decides. */
const daysLookedAt = 40

/** Three times of protected length on three working days running, each within working hours; a day that is taken is left out. */
export function slotsFrom(
  today: Day,
  { meetingMinutes: minutes, meetingNoticeWorkingDays: notice, meetingTimes }: Offering,
  hours: WorkingHours,
  calendar: WorkingCalendar,
  taken: readonly Span[] = [],
): readonly Date[] {
  const slots: Date[] = []
  let after = notice
  for (const time of meetingTimes) {
    const at = (days: number): Date => timeOn(addWorkingDays(today, days, calendar), time, minutes, hours)
    const isFree = (days: number): boolean => !taken.some((other) => overlaps({ startsAt: at(days), minutes }, other))
    const ahead = Array.from({ length: daysLookedAt }, (_, days) => after + days)
    const days = ahead.find(isFree) ?? after
    slots.push(at(days))
    after = days + 1
  }
  return slots
}

function timeOn(day: Day, time: string, minutes: number, hours: WorkingHours): Date {
  const opens = instantOf(day, hours.opens)
  const latest = new Date(instantOf(day, hours.closes).getTime() - minutes * minuteMs)
  const wanted = instantOf(day, time)
  if (wanted > latest) return latest > opens ? latest : opens
  return wanted < opens ? opens : wanted
}
