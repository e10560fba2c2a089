/**
 * Tells a person something: to their deputy while they are away, and in working hours unless it is urgent. What is routine
 * waits for the one post of its receiver's day.
 */
import { dayOf } from '../calendar/london.ts'
import { nextWorkingMoment } from '../calendar/working-hours.ts'
import type { Message } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import { digestHours } from './digest-hours.ts'
import { kindOf, type MessageKey } from './kinds-of-message.ts'
import type { PeopleNeeds } from './needs.ts'
import { receiverToday } from './people.ts'
import { nextPostOf, schedulePost } from './schedule-post.ts'

export type Telling = Omit<Message, 'key' | 'meantFor' | 'notBefore' | 'urgent' | 'for-post'> & {
  readonly key: MessageKey
  readonly urgent?: true
  /** What nobody else can act on: it waits for them, also while they are away. */
  readonly themselves?: true
}

export async function tell(world: World<PeopleNeeds>, telling: Telling): Promise<void> {
  const { urgent, themselves, ...message } = telling
  const { tx, now, partnership, calendar } = world
  const notBefore = urgent ? now : nextWorkingMoment(now, partnership.workingHours, calendar)
  const away = await tx.awayOn(dayOf(notBefore))
  const receiver = receiverToday(partnership, message.to, dayOf(notBefore), (id) => away.has(id))
  const to = themselves ? message.to : receiver
  const forPost = await waitsForPost(world, telling)
  await tx.say({
    ...message,
    to,
    meantFor: message.to,
    notBefore,
    urgent: urgent ?? false,
    ...(forPost && { forPost }),
  })
  if (forPost) await schedulePost(world, message.to)
}

/**
 * A reminder waits for the next post, unless it would be no longer true by then. News that comes before the hour of today's
 * post is part of it, and later on the same day goes by itself.
 */
async function waitsForPost(
  world: World<PeopleNeeds>,
  { key, to, holdsUntil, urgent, themselves }: Telling,
): Promise<boolean> {
  const { now, partnership, calendar } = world
  const kind = kindOf(key)
  if (urgent || themselves || (kind !== 'reminder' && kind !== 'news')) return false
  if (kind === 'news' && nextWorkingMoment(now, digestHours(partnership), calendar) <= now) return false
  const post = await nextPostOf(world, to)
  return holdsUntil === undefined || post.at < holdsUntil
}
