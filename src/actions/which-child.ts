/** Which child an action is about, for those who answer for it: as much as tells, and each look is a fact. */
import { enoughToTell, knownOf } from '../children/which-child.ts'
import type { ReadingBlock } from '../display/reading.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may } from '../parts/may.ts'
import type { World } from '../ports/world.ts'
import type { FoundAction } from './find-action.ts'
import type { ActionsNeeds } from './needs.ts'

export async function whichChildOf(
  { tx, partnership }: World<ActionsNeeds>,
  by: PartnershipPerson,
  { action, stuck, parts }: FoundAction,
): Promise<readonly ReadingBlock[]> {
  if (!may(parts, by.id, stuck.state === 'closed' ? 'closed-identity' : 'action-child')) return []
  const known = knownOf(await tx.childById(stuck.child), await tx.identityOf(stuck.id))
  const { blocks, named } = enoughToTell(partnership, by, known)
  if (blocks.length > 0)
    await tx.record({ fact: 'identity-opened', case: action.case, ...(!named && { without: 'name' }) })
  return blocks
}
