/**
 * Tells a person something: to their deputy while they are away, and in working hours unless it is urgent. What is routine
 * waits for the one post of its receiver's day, and what they have heard already for their overview.
 */
import type { Day } from '../calendar/day.ts'
import { dayMs } from '../calendar/durations.ts'
import { dayOf } from '../calendar/london.ts'
import { nextWorkingMoment } from '../calendar/working-hours.ts'
import type { Message } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import { kindOf, overtakes, saidAgain, startOf, type MessageKey } from './kinds-of-message.ts'
import type { PeopleNeeds } from './needs.ts'
import { nextOverviewOf } from './overview-day.ts'
import { receiverToday } from './people.ts'
import { nextPostOf, schedulePost, schedulePostOn } from './schedule-post.ts'

export type Telling = Omit<Message, 'key' | 'meantFor' | 'notBefore' | 'urgent' | 'forPost' | 'waitsUntil'> & {
  readonly key: MessageKey
  readonly urgent?: true
  /** What nobody else can act on: it waits for them, also while they are away. */
  readonly themselves?: true
  /** They cannot act on it from then on: it waits for no post that is later. */
  readonly neededBy?: Date
}

export async function tell(world: World<PeopleNeeds>, telling: Telling): Promise<void> {
  const { urgent, themselves, ...message } = telling
  const { tx, now, partnership, calendar } = world
  const notBefore = urgent ? now : nextWorkingMoment(now, partnership.workingHours, calendar)
  const away = await tx.awayOn(dayOf(notBefore))
  const receiver = receiverToday(partnership, message.to, dayOf(notBefore), (id) => away.has(id))
  const to = themselves ? message.to : receiver
  const waits = await waitsFor(world, telling)
  await withdrawOvertaken(world, telling, waits)
  await tx.say({
    ...message,
    to,
    meantFor: message.to,
    notBefore,
    urgent: urgent ?? false,
    ...(waits && { forPost: true }),
    ...(waits?.until && { waitsUntil: waits.until }),
  })
  if (waits?.until) await schedulePostOn(world, message.to, waits.until)
  else if (waits) await schedulePost(world, message.to)
}

/** `until`: not for the next post, but for the overview of that day. */
type Waits = { readonly until?: Day }

/** Undefined where it goes by itself: it asks, it is a danger, a first escalation, or it would come too late with the post. */
async function waitsFor(world: World<PeopleNeeds>, telling: Telling): Promise<Waits | undefined> {
  const { key, to, holdsUntil, neededBy, urgent, themselves } = telling
  if (urgent || themselves) return undefined
  if (await isRepeat(world, telling)) return { until: await nextOverviewOf(world, to) }
  const kind = kindOf(key)
  if (kind !== 'reminder' && kind !== 'news') return undefined
  const { at } = await nextPostOf(world, to)
  const ends = [holdsUntil, neededBy].flatMap((end) => end ?? [])
  return ends.every((end) => at < end) ? {} : undefined
}

/** What was silent for longer has begun anew, as a second proposal to close a case does, in the same words. */
const remembersMs = 15 * dayMs

const isRepeat = (
  { tx, now }: World<PeopleNeeds>,
  { key, to: meantFor, about, card }: Telling,
): Promise<boolean> | false =>
  saidAgain.has(startOf(key)) &&
  tx.saidTheSame({ keyStart: startOf(key), about, meantFor }, card, new Date(now.getTime() - remembersMs))

/** What it says in another way, or says once more, has not been said yet. */
async function withdrawOvertaken(
  { tx, now }: World<PeopleNeeds>,
  { key, to: meantFor, about }: Telling,
  waits: Waits | undefined,
): Promise<void> {
  const keyStart = startOf(key)
  const older = { keyStart, about, meantFor }
  if (overtakes.has(keyStart)) await tx.withdrawOlder(older, 'post', now)
  else if (waits?.until) await tx.withdrawOlder(older, 'overview', now)
}
