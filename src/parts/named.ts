/** Whom a thing names, and to whom the partnership's file gives a part in it; nobody who has left has a part. */
import type { PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { coordinatorsOf, deputyOf, peopleWith, personById } from '../people/people.ts'
import { leadAnswering } from './lead-answering.ts'
import type { Part, PartOf } from './part.ts'
import type { Stored, StoredCase, StoredMeeting } from './stored.ts'

type Role = Part['role']
type Naming = Pick<Part, 'role' | 'thing' | 'through'> & { readonly person: PersonId | undefined }

/** In the order in which people are told. */
export const named = (stored: Stored, partnership: Partnership): readonly Part[] =>
  everNamed(stored, partnership).filter(({ person }) => personById(partnership, person))

/** Also those who have left: they have no part, but somebody may act for them. */
export const everNamed = (stored: Stored, partnership: Partnership): readonly Part[] =>
  namings(stored, partnership).flatMap(({ person, ...part }) => (person === undefined ? [] : [{ person, ...part }]))

function namings(stored: Stored, partnership: Partnership): readonly Naming[] {
  if ('meeting' in stored) return [...inCase(stored.case, partnership), ...atMeeting(stored.meeting)]
  if ('action' in stored) {
    const { id, owner, agency, iro, chair, offer } = stored.action
    const thing = { subject: 'action', id } as const
    const lead = leadAnswering(partnership, owner, agency)
    return [
      ...chased(thing, partnership, { owner, lead, iro }),
      ...names(thing, ['offered', offer?.to], ['chair', chair]),
      ...(stored.case ? inCase(stored.case, partnership) : granted(thing, 'coordinator', partnership)),
    ]
  }
  if ('case' in stored) return inCase(stored.case, partnership)
  if ('duty' in stored) {
    const { id, socialWorker, iro, offer, disownedBy } = stored.duty
    const owner = stored.duty.owner === disownedBy ? undefined : stored.duty.owner
    const thing = { subject: 'duty', id } as const
    const lead = leadAnswering(partnership, owner, partnership.authority)
    return [
      ...chased(thing, partnership, { owner, lead, iro }),
      ...names(thing, ['offered', offer?.to], ['social-worker', socialWorker]),
      ...granted(thing, 'coordinator', partnership),
    ]
  }
  if ('child' in stored) {
    const { id, socialWorker, iro } = stored.child
    const thing = { subject: 'child', ...(id && { id }) } as const
    const lead = leadAnswering(partnership, socialWorker, partnership.authority)
    return [
      ...names(thing, ['social-worker', socialWorker], ['iro', iro], ['lead', lead]),
      ...names(thing, ['deputy', socialWorker && deputyOf(partnership, socialWorker)]),
      ...granted(thing, 'coordinator', partnership),
      ...names(thing, ...(partnership.urgent.contacts ?? []).map((one) => ['contact', one] as const)),
    ]
  }
  if ('request' in stored) return names({ subject: 'request', id: stored.request.id }, ['asked', stored.request.person])
  if ('challenge' in stored) {
    const { id, manager, iro } = stored.challenge
    const thing = { subject: 'challenge', id } as const
    const lead = leadAnswering(partnership, undefined, partnership.authority)
    const isHere = personById(partnership, manager) !== undefined
    return [
      ...names(thing, ['challenged', manager], ['iro', iro], ['lead', lead]),
      ...(isHere ? [] : insteadOfManager(thing, lead, partnership)),
      ...granted(thing, 'coordinator', partnership),
    ]
  }
  if ('concern' in stored) {
    const { id, writer, told, socialWorker, iro } = stored.concern
    const thing = { subject: 'concern', id } as const
    return [
      ...names(thing, ['writer', writer], ['social-worker', socialWorker], ['iro', iro]),
      ...names(thing, ...told.map((one) => ['told', one] as const)),
    ]
  }
  if ('raising' in stored) {
    const thing = { subject: 'raising', id: stored.raising.id } as const
    const lead = leadAnswering(partnership, undefined, partnership.authority)
    return [
      ...names(thing, ['raiser', stored.raising.by], ['lead', lead]),
      ...granted(thing, 'coordinator', partnership),
    ]
  }
  if ('answering' in stored) {
    const { thing, people } = stored.answering
    return names(thing, ...people.map(({ person, role }) => [role, person] as const))
  }
  return names({ subject: 'handover', id: stored.handover.id }, ['owner', stored.handover.to])
}

function inCase({ id, state, ...stuck }: StoredCase, partnership: Partnership): readonly Naming[] {
  const thing = { subject: 'case', id } as const
  const asked = stuck.asked.filter(({ request }) => request !== saidNotTheirs)
  return [
    ...names(thing, ['chair', state === 'raised' ? undefined : stuck.chair]),
    ...names(thing, ['social-worker', stuck.socialWorker], ['iro', stuck.iro]),
    ...names(thing, ...asked.map(({ person }) => ['asked', person] as const)),
    ...names(thing, ...stuck.raisers.map((raiser) => ['raiser', raiser] as const)),
    ...(state === 'raised' ? whoConfirmInstead(thing, partnership) : []),
    ...granted(thing, 'coordinator', partnership),
  ]
}

/** While a case waits for its confirmation: the lead of the authority, and everybody who chairs. */
const whoConfirmInstead = (thing: PartOf, partnership: Partnership): readonly Naming[] => [
  ...names(thing, ['lead', leadAnswering(partnership, undefined, partnership.authority)]),
  ...granted(thing, 'any-chair', partnership),
]

/** Who has said that the child is not theirs has no part in the case from then on. */
const saidNotTheirs = 'not-ours'

const atMeeting = ({ id, chair, noteTaker, attended, summary }: StoredMeeting): readonly Naming[] => {
  const thing = { subject: 'meeting', id } as const
  return [
    ...names(thing, ['chair', chair], ['note-taker', noteTaker]),
    ...names(thing, ...attended.map((one) => ['attended', one] as const)),
    ...names(thing, ...(summary?.actions ?? []).map(({ owner }) => ['owner', owner] as const)),
  ]
}

/** The manager of a stage has left: the lead of the authority answers, or coordinators where there is none. */
function insteadOfManager(thing: PartOf, lead: PersonId | undefined, partnership: Partnership): readonly Naming[] {
  const here = lead && personById(partnership, lead)
  const those = (here ? [here] : coordinatorsOf(partnership)).map(({ id }) => id)
  return those.map((person) => ({ person, role: 'challenged', thing, through: 'grant' }))
}

type Chasing = {
  readonly owner: PersonId | undefined
  readonly lead: PersonId | undefined
  readonly iro: PersonId | undefined
}

/** What is chased: coordinators answer as its lead where somebody of the ladder is not named, or has left. */
function chased(thing: PartOf, partnership: Partnership, { owner, lead, iro }: Chasing): readonly Naming[] {
  const isHere = (id: PersonId | undefined): boolean => id !== undefined && personById(partnership, id) !== undefined
  const toFill = isHere(lead) && isHere(iro) ? [] : coordinatorsOf(partnership)
  return [
    ...names(thing, ['owner', owner], ['lead', lead], ['iro', iro]),
    ...toFill.map(({ id }): Naming => ({ person: id, role: 'lead', thing, through: 'grant' })),
  ]
}

const names = (thing: PartOf, ...people: readonly (readonly [Role, PersonId | undefined])[]): readonly Naming[] =>
  people.map(([role, person]) => ({ person, role, thing, through: 'themselves' }))

const granted = (thing: PartOf, role: 'coordinator' | 'any-chair', partnership: Partnership): readonly Naming[] =>
  (role === 'any-chair' ? peopleWith(partnership, 'chair') : coordinatorsOf(partnership)).map(({ id }) => ({
    person: id,
    role,
    thing,
    through: 'grant',
  }))
