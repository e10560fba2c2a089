/** Whom a rung concerns; where somebody is not named, the next in line hears instead, and the log says who is missing. */
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { Rung } from '../partnership/policies.ts'
import { peopleWith, personById } from '../people/people.ts'
import type { Part } from '../people/reminding.ts'
import type { Chased } from './chased.ts'

export type Recipient = { readonly person: PersonId; readonly as: Part }

type Recipients = {
  /** Each person once, as the first part that they have. */
  readonly to: readonly Recipient[]
  readonly missing: readonly Exclude<Part, 'coordinator'>[]
}

const told = {
  coming: ['owner'],
  due: ['owner'],
  overdue: ['owner', 'lead'],
  iro: ['owner', 'lead', 'iro'],
} as const satisfies Record<Rung, readonly Part[]>

/** Who hears when the first of a line is not named. */
const lines = {
  owner: ['owner', 'lead', 'coordinator'],
  lead: ['lead', 'coordinator'],
  iro: ['iro', 'coordinator'],
} as const satisfies Record<string, readonly Part[]>

export function recipients(partnership: Partnership, thing: Chased, rung: Rung): Recipients {
  const named = namedIn(partnership, thing)
  const parts = told[rung]
  const to = new Map<PersonId, Recipient>()
  for (const part of parts) {
    const as = lines[part].find((next) => named[next].length > 0)
    for (const person of as ? named[as] : []) if (as && !to.has(person)) to.set(person, { person, as })
  }
  return { to: [...to.values()], missing: parts.filter((part) => named[part].length === 0) }
}

function namedIn(partnership: Partnership, { owner, agency, iro }: Chased): Record<Part, readonly PersonId[]> {
  const known = (id: PersonId | undefined) => (id && personById(partnership, id) ? [id] : [])
  return {
    owner: known(owner),
    lead: known(partnership.agencies.find(({ id }) => id === agency)?.lead),
    iro: known(iro),
    coordinator: peopleWith(partnership, 'coordinator').map(({ id }) => id),
  }
}
