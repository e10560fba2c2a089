/** A raising from outside the authority names no child that we know: a coordinator finds the child, or asks the raiser. */
import { inWords } from '../calendar/in-words.ts'
import { done, type Answer } from '../display/answer.ts'
import { facts, text } from '../display/card.ts'
import { form, type FormValues } from '../display/form.ts'
import { fields, readForm } from '../display/read-form.ts'
import { words } from '../display/reading.ts'
import { notComplete, refused, type Refusal } from '../display/refusal.ts'
import type { RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { maySee } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { stuckInWords, type Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { raiseFor } from './raise-case.ts'

const matchFields = fields({
  identifier: { field: 'words', label: "The authority's identifier of this child", max: 30, lines: 'one' },
})

export async function openMatchRaising(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const raising = await toMatch(world, by, id)
  if ('kind' in raising) return raising
  const given = await world.tx.unmatchedIdentifier(id)
  const raiser = personById(world.partnership, raising.by)
  return form('Find the child', {
    intro: [
      text(
        'No child in care of the authority has the identifier that was given. Ask the raiser which child they mean.',
      ),
      facts(
        ['Raised by', raiser ? `${raiser.name}, ${raiser.email}` : 'somebody who has left'],
        ['What is stuck', stuckInWords[raising.stuck]],
        ['Needs to move by', inWords(raising.needed)],
      ),
      ...(given ? [words('Identifier that was given', given)] : []),
    ],
    fields: matchFields,
    submit: { label: 'This is the child', ask: { ask: 'match-raising', raising: id } },
  })
}

export async function matchRaising(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx } = world
  const raising = await toMatch(world, by, id)
  if ('kind' in raising) return raising
  const read = readForm(matchFields, sent)
  if ('errors' in read) return notComplete(read.errors)
  const child = await tx.childByIdentifier(read.values.identifier)
  if (child?.scope !== 'in')
    return notComplete({ identifier: 'No child in care of the authority has this identifier.' })
  const joined = await raiseFor(world, child, raising)
  await tx.record({ fact: 'raising-matched', case: joined, raising: id })
  await tx.withdraw({ subject: 'raising', id })
  return done("Thank you. The child's social worker is asked to confirm.")
}

async function toMatch({ tx }: World<CasesNeeds>, by: PartnershipPerson, id: RaisingId): Promise<Raising | Refusal> {
  const raising = await tx.raisingById(id)
  if (!raising) return refused('no-longer-there')
  if (!maySee(by.roles.includes('coordinator') ? ['coordinator'] : [], 'unmatched-raising'))
    return refused('not-for-you')
  return raising.case ? refused('already-done') : raising
}
