/** Who may close a case, and whether alone: a case that was not met about, or has an open action, is closed by two people. */
import type { Action } from '../actions/action.ts'
import type { ActionsNeeds } from '../actions/needs.ts'
import type { Case } from '../cases/case.ts'
import { closesAlone, closesAs, type Closing } from '../cases/closing.ts'
import { settles } from '../cases/who-settles.ts'
import { refused, type Refusal } from '../display/refusal.ts'
import type { CaseId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'

export type ToClose = {
  readonly stuck: Case
  /** What they are to it. */
  readonly as: Closing['as']
  /** Nobody else has to agree. */
  readonly alone: boolean
  readonly open: readonly Action[]
}

export async function toClose(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  id: CaseId,
): Promise<ToClose | Refusal> {
  const { tx } = world
  const stuck = await tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const parts = await partsToday(world, { case: stuck })
  const as = closesAs(stuck, parts, by.id)
  if (!as) return refused('not-for-you')
  if (!may(parts, by.id, settles(stuck).close)) return refusedTo(parts, by.id, settles(stuck).close)
  if (stuck.state === 'closed') return refused('already-done')
  const open = (await tx.actionsOf(id)).filter(({ state }) => state === 'open')
  const alone = closesAlone(stuck, as, open.length)
  // What was proposed while something was still to be done waits for nobody once it is done.
  if (!alone && (await tx.lastClosingOf(id))?.state === 'proposed') return refused('closing-proposed')
  return { stuck, as, open, alone }
}
