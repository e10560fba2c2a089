/** A child has one open case: anybody who raises it again joins it, and the first to raise it starts it. */
import type { Child } from '../children/child.ts'
import { startClimb } from '../climbs/take-step.ts'
import type { CaseId, PersonId } from '../ids.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { coordinatorsOf, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { confirmCard, joinedCard, raisedForIroCard } from './raised.card.ts'
import { referenceFrom } from '../children/reference.ts'
import { unconfirmed, unconfirmedPolicy } from './unconfirmed.ts'

export async function joinOrStart(world: World<CasesNeeds>, child: Child, raising: Raising): Promise<CaseId> {
  const { tx } = world
  const open = await tx.openCaseOf(child.id)
  if (!open) return startCase(world, child, raising)
  await tx.saveRaising({ ...raising, case: open.id }, takesPartAtOnce(world.partnership, raising))
  await tx.record({ fact: 'case-joined', case: open.id, raising: raising.id, stuck: raising.theme })
  await tell(world, {
    key: `joined-${raising.id}`,
    to: open.socialWorker,
    card: joinedCard(open),
    about: { subject: 'case', id: open.id },
    what: 'for-social-worker',
  })
  return open.id
}

/** A new case of this child: its social worker is asked to confirm, its IRO is told. */
async function startCase(world: World<CasesNeeds>, child: Child, raising: Raising): Promise<CaseId> {
  const { tx, now, partnership } = world
  const id = world.newId() as CaseId
  const opened: Case = {
    id,
    ref: referenceFrom(world.newId()),
    child: child.id,
    theme: raising.theme,
    needed: raising.needed,
    state: 'raised',
    socialWorker: stillHere(world, child.socialWorker) ?? leadOfAuthority(world),
    ...(child.iro && { iro: child.iro }),
    raisedAt: now,
    raisers: takesPartAtOnce(partnership, raising) ? [raising.by] : [],
    asked: [],
    policies: partnership.policies,
  }
  await tx.saveCase(opened)
  await tx.saveRaising({ ...raising, case: id }, takesPartAtOnce(partnership, raising))
  const { id: raisingId, theme: stuck, needed } = raising
  await tx.record({ fact: 'case-raised', case: id, raising: raisingId, stuck, needed })
  const about = { subject: 'case', id } as const
  const what = 'for-social-worker'
  await tell(world, {
    key: `confirm-${id}`,
    to: opened.socialWorker,
    card: confirmCard(opened, partnership),
    about,
    what,
  })
  if (opened.iro) {
    const forIro = raisedForIroCard(opened, partnership)
    await tell(world, { key: `iro-told-${id}`, to: opened.iro, card: forIro, about, what: 'for-iro' })
    await tx.record({ fact: 'iro-told', case: id, iro: opened.iro })
  }
  await startClimb(world, unconfirmed(id), unconfirmedPolicy(opened))
  return id
}

/** Somebody who raises from outside the authority has no part in the case until its social worker has confirmed it. */
const takesPartAtOnce = (partnership: Partnership, { by }: Raising): boolean =>
  personById(partnership, by)?.agency === partnership.authority

const stillHere = ({ partnership }: World<unknown>, id: PersonId | undefined): PersonId | undefined =>
  id && personById(partnership, id)?.id

/** A child without a social worker, or whose social worker has left, is stuck already: the authority's lead confirms. */
function leadOfAuthority(world: World<CasesNeeds>): PersonId {
  const { partnership } = world
  const authority = partnership.agencies.find(({ id }) => id === partnership.authority)
  const lead = stillHere(world, authority?.lead) ?? coordinatorsOf(partnership)[0]?.id ?? authority?.lead
  if (!lead) throw new Error('the partnership has nobody who answers for the authority')
  return lead
}
