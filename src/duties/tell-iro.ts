/** An IRO who was told that something is overdue hears what became of it. */
import { dutyLadder } from '../climbs/ladder.ts'
import type { Card } from '../display/card.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

export async function tellIro(
  world: World<DutiesNeeds>,
  by: PartnershipPerson,
  { iro, id }: Duty,
  card: Card,
): Promise<void> {
  const known = await world.tx.climbOf(dutyLadder(id))
  if (!iro || iro === by.id || known?.climb.reached?.stage !== 'iro') return
  const about = { subject: 'person', id: iro } as const
  await tell(world, { key: `recorded-${id}-${iro}-${world.newId()}`, to: iro, card, about })
}
