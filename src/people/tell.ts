/** Tells a person something: to their deputy while they are away, and in working hours unless it is urgent. */
import { dayOf } from '../calendar/london.ts'
import { nextWorkingMoment } from '../calendar/working-hours.ts'
import type { Message } from '../ports/transaction.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'
import { receiverToday } from './people.ts'

type Telling = Omit<Message, 'meantFor' | 'notBefore' | 'urgent'> & {
  readonly urgent?: true
  /** What nobody else can act on: it waits for them, also while they are away. */
  readonly themselves?: true
}

export async function tell(world: World<PeopleNeeds>, { urgent, themselves, ...message }: Telling): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const notBefore = urgent ? now : nextWorkingMoment(now, partnership.workingHours, calendar)
  const away = await tx.awayOn(dayOf(notBefore))
  const receiver = receiverToday(partnership, message.to, dayOf(notBefore), (id) => away.has(id))
  const to = themselves ? message.to : receiver
  await tx.say({ ...message, to, meantFor: message.to, notBefore, urgent: urgent ?? false })
}
