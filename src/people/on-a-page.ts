/** A message that lies on a person's page is delivered when that page was opened; until then somebody has to watch it. */
import { dayOf, instantOf } from '../calendar/london.ts'
import { timeInWords } from '../calendar/in-words.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { nextWorkingMoment } from '../calendar/working-hours.ts'
import type { MessageId, PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { PeopleNeeds } from './needs.ts'

/** Nothing tells this person that a message lies on their page: after a working day others hear, once for all that lies there. */
export async function noteUnannounced(world: World<PeopleNeeds>, person: PersonId): Promise<void> {
  const { tx, now } = world
  if (await tx.noteUnopened(person, now)) await watch(world, person)
}

/** These messages stood on the page that this person opened. */
export async function pageOpened(
  world: World<PeopleNeeds>,
  person: PersonId,
  messages: readonly MessageId[],
): Promise<void> {
  const { tx, now } = world
  const { opened, left } = await tx.openOnPage(person, messages, now)
  if (opened === 0) return
  await tx.record({ fact: 'page-opened', person, messages: opened })
  if ((await tx.unopenedSince(person)) === undefined) return
  await tx.forgetUnopened(person)
  await tx.clearWake({ wake: 'page-unopened', person })
  // The older ones are a page further on.
  if (left > 0) await noteUnannounced(world, person)
}

/** The same time on the next working day. */
async function watch({ tx, now, partnership, calendar }: World<PeopleNeeds>, person: PersonId): Promise<void> {
  const start = nextWorkingMoment(now, partnership.workingHours, calendar)
  const day = addWorkingDays(dayOf(start), 1, calendar)
  await tx.setWake({ wake: 'page-unopened', person }, instantOf(day, timeInWords(start)))
}
