/** Whose a duty is instead, and why. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField } from '../people/colleague-field.ts'
import type { World } from '../ports/world.ts'
import { dutyFacts } from './duty.card.ts'
import { dutyInWords, type Duty, type DutyKind } from './duty.ts'
import type { DutiesNeeds } from './needs.ts'

/** Staff of the authority; a health assessment may also lie with a health agency. */
export function colleaguesFor({ people, agencies, authority }: Partnership, kind: DutyKind): PartnershipPerson[] {
  const health = agencies.filter((agency) => agency.kind === 'health').map(({ id }) => id)
  const those = kind === 'health-assessment' ? [authority, ...health] : [authority]
  return people.filter(({ agency }) => those.includes(agency))
}

export const colleaguesOf = (partnership: Partnership, { kind, owner }: Duty): PartnershipPerson[] =>
  colleaguesFor(partnership, kind).filter(({ id }) => id !== owner)

export const passFields = (partnership: Partnership, duty: Duty) =>
  fields({
    to: colleagueField(partnership, colleaguesOf(partnership, duty), 'Who is responsible for it?'),
    reason: { field: 'words', label: 'Why is it theirs?', max: 1000, lines: 'many' },
  })

export const passForm = ({ partnership }: World<DutiesNeeds>, duty: Duty): Form =>
  formWithNumbers('Not mine', partnership.urgent, {
    intro: [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`), dutyFacts(duty)],
    fields: passFields(partnership, duty),
    submit: { label: 'Pass it on', ask: { ask: 'pass-duty', duty: duty.id } },
  })
