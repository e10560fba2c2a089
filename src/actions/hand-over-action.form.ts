/** Whose an action is instead, and why. */
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import type { World } from '../ports/world.ts'
import { actionFacts } from './action.card.ts'
import { agencyAnswering } from './action.ts'
import type { FoundAction } from './find-action.ts'
import type { ActionsNeeds } from './needs.ts'

/** Somebody of an agency that has a part in the case, or of the owner's own. */
export function colleaguesOf(
  { people, authority, ...rest }: Partnership,
  { action, stuck }: FoundAction,
): PartnershipPerson[] {
  const own = agencyAnswering(action, { people, authority, ...rest })
  const agencies = [authority, own, ...stuck.asked.map(({ agency }) => agency)]
  return people.filter(({ id, agency }) => id !== action.owner && agencies.includes(agency))
}

export const handOverFields = (partnership: Partnership, colleagues: readonly PartnershipPerson[]) =>
  fields({
    to: colleagueField(partnership, colleagues, 'Who should do it?'),
    reason: { field: 'words', label: 'Why should they do it?', max: 1000, lines: 'many' },
  })

export function handOverForm({ partnership }: World<ActionsNeeds>, found: FoundAction): Form {
  const { action } = found
  return safeguardedForm('Not mine', partnership.urgent, {
    intro: [actionFacts(action)],
    fields: handOverFields(partnership, colleaguesOf(partnership, found)),
    submit: { label: 'Hand it over', ask: { ask: 'hand-over-action', action: action.id } },
  })
}
