/** Who raised a disagreement and asked to be named to the IRO alone: opened on demand by the IRO, and each look is a fact. */
import type { Answer } from '../display/answer.ts'
import { facts, text } from '../display/card.ts'
import { reading, type Reading } from '../display/reading.ts'
import { refused } from '../display/refusal.ts'
import type { RaisingId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { withTodaysIro } from './answering.ts'
import type { Raising } from './case.ts'
import { lockRaising } from './lock-raising.ts'
import type { CasesNeeds } from './needs.ts'
import { readerOf, whoRaised } from './raised-blocks.ts'

export async function showRaiser(world: World<CasesNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Answer> {
  const { raising, stuck } = await lockRaising(world.tx, id)
  if (!raising) return refused('no-longer-there')
  if (!stuck || raising.namedTo !== 'iro') return refused('not-for-you')
  const parts = await partsToday(world, { case: await withTodaysIro(world, stuck) })
  if (!readerOf(parts, by.id).allNames) return refusedTo(parts, by.id, 'raised-by-for-iro')
  await world.tx.record({ fact: 'raiser-opened', case: stuck.id, raising: id })
  return raiserReading(raising, world.partnership)
}

export const raiserReading = (raising: Raising, partnership: Partnership): Reading =>
  reading('Who raised it', [
    text('They asked to be named to the IRO alone. Every time this is opened, it is recorded. Tell nobody who it is.'),
    facts(['Raised by', whoRaised(raising, partnership)]),
  ])
