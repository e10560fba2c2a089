/** Whose a duty is instead, and why. */
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { Typed } from '../display/typed.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { colleagueField, colleagueFrom } from '../people/colleague-field.ts'
import { judges, nobodyWhoJudges } from '../parts/judges.ts'
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
  const those = kind === 'health-assessment' ? [authority, ...health] : [authority]
  const staff = people.filter(({ agency }) => those.includes(agency))
  return nobodyWhoJudges(staff, partnership, judging)
}

export const colleaguesOf = (partnership: Partnership, duty: Duty): PartnershipPerson[] =>
  colleaguesFor(partnership, duty).filter(({ id }) => id !== duty.owner)

/** What is said of an address that nobody has who can do it. */
export function whyNot(partnership: Partnership, duty: Duty, given: string | Typed): string {
  const known = colleagueFrom(partnership.people, given)
  return known && judges(partnership, duty).has(known.id)
    ? "The child's IRO, the chair of its case and their deputies judge whether this is done, so it cannot be theirs."
    : 'Nobody who can take this on has this email address.'
}

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
