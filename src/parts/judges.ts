/** Who judges what becomes of a child's plan: nobody is given what they must judge. */
import type { PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { peopleWith } from '../people/people.ts'

export type Judging = {
  /** Of the child, or of its case. */
  readonly iro?: PersonId
  /** Of the child's open case. */
  readonly chair?: PersonId
}

/** The IRO, the chair, and who is named as the deputy of one of them: whoever may have to judge it tomorrow. */
export function judges(partnership: Partnership, { iro, chair }: Judging): ReadonlySet<PersonId> {
  const named = [iro, chair].filter((id) => id !== undefined)
  return new Set([...named, ...named.flatMap((id) => deputyOf(partnership, id) ?? [])])
}

/** Everybody but those who judge. */
export function nobodyWhoJudges(
  people: readonly PartnershipPerson[],
  partnership: Partnership,
  judging: Judging,
): PartnershipPerson[] {
  const judge = judges(partnership, judging)
  return people.filter(({ id }) => !judge.has(id))
}

/** The person who answers for the child cannot chair, nor the IRO, nor who stands in for the IRO or is stood in for by them. */
export const whoMayChair = (
  partnership: Partnership,
  { socialWorker, iro }: Judging & { readonly socialWorker: PersonId },
): readonly PartnershipPerson[] =>
  nobodyWhoJudges(peopleWith(partnership, 'chair'), partnership, iro ? { iro } : {}).filter(
    ({ id, deputy }) => id !== socialWorker && (iro === undefined || deputy !== iro),
  )

/** Also of somebody who has left. */
const deputyOf = ({ people, left = [] }: Partnership, id: PersonId): PersonId | undefined =>
  [...people, ...left].find((one) => one.id === id)?.deputy
