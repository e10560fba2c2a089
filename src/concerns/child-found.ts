/** Somebody has found the child of a raising: who answers for the child hears of what was told in it. */
import type { CaseId, ChildId, PersonId, RaisingId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { ConcernsNeeds } from './needs.ts'
import { sayToMore } from './say-to-more.ts'

type Raised = { readonly id: RaisingId; readonly by: PersonId }
type Found = { readonly case: CaseId; readonly child: ChildId }

export async function childFound(world: World<ConcernsNeeds>, { id, by }: Raised, found: Found): Promise<void> {
  const open = await world.tx.openConcerns({ writer: by, raisings: [id] })
  for (const concern of open)
    if (concern.raising === id && concern.child === undefined) await sayToMore(world, { ...concern, ...found })
}
