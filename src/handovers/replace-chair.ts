/** "Change the chair": asked by the social worker, the chair or a coordinator, whether or not the chair has left. */
import type { Case } from '../cases/case.ts'
import { isParty, settles } from '../cases/who-settles.ts'
import { caseButton } from '../cases/case-button.ts'
import { done, type Answer } from '../display/answer.ts'
import type { FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { CaseId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueFrom } from '../people/colleague-field.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { chairForm, giveFields } from './give-held.form.ts'
import { handOver } from './hand-over.ts'
import type { Held } from './held.ts'
import { lockHeld } from './lock-held.ts'
import { mayHold } from './may-hold.ts'
import type { HandoversNeeds } from './needs.ts'

export async function showChairForm(world: World<HandoversNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const chaired = await toReplace(world, by, id)
  if (isRefusal(chaired)) return chaired
  const candidates = mayHold(world.partnership, chaired)
  return candidates.length === 0 ? refused('nobody-may-hold') : chairForm(world.partnership, chaired.case, candidates)
}

export async function replaceChair(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  id: CaseId,
  sent: FormValues,
): Promise<Answer> {
  const { partnership } = world
  const chaired = await toReplace(world, by, id)
  if (isRefusal(chaired)) return chaired
  const candidates = mayHold(partnership, chaired)
  if (candidates.length === 0) return refused('nobody-may-hold')
  const read = readForm(giveFields(partnership, candidates), sent)
  if (isRefusal(read)) return read
  const to = colleagueFrom(candidates, read.values.to)
  await handOver(world, by, chaired, to)
  const moved = { ...chaired.case, chair: to.id }
  return done(`${to.name} now chairs case ${chaired.ref} and will be told.`, await caseButton(world, by, moved))
}

async function toReplace(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  id: CaseId,
): Promise<(Held & { readonly case: Case }) | Refusal> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const parts = await partsToday(world, { case: stuck })
  if (isParty(stuck, parts, by.id)) return refused('not-for-you')
  if (!may(parts, by.id, settles(stuck).chair)) return refusedTo(parts, by.id, settles(stuck).chair)
  if (stuck.state === 'closed') return refused('case-closed')
  const held = await lockHeld(world, { part: 'case-chair', thing: id })
  return held ? { ...held, case: stuck } : refused('not-confirmed-yet')
}
