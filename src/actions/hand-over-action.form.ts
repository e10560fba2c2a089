/** Whose an action is instead, and why. */
import type { Case } from '../cases/case.ts'
import type { AgencyId } from '../ids.ts'
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import { agencyAnswering } from '../parts/lead-answering.ts'
import type { World } from '../ports/world.ts'
import { actionFacts } from './action.card.ts'
import type { FoundAction } from './find-action.ts'
import type { ActionsNeeds } from './needs.ts'

/** Somebody of an agency that has a part in the case, or of the one that agreed to the action. */
export function colleaguesFor(
  { people, authority }: Partnership,
  { asked }: Pick<Case, 'asked'>,
  own: AgencyId | undefined,
): PartnershipPerson[] {
  const agencies = [authority, own, ...asked.map(({ agency }) => agency)]
  return people.filter(({ agency }) => agencies.includes(agency))
}

export const colleaguesOf = (partnership: Partnership, { action, stuck }: FoundAction): PartnershipPerson[] =>
  colleaguesFor(partnership, stuck, agencyAnswering(partnership, action.owner, action.agency)).filter(
    ({ id }) => id !== action.owner,
  )

export const handOverFields = (partnership: Partnership, colleagues: readonly PartnershipPerson[]) =>
  fields({
    to: colleagueField(partnership, colleagues, 'Who should do it?'),
    reason: { field: 'words', label: 'Why should they do it?', max: 1000, lines: 'many' },
  })

export function handOverForm({ partnership }: World<ActionsNeeds>, found: FoundAction): Form {
  const { action } = found
  return formWithNumbers('Not mine', partnership.urgent, {
    intro: [actionFacts(action)],
    fields: handOverFields(partnership, colleaguesOf(partnership, found)),
    submit: { label: 'Pass it on', ask: { ask: 'hand-over-action', action: action.id } },
  })
}
