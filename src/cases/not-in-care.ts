/** A raising that is about no child in the authority's care ends here, and its raiser is told who to call instead. */
import { endClimb } from '../climbs/take-step.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { answeredWords } from '../display/answered.ts'
import type { FormValues } from '../display/form.ts'
import { isRefusal } from '../display/refusal.ts'
import type { RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { toMatch } from './find-child.ts'
import type { CasesNeeds } from './needs.ts'
import { notInCareFields, notInCareForm } from './not-in-care.form.ts'
import { notInCareCard } from './unmatched.card.ts'
import { unmatched } from './unmatched.ts'

export async function showNotInCareForm(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const raising = await toMatch(world, by, id)
  return isRefusal(raising) ? raising : notInCareForm(world, raising)
}

export async function sayNotInCare(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, now, partnership } = world
  const raising = await toMatch(world, by, id)
  if (isRefusal(raising)) return raising
  const form = notInCareForm(world, raising)
  const read = await readOrStop(world, by.id, { about: { raising: id }, fields: notInCareFields, form, sent })
  if (isAnswer(read)) return read
  await tx.saveNotInCare(id, { by: by.id, at: now, words: answeredWords(notInCareFields, read.values) })
  await tx.record({ fact: 'raising-not-in-care', raising: id })
  await endClimb(world, unmatched(id))
  await tx.withdraw({ subject: 'raising', id })
  const raiser = personById(partnership, raising.by)
  if (!raiser) return done('This case goes no further. The person who raised it has left, so nobody is told.')
  await tell(world, {
    key: `not-in-care-${id}`,
    to: raiser.id,
    card: notInCareCard(raising, partnership),
    about: { subject: 'person', id: raiser.id },
    themselves: true,
  })
  return done('Thank you. This case goes no further. The person who raised it will be told who to call.')
}
