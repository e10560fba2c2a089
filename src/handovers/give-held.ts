/** "Give it to …": gives one of a leaver's things to somebody who may hold it. */
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import type { World } from '../ports/world.ts'
import { giveFields, giveForm } from './give-held.form.ts'
import { handOver } from './hand-over.ts'
import { calledHeld, type HeldKey } from './held.ts'
import { mayHold } from './may-hold.ts'
import type { HandoversNeeds } from './needs.ts'
import { toHandOver } from './to-hand-over.ts'

export async function showGiveForm(world: World<HandoversNeeds>, by: PartnershipPerson, key: HeldKey): Promise<Answer> {
  const held = await toHandOver(world, by, key)
  if (isAnswer(held)) return held
  const candidates = mayHold(world.partnership, held)
  return candidates.length === 0 ? refused('nobody-may-hold') : giveForm(world.partnership, held, candidates)
}

export async function giveHeld(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  key: HeldKey,
  sent: FormValues,
): Promise<Answer> {
  const { partnership } = world
  const held = await toHandOver(world, by, key)
  if (isAnswer(held)) return held
  const candidates = mayHold(partnership, held)
  if (candidates.length === 0) return refused('nobody-may-hold')
  const read = readForm(giveFields(partnership, candidates), sent)
  if (isRefusal(read)) return read
  const to = colleagueFrom(candidates, read.values.to)
  await handOver(world, by, held, to)
  return done(`${calledHeld(held, partnership)}: ${to.name} has it now and will be told.`)
}
