/** Everything that was raised about a child, for the person who confirms the case: more than fits above the questions of a form. */
import type { Answer } from '../display/answer.ts'
import { button } from '../display/card.ts'
import { reading } from '../display/reading.ts'
import { isRefusal } from '../display/refusal.ts'
import type { CaseId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { toConfirm } from './confirm-case.ts'
import type { CasesNeeds } from './needs.ts'
import { raisedBlocks, readerOf } from './raised-blocks.ts'

export async function showRaised(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const stuck = await toConfirm(world, by, id)
  if (isRefusal(stuck)) return stuck
  // As in the form that confirms it.
  const reader = { ...readerOf(await partsToday(world, { case: stuck }), by.id), names: true }
  const raisings = await world.tx.raisingsOf(id)
  return reading(
    `Raised ${stuck.ref}`,
    raisings.flatMap((raising) => raisedBlocks(raising, world.partnership, reader)),
    [button('Confirm the case', { ask: 'open-confirm-case', case: id }, 'primary')],
  )
}
