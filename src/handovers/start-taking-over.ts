/** A successor is asked to read where a case or a child stands: once for each, however many parts come to them. */
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { openingOn } from '../calendar/working-hours.ts'
import type { HandoverId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { peopleWith, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Handover } from './handover.ts'
import { isOfChild, type Held } from './held.ts'
import { leaverOf } from './leaver.ts'
import { lockHeld } from './lock-held.ts'
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
  { part, thing, ref, holder: from, ...held }: Held,
  to: PartnershipPerson,
): Promise<void> {
  const { tx, now, calendar, partnership } = world
  const open = await tx.openHandoverOf(about, to.id)
  if (open) return tx.saveHandover({ ...open, things: [...open.things, { part, thing }] })
  const id = world.newId() as HandoverId
  const called = 'case' in about && held.case ? held.case.ref : ref
  const handover: Handover = { id, about, ref: called, things: [{ part, thing }], from, to: to.id, at: now }
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
  if (!successor || handover.takenUpAt || (await isOver(world, handover))) return
  for (const to of peopleWith(partnership, 'coordinator'))
    await tell(world, {
      key: `not-taken-up-${id}-${to.id}`,
      to: to.id,
      card: notTakenUpCard(handover, successor.name),
      about: { subject: 'handover', id },
    })
}

/** What came to them went on before they took it up: nothing is asked of them any more. */
export async function endTakingOver(
  world: World<HandoversNeeds>,
  about: Handover['about'],
  of: PersonId,
): Promise<void> {
  const { tx } = world
  const open = await tx.openHandoverOf(about, of)
  if (!open || !(await isOver(world, open))) return
  await tx.dropHandover(open.id)
  await tx.clearWake({ wake: 'handover-unread', handover: open.id })
  await tx.withdraw({ subject: 'handover', id: open.id })
}

/** Nothing of it is still theirs: it is done, closed or somebody else's. */
export async function isOver(world: Looking, { things, to }: Handover): Promise<boolean> {
  for (const key of things) if ((await lockHeld(world, key))?.holder === to) return false
  return true
}

type Looking = Pick<World<HandoversNeeds>, 'tx' | 'now' | 'partnership'>
