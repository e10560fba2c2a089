/** Which child a case is about, on its page: without the name, and each look is a fact. */
import type { Case } from '../cases/case.ts'
import type { CasesNeeds } from '../cases/needs.ts'
import { eachLook } from '../cases/show-identity.ts'
import { knownOf, whichChild } from '../children/which-child.ts'
import { heading, type ReadingBlock } from '../display/reading.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'

export async function whichChildBlocks(
  { tx, partnership }: World<CasesNeeds>,
  by: PartnershipPerson,
  stuck: Case,
): Promise<readonly ReadingBlock[]> {
  const known = knownOf(await tx.childById(stuck.child), await tx.identityOf(stuck.id))
  const blocks = whichChild(partnership, by, known)
  if (blocks.length === 0) return []
  await tx.record({ fact: 'identity-opened', case: stuck.id, without: 'name' })
  return [heading('Which child'), ...blocks, eachLook]
}
