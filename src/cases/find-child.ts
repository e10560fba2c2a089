/** Which child a raising is about could not be told: a coordinator finds the child, or asks the raiser. */
import { childMeant } from '../children/child-meant.ts'
import { wrongNumber } from '../children/given-child.ts'
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
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { isWaiting, type Raising } from './case.ts'
import { matchFields, matchForm } from './find-child.form.ts'
import type { CasesNeeds } from './needs.ts'
import { joinOrStart } from './join-or-start.ts'
import { matchedCard } from './unmatched.card.ts'
import { unmatched } from './unmatched.ts'

export async function showFindChildForm(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const raising = await toMatch(world, by, id)
  if (isRefusal(raising)) return raising
  await world.tx.record({ fact: 'unmatched-opened', raising: id })
  return matchForm(world, raising)
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
  const { identifier: number } = read.values
  const child = await childMeant(world, { number })
  if (!child)
    return notComplete({ identifier: wrongNumber(number) ?? "No child in the authority's care has this number." })
  const joined = await joinOrStart(world, child, raising)
  await childFound(world, raising, { case: joined, child: child.id })
  await tx.record({ fact: 'raising-matched', case: joined, raising: id })
  await endClimb(world, unmatched(id))
  await tx.withdraw({ subject: 'raising', id })
  if (personById(world.partnership, raising.by))
    await tell(world, {
      ...{ key: `matched-${id}`, to: raising.by, card: matchedCard(raising, world.partnership) },
      about: { subject: 'person', id: raising.by },
      themselves: true,
    })
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
