/** Who is what to a thing today: whom it names, who acts for them, and who would. */
import { dayOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { PeopleNeeds, SaidInPlace } from '../people/needs.ts'
import { deputiesOf, deputyOf, personById } from '../people/people.ts'
import { standIns, type Presence } from '../people/standing-in.ts'
import type { World } from '../ports/world.ts'
import { judges, type Judging } from './judges.ts'
import { everNamed } from './named.ts'
import type { Part } from './part.ts'
import type { Stored } from './stored.ts'
import { toldInPlace, waitsFor } from './told-in-place.ts'

export type Today = Presence & { readonly day: Day }

/** `said`: what was said to others in the place of those whom it names. */
export function partsOf(stored: Stored, today: Today, said: readonly SaidInPlace[] = []): readonly Part[] {
  const judge = judges(today.partnership, judging(stored))
  return withDeputies(everNamed(stored, today.partnership), today, (part) =>
    waitsFor(part, stored) ? toldInPlace(part, said) : [],
  ).filter((part) => !wouldJudgeIt(part, judge))
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

/** These who are in the partnership, those who act for them today, and those who would if they were away. */
export const withDeputies = (
  parts: readonly Part[],
  today: Presence,
  told: (part: Part) => readonly PersonId[],
): readonly Part[] =>
  parts.flatMap((part) => [
    ...(personById(today.partnership, part.person) ? [part] : []),
    ...(isActedFor(part) ? standingInAs(part, today, told(part)) : []),
  ])

function standingInAs(part: Part, today: Presence, told: readonly PersonId[]): readonly Part[] {
  const { person: principal } = part
  const acting = new Set([...standIns(principal, today), ...told])
  const direct = deputyOf(today.partnership, principal)
  const standBy = deputiesOf(today.partnership, principal).filter((person) => !acting.has(person))
  return [
    ...[...acting].map((person): Part => ({ ...part, person, principal, through: 'deputy' })),
    ...standBy.map((person): Part => ({
      ...{ ...part, person, principal, through: 'stands-by' },
      ...(person !== direct && { further: true }),
    })),
  ]
}

type Moment = Pick<World<PeopleNeeds>, 'tx' | 'now' | 'partnership'>

/** The same, of the moment at which something is asked. */
export async function partsToday(world: Moment, stored: Stored): Promise<readonly Part[]> {
  const parts = everNamed(stored, world.partnership)
  return partsOf(stored, await todayFor(world, parts), await saidInPlaceOf(world, parts))
}

/** With whom no message reaches, of those who are named and those who would act for them. */
export async function todayFor(world: Moment, parts: readonly Part[]): Promise<Today> {
  const people = parts.flatMap(({ person }) => [person, ...deputiesOf(world.partnership, person)])
  return { ...(await todayOf(world)), silent: await world.tx.unreached([...new Set(people)]) }
}

export const saidInPlaceOf = ({ tx, now }: Moment, parts: readonly Part[]): Promise<readonly SaidInPlace[]> =>
  tx.saidInPlaceOf(
    [...new Set(parts.map(({ person }) => person))],
    [...new Set(parts.flatMap(({ thing }) => thing.id ?? []))],
    now,
  )

export async function todayOf({ tx, now, partnership }: Moment): Promise<Today> {
  const day = dayOf(now)
  return { partnership, day, away: await tx.awayOn(day) }
}

/** What somebody raised, wrote or took notes of is theirs alone. */
const isActedFor = ({ role, thing }: Part): boolean =>
  role !== 'writer' && role !== 'note-taker' && !(role === 'raiser' && thing.subject === 'raising')
