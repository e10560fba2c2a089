/** A successor is asked to read where a case or a child stands: once for each, however many parts come to them. */
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { openingOn } from '../calendar/working-hours.ts'
import type { HandoverId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { peopleWith, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Handover } from './handover.ts'
import { isOfChild, type Held } from './held.ts'
import { leaverOf } from './leaver.ts'
import type { HandoversNeeds } from './needs.ts'
import { notTakenUpCard, takingOverCard } from './taking-over.card.ts'

/** Working days after which the coordinators hear that nobody has read it. Ours: as for a case nobody confirms. */
const unreadWorkingDays = 2

export function aboutCaseOrChild(held: Held): Handover['about'] {
  if (isOfChild(held) && held.child) return { child: held.child }
  if (!held.case) throw new Error('what is handed over belongs to no case and no child')
  return { case: held.case.id }
}

export async function startTakingOver(
  world: World<HandoversNeeds>,
  about: Handover['about'],
  { part, ref, holder: from, ...held }: Pick<Held, 'part' | 'ref' | 'holder' | 'case'>,
  to: PartnershipPerson,
): Promise<void> {
  const { tx, now, calendar, partnership } = world
  const open = await tx.openHandoverOf(about, to.id)
  if (open) return tx.saveHandover({ ...open, parts: [...new Set([...open.parts, part])] })
  const id = world.newId() as HandoverId
  const called = 'case' in about && held.case ? held.case.ref : ref
  const handover: Handover = { id, about, ref: called, parts: [part], from, to: to.id, at: now }
  await tx.saveHandover(handover)
  await tell(world, {
    key: `taking-over-${id}`,
    to: to.id,
    card: takingOverCard(handover, leaverOf(partnership, from).name),
    about: { subject: 'handover', id },
  })
  const unreadOn = addWorkingDays(dayOf(now), unreadWorkingDays, calendar)
  await tx.setWake({ wake: 'handover-unread', handover: id }, openingOn(unreadOn, partnership.workingHours))
}

/** Said to the coordinators once. Whoever has left meanwhile is told of by the list of what they hold. */
export async function remindUnread(world: World<HandoversNeeds>, id: HandoverId): Promise<void> {
  const { tx, partnership } = world
  const handover = await tx.handoverById(id)
  const successor = handover && personById(partnership, handover.to)
  if (!successor || handover.takenUpAt || (await isOver(world, handover.about))) return
  for (const to of peopleWith(partnership, 'coordinator'))
    await tell(world, {
      key: `not-taken-up-${id}-${to.id}`,
      to: to.id,
      card: notTakenUpCard(handover, successor.name),
      about: { subject: 'handover', id },
    })
}

/** Nothing is asked about a case that is closed. */
export async function isOver({ tx }: Pick<World<HandoversNeeds>, 'tx'>, about: Handover['about']): Promise<boolean> {
  if ('case' in about) return (await tx.caseById(about.case))?.state === 'closed'
  return (await tx.childById(about.child))?.scope !== 'in'
}
