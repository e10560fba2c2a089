/**
 * Who hears what of a thing: those whom the thing names, each once. Where nobody is there for a part, the next in line hears
 * instead, and the answer says which part is missing. What reaches a deputy instead is decided where it is said (`tell`).
 */
import type { PersonId } from '../ids.ts'
import type { Standing } from '../permissions/may-see.ts'
import type { Part } from './part.ts'
import { lines, told, type NextInLine, type Telling, type What } from './told.ts'

type Role<W extends What> = (typeof told)[W]['roles'][number]
type Also<W extends What> = Extract<(typeof told)[W], { readonly alsoTo: unknown }>['alsoTo'][number]

type Hearing<R extends Standing, A extends Standing> = {
  /** Each person once, as the first that they are. */
  readonly to: readonly Hearer<R | A | NextInLine>[]
  readonly missing: readonly R[]
}

type Hearer<As extends Standing> = { readonly person: PersonId; readonly as: As }

type Besides = {
  /** Whom no message reaches: what is sent to them counts as not heard, so that the next in line hears as well. */
  readonly unreached?: ReadonlySet<PersonId>
  /** Who wrote it, and learns nothing by hearing it. */
  readonly writer?: PersonId
}

export const hears = <W extends What>(
  parts: readonly Part[],
  what: W,
  besides: Besides = {},
): Hearing<Role<W>, Also<W>> => hearing<Role<W>, Also<W>>(parts, told[what], besides)

function hearing<R extends Standing, A extends Standing>(
  parts: readonly Part[],
  { roles, alsoTo = [], byLine, orElse = [], notAlone = [] }: Telling<R, A>,
  { unreached, writer }: Besides,
): Hearing<R, A> {
  const as = <One extends R | A | NextInLine>(role: One): readonly Hearer<One>[] =>
    parts.filter((part) => part.role === role && isItself(part)).map(({ person }) => ({ person, as: role }))
  const isReached = ({ person }: Pick<Part, 'person'>): boolean => !unreached?.has(person)
  const alongLine = (role: R): readonly Hearer<R | NextInLine>[] => {
    const line = [role, ...((byLine && lines[role]) ?? [])].map((one) => as(one))
    const heard = line.findIndex((those) => those.some(isReached))
    return line.slice(0, heard === -1 ? line.length : heard + 1).flat()
  }

  const first: readonly Hearer<R | A | NextInLine>[] = [
    ...roles.flatMap(alongLine),
    ...alsoTo.flatMap((one) => as(one)),
  ]
  const some = first.some(isReached) ? first : [...first, ...orElse.flatMap((one) => as(one))]
  const alone = some.filter(isReached).every(({ person }) => person === writer)
  return {
    to: eachOnce(alone ? [...some, ...notAlone.flatMap((one) => as(one))] : some),
    missing: roles.filter((role) => !as(role).some(isReached)),
  }
}

/** Whom the thing names, or whom the file names for all of them; who stands in for another role hears by its line. */
const isItself = ({ through, role }: Part): boolean =>
  through === 'themselves' || (through === 'grant' && (role === 'coordinator' || role === 'any-chair'))

function eachOnce<As extends Standing>(those: readonly Hearer<As>[]): readonly Hearer<As>[] {
  const first = new Map<PersonId, Hearer<As>>()
  for (const one of those) if (!first.has(one.person)) first.set(one.person, one)
  return [...first.values()]
}
