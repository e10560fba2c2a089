/** Who hears of a danger: at first, at each stage after it, and as whom. */
import type { ConcernId, PersonId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import type { Part } from '../parts/part.ts'
import { todayOf } from '../parts/parts-of.ts'
import type { StoredChild } from '../parts/stored.ts'
import { unreachedOf } from '../parts/unreached.ts'
import { leadAnswering } from '../parts/lead-answering.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { peopleWith, personById, receiverToday } from '../people/people.ts'
import type { World } from '../ports/world.ts'
import type { Concern } from './concern.ts'
import type { ConcernsNeeds } from './needs.ts'

type Hearing = Pick<Concern, 'kind' | 'writer' | 'child'>

/** The social worker of the child, where a worker may have done it: they hear nothing, unless they wrote it. */
export const workerIn = (
  { kind, writer }: Pick<Concern, 'kind' | 'writer'>,
  { socialWorker }: { readonly socialWorker?: PersonId | undefined },
): PersonId | undefined => (kind === 'both' && socialWorker !== writer ? socialWorker : undefined)

/** Those of today, each once: a new social worker hears it, and the told are never the writer alone. */
export async function hearAtFirst(
  world: World<ConcernsNeeds>,
  { kind, writer, child: id }: Hearing,
  answering: Omit<StoredChild, 'id'>,
): Promise<readonly PersonId[]> {
  const { parts, unreached } = await partsIn(world, { ...(id && { id }), ...answering })
  const what = kind === 'both' ? 'danger-of-worker' : 'danger'
  const { to, missing } = hears(parts, what, { writer, unreached })
  // The lead gives the child another social worker; where the IRO is missing too, the coordinators hear already.
  const leftToIro = id && missing.some((role) => role === 'social-worker') && !missing.includes('iro')
  const standIn = leftToIro ? personsAs(parts, 'lead') : []
  return eachOnce([...to.map(({ person }) => person), ...standIn])
}

/** Who hears at a later stage, without those who have heard already; everybody where it is said to all of them. */
export async function hearAt(
  world: World<ConcernsNeeds>,
  stage: string,
  concern: Concern,
  answering: Omit<StoredChild, 'id'>,
): Promise<readonly PersonId[]> {
  const { writer, child: id, told, kind } = concern
  const today = await hearAtFirst(world, concern, answering)
  const { parts, unreached } = await partsIn(world, { ...(id && { id }), ...answering })
  const as = (what: 'danger-waits' | 'danger-waits-on') =>
    hears(parts, what, { writer, unreached }).to.map(({ person }) => person)
  const here = told.filter((one) => personById(world.partnership, one))
  if (stage === 'everybody') return eachOnce([...here, ...today])
  const isAlone = id === undefined && kind === 'risk'
  const more = [...today, ...as('danger-waits'), ...(isAlone ? besideWriter(world.partnership, writer) : [])]
  if (stage === 'widest') more.push(...as('danger-waits-on'))
  if (stage === 'widest') more.push(...toMakeFour(world.partnership, [...here, ...more], writer))
  const fresh = eachOnce(more).filter((one) => !told.includes(one))
  // Where all of those have heard, silence is still broken.
  return fresh.length > 0 ? fresh : eachOnce([...here, ...today])
}

/**
 * Of a child whom nobody knows, who works beside its writer knows more than the authority: their lead, else their deputy.
 * Where a worker may have done it, that may be one of them.
 */
function besideWriter(partnership: Partnership, writer: PersonId): readonly PersonId[] {
  const { agency, deputy } = personById(partnership, writer) ?? {}
  const lead = leadAnswering(partnership, undefined, agency ?? partnership.authority)
  const beside = lead === writer ? deputy : lead
  return beside && personById(partnership, beside) ? [beside] : []
}

/** After an hour, as many at least: of fewer, all may be in one meeting. */
const peopleAtLeast = 4

/** Who chairs and who reviews decide about children every day. */
function toMakeFour(partnership: Partnership, people: readonly PersonId[], writer: PersonId): readonly PersonId[] {
  const there = new Set(people.filter((one) => one !== writer))
  const senior = [...peopleWith(partnership, 'chair'), ...peopleWith(partnership, 'iro')].map(({ id }) => id)
  const more = eachOnce(senior).filter((one) => one !== writer && !there.has(one))
  return more.slice(0, Math.max(0, peopleAtLeast - there.size))
}

export type Told = {
  readonly to: PersonId
  readonly meantFor: PersonId
}

/** Each receiver once, be it for several people: somebody who hears for themselves does not hear for others too. */
export async function receiversOf(
  world: World<ConcernsNeeds>,
  people: readonly PersonId[],
  worker?: PersonId,
): Promise<readonly Told[]> {
  const { partnership, day, away } = await todayOf(world)
  const all = people
    .filter((meantFor) => meantFor !== worker)
    .map((meantFor): Told => {
      const to = receiverToday(partnership, meantFor, day, (one) => away.has(one))
      // Somebody for whom the worker acts today hears it themselves, though they are away.
      return { to: to === worker ? meantFor : to, meantFor }
    })
  const own = all.filter(({ to, meantFor }) => to === meantFor)
  const first = new Map<PersonId, Told>()
  for (const one of all) if (!first.has(one.to)) first.set(one.to, own.find(({ to }) => to === one.to) ?? one)
  return [...first.values()]
}

const partsIn = async (world: World<ConcernsNeeds>, child: StoredChild) => {
  const parts = named({ child }, world.partnership)
  return { parts, unreached: await unreachedOf(world, parts) }
}

const personsAs = (parts: readonly Part[], role: Part['role']): readonly PersonId[] =>
  parts.filter((part) => part.role === role).map(({ person }) => person)

const eachOnce = (people: readonly PersonId[]): readonly PersonId[] => [...new Set(people)]

/** What somebody who was told is to the child, in words. */
export function roleOf(
  { partnership }: Pick<World<unknown>, 'partnership'>,
  child: StoredChild,
  person: PersonId,
): string | undefined {
  const roles = named({ child }, partnership)
    .filter((part) => part.person === person)
    .map(({ role }) => role)
  return (['social-worker', 'iro', 'lead', 'deputy', 'coordinator', 'contact'] as const)
    .filter((role) => roles.includes(role))
    .map((role) => roleInWords[role])[0]
}

const roleInWords = {
  'social-worker': 'social worker',
  iro: 'IRO',
  lead: "the authority's lead",
  deputy: "the social worker's deputy",
  coordinator: 'coordinator',
  contact: 'urgent contact',
} as const

/** For messages: a concern's subject. */
export const subjectOf = (id: ConcernId) => ({ subject: 'concern', id }) as const
