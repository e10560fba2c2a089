/** Whose a duty is instead, and why. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import { nobodyWhoJudges } from '../parts/judges.ts'
import type { World } from '../ports/world.ts'
import { dutyFacts } from './duty.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** Staff of the authority; a health assessment may also lie with a health agency. Nobody who judges whether it is done. */
export function colleaguesFor(
  partnership: Partnership,
  { kind, ...judging }: Pick<Duty, 'kind' | 'iro' | 'chair'>,
): PartnershipPerson[] {
  const { people, agencies, authority } = partnership
  const health = agencies.filter((agency) => agency.kind === 'health').map(({ id }) => id)
  const those = kind === 'permanence-plan' ? [authority] : [authority, ...health]
  const staff = people.filter(({ agency }) => those.includes(agency))
  return nobodyWhoJudges(staff, partnership, judging)
}

export const colleaguesOf = (partnership: Partnership, duty: Duty): PartnershipPerson[] =>
  colleaguesFor(partnership, duty).filter(({ id }) => id !== duty.owner)

export const passFields = (partnership: Partnership, duty: Duty) =>
  fields({
    to: colleagueField(partnership, colleaguesOf(partnership, duty), 'Who is responsible for it?'),
    reason: { field: 'words', label: 'Why is it theirs?', max: 1000, lines: 'many' },
  })

export const passForm = ({ partnership }: World<DutiesNeeds>, duty: Duty): Form =>
  formWithNumbers('Not mine', partnership.urgent, {
    intro: [
      text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`),
      dutyFacts(duty),
      text('It stays with its owner until the person you choose says "I have it".'),
    ],
    fields: passFields(partnership, duty),
    submit: { label: 'Ask them', ask: { ask: 'pass-duty', duty: duty.id } },
  })
