/** Tells a person something: to their deputy while they are away, and in working hours unless it is urgent. */
import { dayOf } from '../calendar/london.ts'
import { nextWorkingMoment } from '../calendar/working-hours.ts'
import type { Message } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { receiverToday } from './people.ts'

type Telling = Omit<Message, 'meantFor' | 'notBefore' | 'urgent'> & { readonly urgent?: true }

export async function tell(world: World<PeopleNeeds>, { urgent, ...message }: Telling): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const notBefore = urgent ? now : nextWorkingMoment(now, partnership.workingHours, calendar)
  const away = await tx.awayOn(dayOf(notBefore))
  const to = receiverToday(partnership, message.to, dayOf(notBefore), (id) => away.has(id))
  await tx.say({ ...message, to, meantFor: message.to, notBefore, urgent: urgent ?? false })
}
