/** The identifier in a raising from outside the authority is unknown: a coordinator finds the child, or asks the raiser. */
import { endClimb } from '../climbs/take-step.ts'
import { childFound } from '../concerns/child-found.ts'
import { done, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { readForm } from '../display/read-form.ts'
import { isRefusal, notComplete, refused, type Refusal } from '../display/refusal.ts'
import { type RaisingId } from '../ids.ts'
import { type PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { isWaiting, type Raising } from './case.ts'
import { matchFields, matchForm } from './find-child.form.ts'
import type { CasesNeeds } from './needs.ts'
import { joinOrStart } from './join-or-start.ts'
import { unmatched } from './unmatched.ts'

export async function showFindChildForm(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const raising = await toMatch(world, by, id)
  return isRefusal(raising) ? raising : matchForm(world, raising)
}

export async function findChild(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx } = world
  const raising = await toMatch(world, by, id)
  if (isRefusal(raising)) return raising
  const read = readForm(matchFields, sent)
  if (isRefusal(read)) return read
  const child = await tx.childByIdentifier(read.values.identifier)
  if (child?.scope !== 'in') return notComplete({ identifier: "No child in the authority's care has this identifier." })
  const joined = await joinOrStart(world, child, raising)
  await childFound(world, raising, { case: joined, child: child.id })
  await tx.record({ fact: 'raising-matched', case: joined, raising: id })
  await endClimb(world, unmatched(id))
  await tx.withdraw({ subject: 'raising', id })
  return done("Thank you. The child's social worker will be asked to confirm it.")
}

/** A raising that still waits for its child, for somebody who may see to it. */
export async function toMatch(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Raising | Refusal> {
  const raising = await world.tx.raisingById(id)
  if (!raising) return refused('no-longer-there')
  const parts = await partsToday(world, { raising })
  if (!may(parts, by.id, 'unmatched-raising')) return refusedTo(parts, by.id, 'unmatched-raising')
  return isWaiting(raising) ? raising : refused('already-done')
}
