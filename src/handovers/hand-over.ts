/** Moves what somebody held to somebody else: it is theirs from now on, and they are told what to do and where it stands. */
import { aboutCaseOrChild, endTakingOver, startTakingOver } from './start-taking-over.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { heldBy } from './find-held.ts'
import type { Held } from './held.ts'
import { moveCasePart } from './move-case-part.ts'
import { moveChild } from './move-child.ts'
import { moveAction, moveDuty, moveNotes, moveView } from './move-promise.ts'
import type { HandoversNeeds } from './needs.ts'

/** Under the lock of what it belongs to. */
export async function handOver(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  held: Held,
  to: PartnershipPerson,
): Promise<void> {
  await move(world, by, held, to)
  const { holder: id } = held
  const about = aboutCaseOrChild(held)
  await endTakingOver(world, about, id)
  await startTakingOver(world, about, held, to)
  if ((await heldBy(world, [id])).length === 0) await world.tx.withdraw({ subject: 'held', id })
}

function move(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  held: Held,
  to: PartnershipPerson,
): Promise<unknown> {
  switch (held.part) {
    case 'child-social-worker':
      return moveChild(world, held, 'social-worker', to)
    case 'child-iro':
      return moveChild(world, held, 'iro', to)
    case 'case-social-worker':
      return moveCasePart(world, held, 'social-worker', to, by)
    case 'case-iro':
      return moveCasePart(world, held, 'iro', to, by)
    case 'case-chair':
      return moveCasePart(world, held, 'chair', to, by)
    case 'view':
      return moveView(world, held, to)
    case 'action':
      return moveAction(world, held, to)
    case 'duty':
      return moveDuty(world, held, to)
    case 'notes':
      return moveNotes(world, held, to)
  }
}
