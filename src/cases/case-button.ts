/** The way on to the page of a case, from a sentence that says what was done: for those alone who may open it. */
import { button, type Button } from '../display/card.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { settles } from './who-settles.ts'

export async function caseButton(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  stuck: Case,
): Promise<readonly Button[]> {
  const parts = await partsToday(world, { case: stuck })
  return maySeeCase(stuck, parts, by.id) ? [button(`Open case ${stuck.ref}`, { ask: 'open-case', case: stuck.id })] : []
}

/** A coordinator sees to a disagreement, no matter who its social worker is. */
export const maySeeCase = (stuck: Case, parts: readonly Part[], person: PersonId): boolean =>
  may(parts, person, 'case') || (stuck.disagreement === true && may(parts, person, settles(stuck).close))
