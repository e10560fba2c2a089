/** Which child a raising from outside the authority is about. */
import { inWords } from '../calendar/in-words.ts'
import { longestIdentifier } from '../children/identifier.ts'
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { facts, text, type CardBlock } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { words } from '../display/reading.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'

export const matchFields = fields({
  identifier: {
    field: 'words',
    label: "The local authority's identifier for this child",
    max: longestIdentifier,
    lines: 'one',
  },
})

export async function matchForm({ tx, partnership }: World<CasesNeeds>, raising: Raising): Promise<Form> {
  const given = await tx.unmatchedIdentifier(raising.id)
  return formWithNumbers('Find the child', partnership.urgent, {
    intro: [
      text(
        "No child in the authority's care has this identifier. Ask the person who raised the case which child they mean.",
      ),
      raisingFacts(partnership, raising),
      ...(given ? [words('Identifier given', given)] : []),
    ],
    fields: matchFields,
    submit: { label: 'This is the child', ask: { ask: 'match-raising', raising: raising.id } },
  })
}

/** Who raised it and can be asked, and what is stuck. */
export function raisingFacts(partnership: Partnership, raising: Raising): CardBlock {
  const raiser = personById(partnership, raising.by)
  return facts(
    [
      'Raised by',
      raiser
        ? [raiser.name, raiser.email, ...(raiser.phone ? [raiser.phone] : [])].join(', ')
        : nameOf(partnership, raising.by, 'somebody who has left'),
    ],
    ...themeFacts(partnership, raising.theme),
    ['Needs to move by', inWords(raising.needed)],
  )
}
