/** Several things that one person held, to one colleague, who may hold each of them. */
import { done, isAnswer, type Answer } from '../display/answer.ts'
import type { FieldErrors, FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import type { World } from '../ports/world.ts'
import { severalFields, severalForm, valueOf } from './give-held.form.ts'
import { moveHeld, tellSuccessor } from './hand-over.ts'
import { calledHeld, type Held } from './held.ts'
import { mayHold } from './may-hold.ts'
import type { HandoversNeeds } from './needs.ts'
import { heldFor } from './show-handovers.ts'
import { toHandOver } from './to-hand-over.ts'

export async function showSeveralForm(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  of: PersonId,
): Promise<Answer> {
  const things = await heldFor(world, by, of)
  if (isRefusal(things)) return things
  if (things.length === 0) return refused('already-done')
  const candidates = anyOf(world.partnership, things)
  if (candidates.length === 0) return refused('nobody-may-hold')
  return severalForm(world.partnership, of, things, candidates)
}

export async function giveSeveral(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  of: PersonId,
  sent: FormValues,
): Promise<Answer> {
  const { partnership } = world
  const things = await heldFor(world, by, of)
  if (isRefusal(things)) return things
  if (things.length === 0) return refused('already-done')
  const candidates = anyOf(partnership, things)
  const chosenOf = (values: readonly string[]) => things.filter((held) => values.includes(valueOf(held)))
  const read = readForm(severalFields(partnership, things, candidates), sent, world.now, (part) =>
    part.to === undefined || part.things === undefined
      ? {}
      : beyond(partnership, chosenOf(part.things), colleagueFrom(candidates, part.to)),
  )
  if (isRefusal(read)) return read
  const to = colleagueFrom(candidates, read.values.to)
  const chosen = chosenOf(read.values.things)
  const moved: Held[] = []
  for (const one of chosen) {
    const held = await toHandOver(world, by, one)
    if (isAnswer(held)) return held.kind === 'done' ? refused('already-done') : held
    await moveHeld(world, by, held, to)
    moved.push(held)
  }
  await tellSuccessor(world, moved, to)
  return done(`${to.name} has ${chosen.length === 1 ? 'it' : `all ${chosen.length}`} now and will be told.`)
}

function beyond(partnership: Partnership, chosen: readonly Held[], to: PartnershipPerson): FieldErrors {
  const names = chosen
    .filter((held) => !mayHold(partnership, held).includes(to))
    .map((held) => calledHeld(held, partnership))
  return names.length > 0 ? { to: `${to.name} cannot take on: ${names.join('; ')}.` } : {}
}

/** Everybody who may hold at least one of these. */
const anyOf = (partnership: Partnership, things: readonly Held[]): readonly PartnershipPerson[] => {
  const all = new Set(things.flatMap((held) => mayHold(partnership, held)))
  return partnership.people.filter((person) => all.has(person))
}
