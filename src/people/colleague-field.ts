/** Naming a colleague in a form: from a list, whatever its length. */
import { longestOptionLabel, type ChoiceField, type Option } from '../display/form.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { agencyOf, personById } from './people.ts'
import type { PersonId } from '../ids.ts'

export const colleagueField = (
  partnership: Partnership,
  colleagues: readonly PartnershipPerson[],
  label: string,
): ChoiceField => ({ field: 'choice', label, options: peopleOptions(partnership, colleagues) })

export const peopleOptions = (partnership: Partnership, people: readonly PartnershipPerson[]) =>
  toldApart(
    partnership,
    people.map((one) => ({ value: one.id, label: withAgency(partnership, one) })),
  )

/** The name of the agency is left out where both do not fit into an option. */
function withAgency(partnership: Partnership, person: PartnershipPerson): string {
  const { name } = person
  const both = `${name}, ${agencyOf(partnership, person).name}`
  return both.length <= longestOptionLabel ? both : name
}

/** Two options that read the same are told apart by the address of each person, or by their id where it does not fit. */
export function toldApart<Of extends Option>(
  partnership: Partnership,
  options: readonly Of[],
  personOf: (option: Of) => string = ({ value }) => value,
): readonly (Of & Pick<Option, 'explanation'>)[] {
  const times = new Map<Option['label'], number>()
  for (const { label } of options) times.set(label, (times.get(label) ?? 0) + 1)
  return options.map((option) => {
    if (times.get(option.label) === 1) return option
    const id = personOf(option)
    const address = personById(partnership, id as PersonId)?.email
    return { ...option, explanation: address && address.length <= longestOptionLabel ? address : id }
  })
}

/** Whom an answer that was read names: one of those who were offered. */
export function colleagueFrom(colleagues: readonly PartnershipPerson[], chosen: string): PartnershipPerson {
  const found = colleagues.find(({ id }) => id === chosen)
  if (!found) throw new Error('a colleague was read whom the form did not offer')
  return found
}
