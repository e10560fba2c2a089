/** Naming a colleague in a form: from a list, or by work email address where there are more of them than a list may hold. */
import { longestOptionLabel, optionsAtMost, type ChoiceField, type WordsField } from '../display/form.ts'
import { Typed } from '../display/typed.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { pastedAddress } from '../display/pasted-address.ts'
import { agencyOf } from './people.ts'

export function colleagueField(
  partnership: Partnership,
  colleagues: readonly PartnershipPerson[],
  label: string,
): ChoiceField | WordsField {
  if (colleagues.length > optionsAtMost)
    return { field: 'words', label: `${label} Give their work email address`, max: 200, lines: 'one' }
  return {
    field: 'choice',
    label,
    options: colleagues.map((one) => ({ value: one.id, label: withAgency(partnership, one) })),
  }
}

/** The name of the agency is left out where both do not fit into an option. */
export function withAgency(partnership: Partnership, person: PartnershipPerson): string {
  const { name } = person
  const both = `${name}, ${agencyOf(partnership, person).name}`
  return both.length <= longestOptionLabel ? both : name
}

export function colleagueFrom(
  colleagues: readonly PartnershipPerson[],
  given: string | Typed,
): PartnershipPerson | undefined {
  if (!(given instanceof Typed)) return colleagues.find(({ id }) => id === given)
  const address = pastedAddress(given.reveal())
  return colleagues.find(({ email }) => email === address)
}
