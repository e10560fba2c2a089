/** Moves what somebody held to somebody else: it is theirs from now on, and they are told what to do and where it stands. */
import { aboutCaseOrChild, endTakingOver, startTakingOver } from './start-taking-over.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { heldBy } from './find-held.ts'
import type { Held } from './held.ts'
import { moveCasePart } from './move-case-part.ts'
import { askForFirstLook, moveChild } from './move-child.ts'
import { moveAction, moveDuty, moveNotes, moveView } from './move-promise.ts'
import type { HandoversNeeds } from './needs.ts'

/** Under the lock of what it belongs to. */
export async function handOver(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  held: Held,
  to: PartnershipPerson,
): Promise<void> {
  await moveHeld(world, by, held, to)
  await tellSuccessor(world, [held], to)
}

/** Under the lock of what it belongs to. Nobody is told yet where it stands: `tellSuccessor` says it once for all that moved. */
export async function moveHeld(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  held: Held,
  to: PartnershipPerson,
): Promise<void> {
  await move(world, by, held, to)
  const { holder: id } = held
  await endTakingOver(world, aboutCaseOrChild(held), id)
  if ((await heldBy(world, [id])).length === 0) await world.tx.withdraw({ subject: 'held', id })
}

export async function tellSuccessor(
  world: World<HandoversNeeds>,
  moved: readonly Held[],
  to: PartnershipPerson,
): Promise<void> {
  await askForFirstLook(world, moved, to)
  await startTakingOver(world, moved, to)
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
