/** Which child a raising from outside the authority is about. */
import { inWords } from '../calendar/in-words.ts'
import { longestGivenNumber, type GivenChild } from '../children/given-child.ts'
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { facts, text, type CardBlock } from '../display/card.ts'
import { dayOf } from '../calendar/london.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import { words, type ReadingBlock } from '../display/reading.ts'
import { Typed } from '../display/typed.ts'
import { whoHasCases } from '../partnership/also-for.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { themeFacts } from '../partnership/theme-words.ts'
import { nameOf } from '../people/name-of.ts'
import { personById } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import { aroundCareFields, asksAroundCare } from './around-care.form.ts'
import type { Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'

export const matchFields = fields({
  identifier: {
    field: 'words',
    label: "The child's number: the council's, the NHS number or the UPN",
    max: longestGivenNumber,
    lines: 'one',
  },
})

export const matchFieldsFor = ({ partnership, now }: World<CasesNeeds>) => ({
  ...matchFields,
  ...(asksAroundCare(partnership) && aroundCareFields(partnership, dayOf(now))),
})

export async function matchForm(world: World<CasesNeeds>, raising: Raising): Promise<Form> {
  const { tx, partnership } = world
  const given = await tx.childGiven(raising.id)
  return formWithNumbers('Find the child', partnership.urgent, {
    intro: [
      text(
        'We could not tell which child this is about. Ask the person who raised it. They will be told that you found the ' +
          `child, and so that this child is ${whoHasCases(partnership)}: be sure first that they may know it. Every look at this is recorded.`,
      ),
      raisingFacts(partnership, raising),
      ...givenBlocks(given),
    ],
    fields: matchFieldsFor(world),
    ...(asksAroundCare(partnership) && { values: { around: filled('in-care') } }),
    submit: { label: 'This is the child', ask: { ask: 'match-raising', raising: raising.id } },
  })
}

/** As it was typed, for the coordinator alone. */
function givenBlocks({ number, name, born }: GivenChild): readonly ReadingBlock[] {
  if (!number && !name) return [text('They do not know any number of the child, nor name and date of birth.')]
  return [
    ...(number ? [words('Number given', number)] : []),
    ...(name ? [words('Name given', name)] : []),
    ...(born ? [words('Date of birth given', new Typed(inWords(born)))] : []),
  ]
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
