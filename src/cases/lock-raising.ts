/** A raising and its case, each under its lock: the case first, as everything that changes both takes them. */
import type { RaisingId } from '../ids.ts'
import type { Case, Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'

export async function lockRaising(
  tx: CasesNeeds,
  id: RaisingId,
): Promise<{ readonly raising?: Raising; readonly stuck?: Case }> {
  const known = await tx.caseOfRaising(id)
  const stuck = known && (await tx.caseById(known))
  const raising = await tx.raisingById(id)
  return { ...(raising && { raising }), ...(stuck && { stuck }) }
}
