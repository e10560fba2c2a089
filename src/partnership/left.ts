/** Who and what was in the partnership once and is no longer: records still name them. */
import type { Agency, LeftPerson, Partnership, PartnershipPerson } from './partnership.ts'

export type Left = { readonly people: readonly LeftPerson[]; readonly agencies: readonly Agency[] }

/** Whom the newer file no longer has. */
export const leftPeople = (before: Partnership, after: Partnership): readonly PartnershipPerson[] =>
  goneFrom(before.people, after.people)

/** Everybody who has ever left, with those who leave now; anybody who came back is not among them. */
export function leftAfter(earlier: Left | undefined, before: Partnership | undefined, after: Partnership): Left {
  const people = [...(before?.people ?? []), ...(earlier?.people ?? [])]
  const agencies = [...(before?.agencies ?? []), ...(earlier?.agencies ?? [])]
  return {
    people: goneFrom(onceEach(people), after.people).map(asLeft),
    agencies: goneFrom(onceEach(agencies), after.agencies),
  }
}

/** What is kept of somebody who has left: no address, no number; their deputy hears what they held. */
export const asLeft = ({ id, name, agency, deputy }: LeftPerson): LeftPerson => ({
  id,
  name,
  agency,
  ...(deputy && { deputy }),
})

type Named = { readonly id: string }

function goneFrom<Thing extends Named>(before: readonly Thing[], after: readonly Named[]): readonly Thing[] {
  const here = new Set(after.map(({ id }) => id))
  return before.filter(({ id }) => !here.has(id))
}

/** The first with an id counts: the newest that is known of them. */
const onceEach = <Thing extends Named>(all: readonly Thing[]): readonly Thing[] => [
  ...new Map(all.toReversed().map((one) => [one.id, one])).values(),
]
