/**
 * A person's one routine message of the working day: reminders, and what else waited for it. What is alone goes as itself.
 * For somebody who is away the deputy receives it, who gets it together with their own: at most one message a receiver and
 * day, because a day of a person has one row.
 */
import type { Day } from '../calendar/day.ts'
import { dayOf, instantOf } from '../calendar/london.ts'
import { addDays } from '../calendar/months.ts'
import { nextWorkingMoment } from '../calendar/working-hours.ts'
import type { PersonId } from '../ids.ts'
import { digestHours } from '../people/digest-hours.ts'
import { receiverToday } from '../people/people.ts'
import { afterToday, postNextDay } from '../people/schedule-post.ts'
import { receivedFor } from '../people/deputies.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { digestCard, isOverview } from './digest.card.ts'
import { overdueInRemit } from './overdue-in-remit.ts'
import { stillForPost, type StillTrue } from './for-post.ts'
import { todaysReminders, type Reminder } from './todays-reminders.ts'
import type { NudgesNeeds } from './needs.ts'
import type { ForPost, NudgesMode } from './nudge.ts'
import { shadowReportAt } from './shadow-report.ts'

/** Of the key of each post, before the receiver and the day. */
export const postKeyStart = 'post-'

const keyOf = (receiver: PersonId, today: Day) => `${postKeyStart}${receiver}-${today}` as const

export async function postDaily(
  world: World<NudgesNeeds>,
  { person, day }: { readonly person: PersonId; readonly day: string },
  mode: NudgesMode,
  stillTrue: StillTrue,
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
  const forPost = await stillForPost(world, receiver, [...principals, person], stillTrue)
  if (posted) return waitForNext(world, { person, receiver }, reminders, forPost)
  const kept = reminders.flatMap(({ nudges }) => nudges)
  await tx.dropNudges(all.filter((id) => !kept.includes(id)))
  if (reminders.length + forPost.length === 0) return
  await tx.settleNudges(kept, receiver, today)
  await post(world, { receiver, principals, today, mode }, reminders, forPost)
  // Should it not arrive today, its words are no longer true, and it is gathered again.
  if (mode === 'live' || forPost.length > 1) for (const principal of principals) await postNextDay(world, principal)
}

/** Today's has gone, as for somebody whose deputy had theirs already. What would be over by the next one goes by itself. */
async function waitForNext(
  world: World<NudgesNeeds>,
  { person, receiver }: { readonly person: PersonId; readonly receiver: PersonId },
  reminders: readonly Reminder[],
  forPost: readonly ForPost[],
): Promise<void> {
  const { at } = afterToday(world)
  const over = forPost.filter(({ holdsUntil }) => holdsUntil && holdsUntil <= at)
  await world.tx.leavePost(
    over.map(({ id }) => id),
    receiver,
    world.now,
  )
  if (reminders.length + forPost.length > over.length) await postNextDay(world, person)
}

type Whose = { readonly receiver: PersonId; readonly principals: readonly PersonId[]; readonly today: Day }

async function post(
  world: World<NudgesNeeds>,
  { mode, ...whose }: Whose & { readonly mode: NudgesMode },
  reminders: readonly Reminder[],
  forPost: readonly ForPost[],
): Promise<void> {
  const { tx, now } = world
  const { receiver, today } = whose
  const shadow = mode === 'shadow' && reminders.length > 0
  const nudges = reminders.length
  await tx.savePost({ person: receiver, day: today, shadow, nudges, at: now })
  await tx.record({ fact: 'post-sent', person: receiver, day: today, nudges, shadow })
  if (shadow) await tx.setWake({ wake: 'shadow-report', day: today }, shadowReportAt(world, today))
  await say(world, whose, shadow ? [] : reminders, forPost)
}

async function say(
  world: World<NudgesNeeds>,
  { receiver, principals, today }: Whose,
  reminders: readonly Reminder[],
  forPost: readonly ForPost[],
): Promise<void> {
  const { tx, now } = world
  const ids = forPost.map(({ id }) => id)
  const [first, second] = reminders
  if (!first && forPost.length < 2) return tx.leavePost(ids, receiver, now)
  const remit = isOverview(reminders, forPost) ? await overdueInRemit(world, principals) : undefined
  const isMore = remit?.things.some(({ id }) => id !== first?.about.id)
  const alone = first && !second && forPost.length === 0 && !isMore ? first : undefined
  const key = keyOf(receiver, today)
  await tx.joinPost(ids, key)
  await tell(world, {
    key,
    to: receiver,
    card: alone ? alone.card() : digestCard(reminders, forPost, remit),
    // Who hears as the next in line has no part in the thing by which it could still be true.
    about: alone && alone.as !== 'coordinator' ? alone.about : { subject: 'person', id: receiver },
    holdsUntil: new Date(Math.min(...endsOf(today, forPost).map((end) => end.getTime()))),
  })
}

/** When it would no longer be true: as its day ends, or the first thing in it. */
const endsOf = (today: Day, forPost: readonly ForPost[]): readonly Date[] => [
  instantOf(addDays(today, 1), '00:00'),
  ...forPost.flatMap(({ holdsUntil }) => holdsUntil ?? []),
]
