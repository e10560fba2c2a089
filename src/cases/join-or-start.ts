/** A child has one open case: anybody who raises it again joins it, and the first to raise it starts it. */
import type { Child } from '../children/child.ts'
import { startClimb } from '../climbs/take-step.ts'
import type { CaseId, PersonId } from '../ids.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { coordinatorsOf, personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Case, Raising } from './case.ts'
import type { CasesNeeds } from './needs.ts'
import { noIroCard } from './no-iro.card.ts'
import {
  disagreementRaisedCard,
  joinedCard,
  joinedForIroCard,
  namedToYouCard,
  raisedForIroCard,
} from './raised.card.ts'
import { caseReference } from '../children/reference.ts'
import { askParty, tellParty } from './ask-party.ts'
import { raisedBefore } from './raised-again.ts'
import { tellOfRaising } from './tell-of-raising.ts'
import { askToConfirm } from './ask-to-confirm.ts'
import { whoSettles } from './who-settles.ts'
import { unconfirmed, unconfirmedPolicy } from './unconfirmed.ts'

/** Who raises a case takes no part in it by that: the people who settle the case say so. */
export async function joinOrStart(world: World<CasesNeeds>, child: Child, raising: Raising): Promise<CaseId> {
  const open = await world.tx.openCaseOf(child.id)
  return open ? joinCase(world, open, raising) : startCase(world, child, raising)
}

async function joinCase(world: World<CasesNeeds>, open: Case, raising: Raising): Promise<CaseId> {
  const { tx, partnership } = world
  const { id } = open
  const before = raisedBefore(await tx.raisingsOf(id), raising)
  const takesPart = open.raisers.includes(raising.by)
  await tx.saveRaising({ ...raising, case: id, ...(takesPart && { takesPart }) })
  if (before) {
    await tx.record({ fact: 'raising-added-to', case: id, raising: before.id, with: raising.id })
    await tellOfRaising(world, { raising: { ...raising, case: id }, stuck: open }, 'added')
    return id
  }
  await tx.record({ fact: 'case-joined', case: id, raising: raising.id, stuck: raising.theme })
  const about = { subject: 'case', id } as const
  const isNowDisagreement = raising.theme === 'disagreement' && !open.disagreement
  const joined: Case = raising.theme === 'disagreement' ? { ...open, disagreement: true } : open
  const settling = whoSettles(joined, partnership)
  for (const { person: to, what } of settling)
    if (to !== raising.by)
      await tell(world, {
        ...{ key: `joined-${raising.id}-${to}`, to, about, what },
        card: joinedCard(joined, takesPart ? { ...raising, takesPart } : raising, partnership),
      })
  if (settling.length === 0) await tellIro(world, joined, raising)
  if (isNowDisagreement) await becomesDisagreement(world, joined, raising)
  else if (raising.namedTo === 'iro' && settling.length > 0) await tellIroWho(world, joined, raising)
  if (joined.disagreement) await askParty(world, joined)
  return id
}

/** The people who settle it are told without a name; somebody must know it. */
async function tellIroWho(world: World<CasesNeeds>, stuck: Case, raising: Raising): Promise<void> {
  const { id, iro: to } = stuck
  if (!to || to === raising.by) return
  await tell(world, {
    ...{ key: `named-to-iro-${raising.id}`, to, card: namedToYouCard(stuck, raising) },
    ...{ about: { subject: 'case', id }, what: 'for-iro' },
  })
}

/** Where nobody settles it, since its chair or its social worker has left: the IRO, else the coordinators. */
async function tellIro(world: World<CasesNeeds>, stuck: Case, raising: Raising): Promise<void> {
  const { partnership } = world
  const about = { subject: 'case', id: stuck.id } as const
  for (const { person: to, as } of hears(named({ case: stuck }, partnership), 'for-iro').to)
    if (to !== raising.by)
      await tell(world, {
        ...{ key: `joined-${raising.id}-${to}`, to, about, what: 'for-iro' },
        card: as === 'iro' ? joinedForIroCard(stuck, raising, partnership) : noIroCard(stuck, 'raised-again'),
      })
}

/** The social worker is a party to it from now on: who can confirm it is asked, and the IRO knows. */
async function becomesDisagreement(world: World<CasesNeeds>, stuck: Case, raising: Raising): Promise<void> {
  const { tx } = world
  const { id, iro } = stuck
  const about = { subject: 'case', id } as const
  if (stuck.state === 'raised') {
    await tx.withdrawFrom(about, stuck.socialWorker)
    await askToConfirm(world, stuck, raising)
    await tellParty(world, stuck, raising.by)
  }
  if (iro && iro !== raising.by)
    await tell(world, {
      ...{ key: `disagreement-${raising.id}`, to: iro, about, what: 'for-iro' },
      card: disagreementRaisedCard(stuck, raising),
    })
}

/** A new case of this child: who confirms it is asked, its IRO is told. */
async function startCase(world: World<CasesNeeds>, child: Child, raising: Raising): Promise<CaseId> {
  const { tx, now, partnership } = world
  const id = world.newId() as CaseId
  const opened: Case = {
    id,
    ref: caseReference(child.ref, await tx.casesEverOf(child.id)),
    child: child.id,
    theme: raising.theme,
    needed: raising.needed,
    state: 'raised',
    socialWorker: stillHere(world, child.socialWorker) ?? leadOfAuthority(world),
    ...(child.iro && { iro: child.iro }),
    raisedAt: now,
    raisers: [],
    asked: [],
    policies: partnership.policies,
    ...(raising.theme === 'disagreement' && { disagreement: true }),
  }
  await tx.saveCase(opened)
  await tx.saveRaising({ ...raising, case: id })
  const { id: raisingId, theme: stuck, needed } = raising
  await tx.record({ fact: 'case-raised', case: id, raising: raisingId, stuck, needed })
  await askToConfirm(world, opened, raising)
  if (opened.disagreement) await tellParty(world, opened, raising.by)
  if (opened.iro && opened.iro !== raising.by) {
    const about = { subject: 'case', id } as const
    const forIro = raisedForIroCard(opened, raising, partnership)
    await tell(world, { key: `iro-told-${id}`, to: opened.iro, card: forIro, about, what: 'for-iro' })
    await tx.record({ fact: 'iro-told', case: id, iro: opened.iro })
  }
  await startClimb(world, unconfirmed(id), unconfirmedPolicy(opened))
  return id
}

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
