/** In the demonstration alone: numbers of invented children, so that a newcomer can raise a case. */
import { isUpn } from '../children/upn.ts'
import type { ChildrenNeeds } from '../children/needs.ts'
import type { World } from '../ports/world.ts'

/** One of the council's, and the UPN of another child; none in a real partnership. */
export async function numbersToTry({
  tx,
  partnership,
}: Pick<World<ChildrenNeeds>, 'tx' | 'partnership'>): Promise<readonly string[]> {
  if (!partnership.demonstration) return []
  for (const { id } of partnership.people) {
    const [first, ...others] = await tx.childrenOf(id)
    if (!first) continue
    const upn = others.flatMap((child) => child.upn?.reveal() ?? []).find(isUpn)
    return [first.identifier.reveal(), ...(upn ? [`UPN ${upn}`] : [])]
  }
  return []
}
