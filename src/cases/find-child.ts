/** A raising from outside the authority names no child that we know: a coordinator finds the child, or asks the raiser. */
import { inWords } from '../calendar/in-words.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { facts, text } from '../display/card.ts'
import type { Form, FormValues } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { words } from '../display/reading.ts'
import { isRefusal, notComplete, refused, type Refusal } from '../display/refusal.ts'
import type { RaisingId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { peopleWith, personById } from '../people/people.ts'
import { maySee } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { themeInWords, type Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { joinOrStart } from './join-or-start.ts'

const matchFields = fields({
  identifier: { field: 'words', label: "The authority's identifier of this child", max: 30, lines: 'one' },
})

export async function showFindChildForm(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
): Promise<Answer> {
  const raising = await toMatch(world, by, id)
  return isRefusal(raising) ? raising : matchForm(world, raising)
}

async function matchForm({ tx, partnership }: World<CasesNeeds>, raising: Raising): Promise<Form> {
  const given = await tx.unmatchedIdentifier(raising.id)
  const raiser = personById(partnership, raising.by)
  return safeguardedForm('Find the child', partnership.urgent, {
    intro: [
      text(
        'No child in care of the authority has the identifier that was given. Ask the raiser which child they mean.',
      ),
      facts(
        [
          'Raised by',
          raiser
            ? [raiser.name, raiser.email, ...(raiser.phone ? [raiser.phone] : [])].join(', ')
            : nameOf(partnership, raising.by, 'somebody who has left'),
        ],
        ['What is stuck', themeInWords[raising.theme]],
        ['Needs to move by', inWords(raising.needed)],
      ),
      ...(given ? [words('Identifier that was given', given)] : []),
    ],
    fields: matchFields,
    submit: { label: 'This is the child', ask: { ask: 'match-raising', raising: raising.id } },
  })
}

export async function findChild(
  world: World<CasesNeeds>,
  by: PartnershipPerson,
  id: RaisingId,
  sent: FormValues,
): Promise<Answer> {
  const { tx, partnership } = world
  const raising = await toMatch(world, by, id)
  if (isRefusal(raising)) return raising
  const about = { tell: peopleWith(partnership, 'coordinator').map((one) => one.id) }
  const form = await matchForm(world, raising)
  const read = await readOrStop(world, by.id, { about, fields: matchFields, form, sent })
  if (isAnswer(read)) return read
  const child = await tx.childByIdentifier(read.values.identifier)
  if (child?.scope !== 'in')
    return notComplete({ identifier: 'No child in care of the authority has this identifier.' })
  const joined = await joinOrStart(world, child, raising)
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
