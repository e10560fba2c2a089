/**
 * A person's one routine message of the working day. For somebody who is away the deputy receives it, who gets it
 * together with their own: at most one message a receiver and day, because a day of a person has one row.
 */
import type { Day } from '../calendar/day.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import { nextWorkingMoment } from '../calendar/working-hours.ts'
import type { PersonId } from '../ids.ts'
import { receiverToday } from '../people/people.ts'
import { receivedFor } from '../people/deputies.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { digestHours } from './digest-hours.ts'
import { digestCard } from './digest.card.ts'
import { todaysReminders, type Reminder } from './todays-reminders.ts'
import type { NudgesNeeds } from './needs.ts'
import type { NudgesMode } from './nudge.ts'
import { postNextDay } from './schedule-post.ts'
import { shadowReportAt } from './shadow-report.ts'

/** Of the key of each post, before the receiver and the day. */
export const postKeyStart = 'post-'

export async function postDaily(
  world: World<NudgesNeeds>,
  { person, day }: { readonly person: PersonId; readonly day: string },
  mode: NudgesMode,
): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const today = dayOf(now)
  const soonest = nextWorkingMoment(now, digestHours(partnership), calendar)
  // After an outage every rung that is due rings before any post, so that one message holds them all.
  if (day < today || soonest > now) return tx.setWake({ wake: 'daily-post', person, day: dayOf(soonest) }, soonest)

  const away = await tx.awayOn(today)
  const receiver = receiverToday(partnership, person, today, (one) => away.has(one))
  await tx.lockPosts(receiver)
  const posted = await tx.hasPost(receiver, today)
  const principals = await receivedFor(world, receiver)
  await tx.reviveNudges(principals, now)
  const { all, reminders } = await todaysReminders(world, receiver, principals)
  if (posted) return reminders.length > 0 ? postNextDay(world, person) : undefined
  const kept = reminders.flatMap(({ nudges }) => nudges)
  await tx.dropNudges(all.filter((id) => !kept.includes(id)))
  const [first, ...others] = reminders
  if (!first) return
  await tx.settleNudges(kept, receiver, today)
  await post(world, receiver, today, [first, ...others], mode)
  // Should it not arrive today, its words are no longer true, and it is gathered again.
  if (mode === 'live') for (const principal of principals) await postNextDay(world, principal)
}

async function post(
  world: World<NudgesNeeds>,
  receiver: PersonId,
  today: Day,
  reminders: readonly [Reminder, ...Reminder[]],
  mode: NudgesMode,
): Promise<void> {
  const { tx, now } = world
  const shadow = mode === 'shadow'
  await tx.savePost({ person: receiver, day: today, shadow, nudges: reminders.length, at: now })
  await tx.record({ fact: 'post-sent', person: receiver, day: today, nudges: reminders.length, shadow })
  if (shadow) return tx.setWake({ wake: 'shadow-report', day: today }, shadowReportAt(world, today))
  const [first, ...others] = reminders
  await tell(world, {
    key: `${postKeyStart}${receiver}-${today}`,
    to: receiver,
    card: others.length === 0 ? first.card() : digestCard(reminders),
    // Who hears as the next in line has no part in the thing by which it could still be true.
    about: others.length === 0 && first.as !== 'coordinator' ? first.about : { subject: 'person', id: receiver },
    holdsUntil: instantOf(addDays(today, 1), '00:00'),
  })
}
