/** Does somebody still have a part that hears what a waiting message says? */
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { personById } from '../people/people.ts'
import { hears } from './hears.ts'
import type { Part } from './part.ts'
import { told, type What } from './told.ts'

type Addressed = {
  /** Who receives it: their deputy, where they were away when it was said. */
  readonly to: PersonId
  readonly meantFor: PersonId
  /** Absent where anybody may hear it who has a part in the thing. */
  readonly what?: string
}

export function stillHears(
  partnership: Partnership,
  parts: readonly Part[],
  message: Addressed,
  unreached?: ReadonlySet<PersonId>,
): boolean {
  const { to, meantFor, what } = message
  const theirs = parts.filter(hasAPart)
  const acts = theirs.some(({ person }) => person === to) || deputiesOf(partnership, meantFor).has(to)
  if (to !== meantFor && !acts) return false
  return what !== undefined && isWhat(what)
    ? hears(parts, what, unreached && { unreached }).to.some(({ person }) => person === meantFor)
    : theirs.some(({ person }) => person === meantFor)
}

/** Who may only see to a case has no part that hears of it: of what nobody else can put right they hear. */
const hasAPart = ({ role, thing }: Part): boolean =>
  role !== 'any-chair' && (role !== 'coordinator' || theirsToo.has(thing.subject))

const theirsToo: ReadonlySet<string> = new Set(['raising', 'closing', 'objection'])

const isWhat = (what: string): what is What => what in told

/** Their deputy, the deputy of that one, and so on: a message that waits for its hour is no deputy's loss. */
function deputiesOf(partnership: Partnership, person: PersonId): ReadonlySet<PersonId> {
  const chain = new Set<PersonId>()
  for (
    let next = personById(partnership, person)?.deputy;
    next && !chain.has(next);
    next = personById(partnership, next)?.deputy
  )
    chain.add(next)
  return chain
}
