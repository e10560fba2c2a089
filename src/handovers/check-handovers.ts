/**
 * On every working day before opening, and each time that the partnership changes: the person who oversees a leaver's work
 * gets one card listing all of it. Anything found later is told on the next working day.
 */
import { beforeOpening } from '../calendar/before-opening.ts'
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { PersonId } from '../ids.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { heldByGone } from './find-held.ts'
import { goneCard } from './gone.card.ts'
import { goneForIroCard } from './iro-hears.ts'
import type { Held } from './held.ts'
import { leaverOf, whoIsTold, type Leaver } from './leaver.ts'
import type { HandoversNeeds } from './needs.ts'

export async function checkHandovers(world: World<HandoversNeeds>): Promise<void> {
  const { tx, now, partnership, calendar } = world
  const all = await heldByGone(world)
  await tx.keepTold(all)
  for (const holder of new Set(all.map((held) => held.holder))) {
    const leaver = leaverOf(partnership, holder)
    const things = all.filter((held) => held.holder === holder)
    for (const [to, theirs] of byRecipient(world, things)) await tellOnce(world, leaver, to, theirs)
    await tellIrosOnce(world, leaver, things)
  }
  await tx.setWake({ wake: 'handover-check' }, beforeOpening(addWorkingDays(dayOf(now), 1, calendar)))
}

function byRecipient(
  { partnership }: World<HandoversNeeds>,
  things: readonly Held[],
): ReadonlyMap<PersonId, readonly Held[]> {
  const told = new Map<PersonId, readonly Held[]>()
  for (const held of things)
    for (const to of whoIsTold(partnership, held)) told.set(to, [...(told.get(to) ?? []), held])
  return told
}

async function tellOnce(
  world: World<HandoversNeeds>,
  leaver: Leaver,
  to: PersonId,
  things: readonly Held[],
): Promise<void> {
  const { tx, now, calendar, partnership } = world
  const today = dayOf(now)
  const known = await tx.toldOf(leaver.id, to)
  const isKnown = ({ part, thing }: Held) => known.some((one) => one.part === part && one.thing === thing)
  const last = known
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  // As often as an overdue action.
  const isDueAgain = last !== undefined && addWorkingDays(last, partnership.policies.ladder.repeat, calendar) <= today
  if (things.every(isKnown) && !isDueAgain) return
  const recipient = personById(partnership, to)
  if (!recipient) return
  await tx.saveTold(leaver.id, to, things, today)
  await tx.record({ fact: 'held-told', holder: leaver.id, to, things: things.length })
  await tell(world, {
    key: `gone-${world.newId()}`,
    to,
    card: goneCard(partnership, leaver, things, recipient),
    about: { subject: 'held', id: leaver.id },
  })
}

/** Who reviews a child with something due hears once that nobody is its social worker; the ladder tells them of the rest. */
async function tellIrosOnce(world: World<HandoversNeeds>, leaver: Leaver, things: readonly Held[]): Promise<void> {
  const { tx, now, partnership } = world
  const due = things.filter(({ part, duties = 0 }) => part === 'child-social-worker' && duties > 0)
  for (const iro of new Set(due.map((held) => held.iro))) {
    if (!iro || !personById(partnership, iro)) continue
    const known = await tx.toldOf(leaver.id, iro)
    const unknown = due.filter((held) => held.iro === iro && !known.some(({ thing }) => thing === held.thing))
    if (unknown.length === 0) continue
    await tx.saveTold(leaver.id, iro, unknown, dayOf(now))
    await tell(world, {
      key: `left-iro-${world.newId()}`,
      to: iro,
      card: goneForIroCard(
        `${leaver.name} has ${leaver.left ? 'left' : 'changed role'}`,
        unknown.map(({ ref }) => ref),
      ),
      about: { subject: 'held', id: leaver.id },
    })
  }
}
