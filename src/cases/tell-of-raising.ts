/** Tells the people who settle a case, and its IRO, that a raiser has added something or has withdrawn it. */
import type { PersonId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import type { What } from '../parts/told.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { raisingChangedCard, unmatchedChangedCard } from './raising-changed.card.ts'
import { whoSettles } from './who-settles.ts'
import { allWithdrawn } from './withdrawn.ts'

export async function tellOfRaising(
  world: World<CasesNeeds>,
  { raising, stuck }: { readonly raising: Raising; readonly stuck?: Case },
  what: 'added' | 'withdrawn',
): Promise<void> {
  const key = `raising-${what}-${raising.id}-${raising.words.length}` as const
  if (!stuck) return tellCoordinators(world, raising, what, key)
  const withdrawn = what === 'withdrawn' && allWithdrawn(await world.tx.raisingsOf(stuck.id))
  const told = new Set<PersonId>([raising.by])
  for (const { person: to, what: as } of [...whoSettles(stuck, world.partnership), ...irosOf(world, stuck)]) {
    if (told.has(to)) continue
    told.add(to)
    const ends = withdrawn && stuck.state === 'raised' && as !== 'for-iro'
    await tell(world, {
      ...{ key: `${key}-${to}`, to, what: as, card: raisingChangedCard(stuck, raising, what, world.partnership, ends) },
      about: { subject: 'case', id: stuck.id },
    })
  }
}

const irosOf = ({ partnership }: World<unknown>, stuck: Case): readonly { person: PersonId; what: What }[] =>
  stuck.iro
    ? hears(named({ case: stuck }, partnership), 'for-iro').to.map(({ person }) => ({ person, what: 'for-iro' }))
    : []

/** Nobody knows the child yet. What was withdrawn is said to them as people, since nothing is waited for. */
async function tellCoordinators(
  world: World<CasesNeeds>,
  raising: Raising,
  what: 'added' | 'withdrawn',
  key: `raising-${string}`,
): Promise<void> {
  for (const { person: to } of hears(named({ raising }, world.partnership), 'unmatched').to)
    await tell(world, {
      ...{ key: `${key}-${to}`, to, card: unmatchedChangedCard(raising, what) },
      about: what === 'added' ? { subject: 'raising', id: raising.id } : { subject: 'person', id: to },
    })
}
