/** The person who settles a case lets somebody who raised it take part in it. */
import { done, type Answer } from '../display/answer.ts'
import { refused } from '../display/refusal.ts'
import type { RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may, refusedTo } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { mayBeAdmitted } from './case.ts'
import { confirmedCard } from './confirmed.card.ts'
import { lockRaising } from './lock-raising.ts'
import type { CasesNeeds } from './needs.ts'
import { isParty, settles } from './who-settles.ts'

export async function admitRaiser(world: World<CasesNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Answer> {
  const { tx, partnership } = world
  const { raising, stuck } = await lockRaising(tx, id)
  if (!raising) return refused('no-longer-there')
  if (!stuck) return refused('not-for-you')
  const parts = await partsToday(world, { case: stuck })
  if (isParty(stuck, parts, by.id)) return refused('not-for-you')
  if (!may(parts, by.id, settles(stuck).admit)) return refusedTo(parts, by.id, settles(stuck).admit)
  if (stuck.state === 'raised') return refused('not-confirmed-yet')
  if (stuck.state === 'closed') return refused('case-closed')
  if (!mayBeAdmitted(raising)) return refused('already-done')
  const theirs = (await tx.raisingsOf(stuck.id)).filter((one) => one.by === raising.by && mayBeAdmitted(one))
  for (const one of theirs) await tx.saveRaising({ ...one, takesPart: true })
  await tx.record({ fact: 'raiser-admitted', case: stuck.id, raising: id })
  const name = nameOf(partnership, raising.by)
  if (!personById(partnership, raising.by)) return done(`${name} takes part in case ${stuck.ref}.`)
  await tell(world, {
    ...{ key: `admitted-${id}`, to: raising.by, card: confirmedCard(stuck, partnership) },
    ...{ about: { subject: 'case', id: stuck.id }, what: 'news' },
  })
  return done(`${name} takes part in case ${stuck.ref} from now on, and will be told.`)
}
