/** The IRO of a child hears that it has another social worker, where something is due for it: one message for all of theirs. */
import { card, list, rowsAtMost, text, type Card } from '../display/card.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { coordinatorsOf, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'

type Changed = {
  readonly ref: string
  readonly from: PersonId
  readonly to: PersonId
  readonly iro?: PersonId | undefined
}

/** The coordinators, where there is no IRO. */
export async function tellIroOfChildren(world: World<PeopleNeeds>, changed: readonly Changed[]): Promise<void> {
  const { partnership } = world
  const byIro = new Map<PersonId, Changed[]>()
  for (const one of changed) for (const to of hearing(partnership, one)) byIro.set(to, [...(byIro.get(to) ?? []), one])
  for (const [to, theirs] of byIro)
    for (let first = 0; first < theirs.length; first += rowsAtMost)
      await tell(world, {
        key: `social-worker-changed-${world.newId()}`,
        to,
        card: childrenChangedCard(theirs.slice(first, first + rowsAtMost), partnership),
        about: { subject: 'person', id: to },
      })
}

const hearing = (partnership: Partnership, { iro }: Changed): readonly PersonId[] =>
  iro && personById(partnership, iro) ? [iro] : coordinatorsOf(partnership).map(({ id }) => id)

export const childrenChangedCard = (changed: readonly Changed[], partnership: Partnership): Card =>
  card(
    changed.length === 1
      ? 'A child has another social worker'
      : `${changed.length} children have another social worker`,
    [
      text('What is due for them goes on where it stood, with the new social worker.'),
      list(
        changed.map(
          ({ ref, from, to }) => `Child ${ref}: ${nameOf(partnership, to)}, in place of ${nameOf(partnership, from)}`,
        ),
      ),
    ],
  )

export const goneForIroCard = (what: string, refs: readonly string[]): Card => {
  const whose =
    refs.length === 1 ? 'a child you are the IRO for has' : `${refs.length} children you are the IRO for have`
  return card(`${what}: ${whose} no social worker`, [
    text('The coordinators are asked to find somebody. Reminders of what is due go on meanwhile.'),
    list(refs.slice(0, rowsAtMost).map((ref) => `Child ${ref}`)),
    ...(refs.length > rowsAtMost ? [text(`There are ${refs.length - rowsAtMost} more.`)] : []),
  ])
}
