/** Everybody who raised a case has withdrawn it before it was confirmed: who can confirm it ends it by one press. */
import type { ActionsNeeds } from '../actions/needs.ts'
import { confirming } from '../cases/unconfirmed.ts'
import { isParty } from '../cases/who-settles.ts'
import { allWithdrawn } from '../cases/withdrawn.ts'
import { done, type Answer } from '../display/answer.ts'
import { refused } from '../display/refusal.ts'
import { Typed } from '../display/typed.ts'
import type { CaseId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import { endCase } from './end-case.ts'

export async function endWithdrawn(world: World<ActionsNeeds>, by: PartnershipPerson, id: CaseId): Promise<Answer> {
  const { tx } = world
  const stuck = await tx.caseById(id)
  if (!stuck) return refused('no-longer-there')
  const parts = await partsToday(world, { case: { ...stuck, state: 'raised' } })
  if (isParty(stuck, parts, by.id)) return refused('not-for-you')
  if (!may(parts, by.id, confirming(stuck, world))) return refusedTo(parts, by.id, confirming(stuck, world))
  if (stuck.state !== 'raised') return refused('already-done')
  if (!allWithdrawn(await tx.raisingsOf(id))) return refused('still-raised')
  const why = {
    name: 'why',
    question: 'Why the case was closed',
    words: new Typed('Everybody who raised it withdrew it.'),
  }
  await endCase(world, by, { stuck, words: [why], open: [] })
  return done(`Case ${stuck.ref} is closed. Its social worker and its IRO will be told.`)
}
