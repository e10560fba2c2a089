/** Does somebody still have a part that hears what a waiting message says? */
import type { PersonId } from '../ids.ts'
import { receiverToday } from '../people/people.ts'
import { hears } from './hears.ts'
import type { Part } from './part.ts'
import type { Today } from './parts-of.ts'
import { told, type What } from './told.ts'

type Addressed = {
  /** Who receives it: their deputy, where they were away when it was said. */
  readonly to: PersonId
  readonly meantFor: PersonId
  /** Absent where anybody may hear it who has a part in the thing. */
  readonly what?: string
}

export function stillHears(
  { partnership, day, away }: Today,
  parts: readonly Part[],
  message: Addressed,
  unreached?: ReadonlySet<PersonId>,
): boolean {
  const { to, meantFor, what } = message
  const theirs = parts.filter(hasAPart)
  const receives = to === meantFor || receiverToday(partnership, meantFor, day, (one) => away.has(one)) === to
  // Who receives for somebody else must be able to press its buttons: once that person is back, it is said to them.
  if (!receives && !theirs.some(({ person, principal }) => person === to && principal === meantFor)) return false
  return what !== undefined && isWhat(what)
    ? hears(parts, what, unreached && { unreached }).to.some(({ person }) => person === meantFor)
    : theirs.some(({ person }) => person === meantFor)
}

/** Who may only see to a case has no part that hears of it: of what nobody else can put right they hear. */
const hasAPart = ({ role, thing, through }: Part): boolean =>
  through !== 'stands-by' && role !== 'any-chair' && (role !== 'coordinator' || theirsToo.has(thing.subject))

const theirsToo: ReadonlySet<string> = new Set(['raising', 'closing', 'objection', 'challenge'])

const isWhat = (what: string): what is What => what in told
