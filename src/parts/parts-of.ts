/** Who is what to a thing today: whom it names, and who acts for them. */
import { dayOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { personById, receiverToday } from '../people/people.ts'
import type { Standing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import { judges, type Judging } from './judges.ts'
import { named } from './named.ts'
import type { Part } from './part.ts'
import type { Stored } from './stored.ts'

export type Today = {
  /** As of today: without those who have left. */
  readonly partnership: Partnership
  readonly day: Day
  readonly away: ReadonlySet<PersonId>
}

export function partsOf(stored: Stored, today: Today): readonly Part[] {
  const judge = judges(today.partnership, judging(stored))
  return withDeputies(named(stored, today.partnership), today).filter((part) => !wouldJudgeIt(part, judge))
}

/** Nobody answers as a deputy for what they judge themselves. */
const wouldJudgeIt = ({ person, role, thing, principal }: Part, judge: ReadonlySet<PersonId>): boolean =>
  principal !== undefined &&
  (role === 'owner' || role === 'offered' || (role === 'social-worker' && thing.subject === 'duty')) &&
  judge.has(person) &&
  !judge.has(principal)

function judging(stored: Stored): Judging {
  if ('duty' in stored) return stored.duty
  if (!('action' in stored)) return {}
  const { iro } = stored.action
  const chair = stored.case?.chair
  return { ...(iro && { iro }), ...(chair && { chair }) }
}

/** These, and those who act for them today: as their role says, unless it is said here. */
export const withDeputies = (parts: readonly Part[], today: Today, how?: Acting): readonly Part[] =>
  parts.flatMap((part) => [
    part,
    ...actingFor(part.person, how ?? actedFor(part.role), today).map((person): Part => ({
      ...part,
      person,
      through: 'deputy',
      principal: part.person,
    })),
  ])

type Moment = Pick<World<PeopleNeeds>, 'tx' | 'now' | 'partnership'>

/** The same, of the moment at which something is asked. */
export const partsToday = async (world: Moment, stored: Stored): Promise<readonly Part[]> =>
  partsOf(stored, await todayOf(world))

export async function todayOf({ tx, now, partnership }: Moment): Promise<Today> {
  const day = dayOf(now)
  return { partnership, day, away: await tx.awayOn(day) }
}

function actingFor(person: PersonId, how: Acting, { partnership, day, away }: Today): readonly PersonId[] {
  const deputy = how === 'always' || how === 'by-name' ? personById(partnership, person)?.deputy : undefined
  const receiver =
    how === 'always' || how === 'while-away'
      ? receiverToday(partnership, person, day, (one) => away.has(one))
      : undefined
  return [...new Set([deputy, receiver])].filter((one) => one !== undefined).filter((one) => one !== person)
}

/**
 * `always`: by their deputy at any time, and by the person who receives their messages while they are away, who may be the deputy
 * of a deputy. `while-away`: by that person alone. `by-name`: by their deputy alone.
 */
type Acting = 'always' | 'while-away' | 'by-name' | 'by-nobody'

function actedFor(role: Standing): Acting {
  switch (role) {
    case 'raiser':
    case 'writer':
    case 'note-taker':
      return 'by-nobody'
    case 'coordinator':
    case 'any-chair':
      return 'while-away'
    case 'attended':
      return 'by-name'
    case 'social-worker':
    case 'iro':
    case 'chair':
    case 'asked':
    case 'owner':
    case 'offered':
    case 'lead':
    case 'deputy':
    case 'told':
    case 'contact':
      return 'always'
  }
}
