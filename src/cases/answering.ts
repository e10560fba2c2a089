/**
 * Whose answer a proposal to close waits for, or an objection: the IRO, and for a proposal the chair as well. Never the person
 * who proposed or objected, nobody in the part that proposed it, and nobody who acts for the social worker.
 */
import { refused, type Refusal } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { may, refusedTo, sidesWith } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { Answering } from '../parts/stored.ts'
import { unreachedOf } from '../parts/unreached.ts'
import type { PeopleNeeds } from '../people/needs.ts'
import { coordinatorsOf, lookedAfterBy } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Case } from './case.ts'
import type { Closing } from './closing.ts'
import type { CasesNeeds } from './needs.ts'

/** `as` is absent for an objection. */
type Asked = Pick<Closing, 'by'> & Partial<Pick<Closing, 'as'>>
type Moment = Pick<World<PeopleNeeds & Pick<CasesNeeds, 'childById'>>, 'tx' | 'now' | 'partnership'>

/** In the order in which they are told, each once. Where nobody is there who may answer, those who look after the partnership. */
export async function answering(
  moment: Moment,
  thing: Answering['thing'],
  known: Case,
  { by, as }: Asked,
): Promise<{ readonly answering: Answering }> {
  const { partnership } = moment
  const stuck = await withTodaysIro(moment, known)
  const parts = named({ case: stuck }, partnership)
  const today = await partsToday(moment, { case: stuck })
  const unreached = await unreachedOf(moment, parts)
  const iros = hears(parts, 'for-iro', { unreached }).to.map(({ person, as: role }) => ({
    person,
    role: role === 'iro' ? ('iro' as const) : ('coordinator' as const),
  }))
  const isAsked = thing.subject === 'closing' && as !== 'chair'
  const chairs = isAsked ? hears(parts, 'for-chair').to.map(({ person }) => ({ person, role: 'chair' as const })) : []
  const first = others([...iros, ...chairs])
  const isAlone = first.every(({ person }) => unreached.has(person))
  const people = isAlone ? others([...first, ...asCoordinators(coordinatorsOf(partnership, by))]) : first
  // The person who is next in line may be the social worker as well.
  return {
    answering: { thing, people: people.length > 0 ? people : others(asCoordinators(lookedAfterBy(partnership, []))) },
  }

  function others(those: Answering['people']): Answering['people'] {
    return those
      .filter(({ person }) => person !== by && !sidesWith(today, person, 'social-worker'))
      .filter(({ person }, place, all) => all.findIndex((one) => one.person === person) === place)
  }
}

/** A closed case stays as it was, and its child may have another IRO since: who answers for the child answers an objection. */
export async function withTodaysIro({ tx }: Pick<Moment, 'tx'>, stuck: Case): Promise<Case> {
  const iro = stuck.state === 'closed' ? (await tx.childById(stuck.child))?.iro : undefined
  return iro ? { ...stuck, iro } : stuck
}

const asCoordinators = (those: readonly PartnershipPerson[]): Answering['people'] =>
  those.map(({ id: person }) => ({ person, role: 'coordinator' }))

/** Whether this person, or somebody for whom they act today, is among them. */
export const mayAnswer = async (
  world: Moment,
  thing: Answering['thing'],
  stuck: Case,
  asked: Asked,
  person: PersonId,
): Promise<boolean> => (await notAsked(world, thing, stuck, asked, person)) === undefined

/** Why it is not for them; undefined where it is. */
export async function notAsked(
  world: Moment,
  thing: Answering['thing'],
  stuck: Case,
  asked: Asked,
  person: PersonId,
): Promise<Refusal | undefined> {
  if (person === asked.by) return refused('not-for-you')
  if (sidesWith(await partsToday(world, { case: stuck }), person, 'social-worker')) return refused('not-for-you')
  const parts = await partsToday(world, await answering(world, thing, stuck, asked))
  const field = thing.subject === 'closing' ? 'answer-closing' : 'answer-objection'
  return may(parts, person, field) ? undefined : refusedTo(parts, person, field)
}
