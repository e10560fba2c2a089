/** Which child a raising is about could not be told: a coordinator finds the child, or asks the raiser. */
import type { Child } from '../children/child.ts'
import { childMeant } from '../children/child-meant.ts'
import { wrongNumber } from '../children/given-child.ts'
import { endClimb } from '../climbs/take-step.ts'
import { childFound } from '../concerns/child-found.ts'
import { done, type Answer } from '../display/answer.ts'
import { type FormValues } from '../display/form.ts'
import { readForm, type ValuesOf } from '../display/read-form.ts'
import { isRefusal, notComplete, refused, type Refusal } from '../display/refusal.ts'
import { type RaisingId } from '../ids.ts'
import { AroundCare } from '../partnership/also-for.ts'
import { type PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { isWaiting, type Raising } from './case.ts'
import { childAroundCare } from './around-care.ts'
import type { aroundCareFields } from './around-care.form.ts'
import type { matchFields } from './find-child.form.ts'
import { matchFieldsFor, matchForm } from './find-child.form.ts'
import { nobodyHas } from './raise-problems.ts'
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
  const read = readForm(matchFieldsFor(world), sent)
  if (isRefusal(read)) return read
  const child = await childSaid(world, read.values as Said)
  if (isRefusal(child)) return child
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

type Said = ValuesOf<typeof matchFields> & Partial<ValuesOf<ReturnType<typeof aroundCareFields>>>

async function childSaid(
  world: World<CasesNeeds>,
  { identifier: number, around, ...said }: Said,
): Promise<Child | Refusal> {
  const isAround = AroundCare.safeParse(around)
  if (isAround.success) return childAroundCare(world, { number, around: isAround.data, ...said })
  const child = await childMeant(world, { number })
  return child ?? notComplete({ identifier: wrongNumber(number) ?? nobodyHas(world.partnership) })
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
