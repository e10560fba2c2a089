/** Who judges what becomes of a child's plan: nobody is given what they must judge. */
import type { PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { deputyOf, peopleWith } from '../people/people.ts'

export type Judging = {
  /** Of the child, or of its case. */
  readonly iro?: PersonId
  /** Of the child's open case. */
  readonly chair?: PersonId
}

/** The IRO, the chair, and who is named as the deputy of one of them: they may have to judge it tomorrow. */
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

/**
 * The person who answers for the child, or reviews the plan, cannot chair as well; nor the deputy of one of them, nor somebody
 * for whom the IRO stands in. Only where nobody else chairs are these offered: a case that nobody can confirm would wait for ever.
 */
export function whoMayChair(
  partnership: Partnership,
  { socialWorker, iro }: Judging & { readonly socialWorker: PersonId },
): readonly PartnershipPerson[] {
  const others = peopleWith(partnership, 'chair').filter(({ id }) => id !== socialWorker && id !== iro)
  const deputies = [socialWorker, iro].map((one) => one && deputyOf(partnership, one))
  const apart = others.filter(({ id, deputy }) => !deputies.includes(id) && (iro === undefined || deputy !== iro))
  return apart.length > 0 ? apart : others
}
