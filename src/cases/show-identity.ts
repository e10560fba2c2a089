/** Who the child is: opened on demand by those who may, and each look is a fact. */
import { whoChildIs } from '../children/which-child.ts'
import type { Answer } from '../display/answer.ts'
import { text } from '../display/card.ts'
import { reading, type ReadingBlock } from '../display/reading.ts'
import { refused } from '../display/refusal.ts'
import type { CaseId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import { knowsOfMeeting } from './family-blocks.ts'
import type { CasesNeeds } from './needs.ts'
import { releasedBlocks } from './released.ts'

export const eachLook = text('Each look is recorded. Share it only with people who need it.')

/** Those who were asked need it no longer once the case is closed. */
export const identityField = ({ state }: Pick<Case, 'state'>): 'identity' | 'closed-identity' =>
  state === 'closed' ? 'closed-identity' : 'identity'

export async function showIdentity(world: World<CasesNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const stuck = await world.tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const field = identityField(stuck)
  const parts = await partsToday(world, { case: stuck })
  if (!may(parts, by.id, field)) return refusedTo(parts, by.id, field)
  const identity = await identityBlocks(world, by, stuck)
  if (identity.length === 0) return refused('not-confirmed-yet')
  return reading('Who is this child?', [
    ...[eachLook, ...identity, ...(await knowsOfMeeting(world, stuck, parts, by.id))],
    ...(await releasedTo(world, stuck, parts, by.id)),
  ])
}

/** Who reads all that was raised reads it on the page of the case; a raiser reads what they wrote. */
async function releasedTo(
  { tx, partnership }: World<CasesNeeds>,
  stuck: Case,
  parts: readonly Part[],
  person: PersonId,
): Promise<readonly ReadingBlock[]> {
  const others = parts.filter(({ role }) => role !== 'raiser')
  if (!may(parts, person, 'released-words') || may(others, person, 'raised-words')) return []
  return releasedBlocks(await tx.raisingsOf(stuck.id), partnership)
}

export async function identityBlocks(
  { tx, partnership }: World<CasesNeeds>,
  by: PartnershipPerson,
  stuck: Case,
): Promise<readonly ReadingBlock[]> {
  const identity = await tx.identityOf(stuck.id)
  if (!identity) return []
  await tx.record({ fact: 'identity-opened', case: stuck.id })
  return whoChildIs(partnership, by, identity)
}
