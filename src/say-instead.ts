/**
 * A message that waited for a deputy who stands in for nobody any longer, or has left, is said to the person who receives
 * today what is meant for their principal: it is taken from the deputy, and must not be lost for both.
 */
import { workingCalendar } from './calendar/working-days.ts'
import { dayOf } from './calendar/london.ts'
import { nextWorkingMoment } from './calendar/working-hours.ts'
import type { AllNeeds } from './needs.ts'
import { receiverToday } from './people/people.ts'
import type { Partnership } from './partnership/partnership.ts'
import type { Clock } from './ports/clock.ts'
import type { Store } from './ports/store.ts'
import type { Message } from './ports/transaction.ts'
import type { World } from './ports/world.ts'
import { stillTrue } from './still-true.ts'

type Readdressed = Omit<Message, 'notBefore'>

type Parts = {
  readonly store: Store<AllNeeds>
  readonly clock: Clock
  readonly partnership: () => Partnership
  readonly newId: () => string
}

/** What a worker asks right before it sends a message; one that a deputy does not get goes on to the person who receives it. */
export const createStillTrue =
  ({ store, clock, partnership: inForce, newId }: Parts) =>
  async (message: Readdressed): Promise<boolean> => {
    const [now, partnership] = [clock.now(), inForce()]
    if (await store.look(now, (tx) => stillTrue({ tx, now, partnership }, message))) return true
    const calendar = workingCalendar(partnership.closedDays)
    if (message.to !== message.meantFor)
      await store.transact({ at: now }, (tx) => sayInstead({ tx, now, partnership, calendar, newId }, message))
    return false
  }

/** Of a message that is no longer true for the person to whom it was addressed. Said once, however often it is asked. */
async function sayInstead(
  world: World<AllNeeds>,
  { key, to, meantFor, card, about, what, holdsUntil, urgent }: Readdressed,
): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const today = dayOf(now)
  const away = await tx.awayOn(today)
  const receiver = receiverToday(partnership, meantFor, today, (id) => away.has(id))
  const readdressed = {
    ...{ to: receiver, meantFor, about },
    ...(what !== undefined && { what }),
    ...(holdsUntil && { holdsUntil }),
  }
  if (receiver === to || !(await stillTrue(world, readdressed))) return
  const notBefore = urgent ? now : nextWorkingMoment(now, partnership.workingHours, calendar)
  await tx.say({ key: `${key}-instead-${receiver}`, card, ...readdressed, notBefore, urgent })
}
