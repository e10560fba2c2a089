/** Whose an action is instead, and why. */
import type { Case } from '../cases/case.ts'
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import { nobodyWhoJudges } from '../parts/judges.ts'
import { agencyAnswering } from '../parts/lead-answering.ts'
import type { World } from '../ports/world.ts'
import { whichAction } from './action.card.ts'
import type { Action } from './action.ts'
import type { FoundAction } from './find-action.ts'
import type { ActionsNeeds } from './needs.ts'

/** Somebody of an agency that has a part in the case, or of the one that agreed to the action; who judges only what is of a kind. */
export function colleaguesFor(
  partnership: Partnership,
  { asked, ...judging }: Pick<Case, 'asked' | 'iro' | 'chair'>,
  { agency: own, kind }: Pick<Action, 'agency' | 'kind'>,
): PartnershipPerson[] {
  const agencies = [partnership.authority, own, ...asked.map(({ agency }) => agency)]
  const people = partnership.people.filter(({ agency }) => agencies.includes(agency))
  return kind ? people : nobodyWhoJudges(people, partnership, judging)
}

export function colleaguesOf(
  partnership: Partnership,
  { action: { owner, kind, ...action }, stuck }: FoundAction,
): PartnershipPerson[] {
  const agency = agencyAnswering(partnership, owner, action.agency)
  return colleaguesFor(partnership, stuck, { ...(agency && { agency }), ...(kind && { kind }) }).filter(
    ({ id }) => id !== owner,
  )
}

export const handOverFields = (partnership: Partnership, colleagues: readonly PartnershipPerson[]) =>
  fields({
    to: colleagueField(partnership, colleagues, 'Who should do it?'),
    reason: { field: 'words', label: 'Why should they do it?', max: 1000, lines: 'many' },
  })

export function handOverForm({ partnership }: World<ActionsNeeds>, found: FoundAction): Form {
  const { action } = found
  return formWithNumbers('Not mine', partnership.urgent, {
    intro: [whichAction(action)],
    fields: handOverFields(partnership, colleaguesOf(partnership, found)),
    submit: { label: 'Ask them', ask: { ask: 'hand-over-action', action: action.id } },
    outro: [text('It stays with its owner until the person you choose says "I have it".')],
  })
}
