/** A form says that it was reported: what was told of before is over, and those who answer for the child hear of it. */
import type { ConcernId, PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import { idsOf, type About } from './about-child.ts'
import type { Concern } from './concern.ts'
import { endAsReported, type Reported } from './end-concern.ts'
import type { ConcernsNeeds } from './needs.ts'
import { isOfRaisings, isSameDanger } from './same-danger.ts'
import type { RaisingId } from '../ids.ts'

export type RaisingsOfForm = readonly { readonly id: RaisingId; readonly by: PersonId }[]

/** `raisings`: of the case whose confirmation it is, since confirming it answers for what was told while raising it. */
export async function settleReported(
  world: World<ConcernsNeeds>,
  by: PersonId,
  about: About,
  report: Reported,
  raisings: RaisingsOfForm = [],
): Promise<void> {
  const { tx, now } = world
  const open = await tx.openConcerns({
    writer: by,
    ...(about.child && { child: about.child }),
    raisings: raisings.map(({ id }) => id),
  })
  // An allegation that was reported ends no risk, and is not told to the social worker, who may be the worker it is about.
  const isAllegation = report.to === 'designated-officer'
  const meant = isAllegation
    ? []
    : open.filter((one) => isSameDanger(one, by, about) || isOfRaisings(one, about, raisings))
  const fresh = (): Concern => ({
    ...{ id: world.newId() as ConcernId, ...idsOf(about), kind: isAllegation ? 'both' : 'risk', writer: by },
    ...{ told: [], raisedAt: now, repeats: 0 },
  })
  for (const concern of meant.length > 0 ? meant : [fresh()]) await endAsReported(world, concern, by, report)
}
