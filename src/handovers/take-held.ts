/** "Take it": the person who presses takes over one of a leaver's things. */
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { refused } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import type { World } from '../ports/world.ts'
import { handOver } from './hand-over.ts'
import { calledHeld, type HeldKey } from './held.ts'
import { mayHold } from './may-hold.ts'
import type { HandoversNeeds } from './needs.ts'
import { toHandOver } from './to-hand-over.ts'

export async function takeHeld(world: World<HandoversNeeds>, by: PartnershipPerson, key: HeldKey): Promise<Answer> {
  const held = await toHandOver(world, by, key)
  if (isAnswer(held)) return held
  if (!mayHold(world.partnership, held).includes(by)) return refused('may-not-hold')
  await handOver(world, by, held, by)
  return done(`${calledHeld(held, world.partnership)}: this is now yours. You will get a message with what you need.`)
}
