/** An open case gets another social worker, IRO or chair. */
import { askParty, tellParty } from '../cases/ask-party.ts'
import type { Case } from '../cases/case.ts'
import { confirmCard } from '../cases/raised.card.ts'
import type { PersonId } from '../ids.ts'
import { answerableUntil } from '../inputs/answerable-until.ts'
import { askedOfAnother } from '../inputs/late-view.ts'
import { giveRequest } from '../inputs/pass-on.ts'
import { isPartys, isSettled } from '../inputs/request.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { rolesOf } from '../parts/may.ts'
import { named } from '../parts/named.ts'
import { unreachedOf } from '../parts/unreached.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { iroNowCard, socialWorkerChangedCard } from './case-part.card.ts'
import { changeChair } from './change-chair.ts'
import type { HandoversNeeds } from './needs.ts'
import { passFamilyOn } from './pass-family-on.ts'

/** `by`: who does it, where somebody else has to be told of it. */
export async function moveCasePart(
  world: World<HandoversNeeds>,
  { holder, ...held }: { readonly case?: Case; readonly holder: PersonId | undefined },
  part: 'social-worker' | 'iro' | 'chair',
  to: PartnershipPerson,
  by?: PartnershipPerson,
): Promise<Case> {
  const stuck = held.case
  if (!stuck) throw new Error('a part of a case belongs to no case')
  if (part === 'chair') {
    await changeChair(world, stuck, to, by)
    return { ...stuck, chair: to.id }
  }
  const { tx } = world
  const { id } = stuck
  const moved: Case = part === 'iro' ? { ...stuck, iro: to.id } : { ...stuck, socialWorker: to.id }
  await tx.saveCase(moved)
  if (holder) {
    await tx.record({ fact: 'case-part-handed-over', case: id, part, from: holder, to: to.id })
    await withdrawFromFormer(world, moved, holder)
  } else if (part === 'iro') {
    await tx.record({ fact: 'case-part-given', case: id, part, to: to.id })
    const about = { subject: 'case', id } as const
    await tell(world, {
      key: `iro-now-${id}-${world.newId()}`,
      to: to.id,
      card: iroNowCard(moved),
      about,
      what: 'for-iro',
    })
  }
  if (part === 'social-worker') {
    if (stuck.state === 'raised' && !stuck.disagreement) await askToConfirm(world, moved)
    if (holder) await passFamilyOn(world, moved, holder, to)
    if (stuck.disagreement && holder) await passPartysView(world, moved, holder, to)
    if (stuck.disagreement && stuck.state === 'raised') await tellParty(world, moved)
    if (stuck.disagreement) await askParty(world, (await tx.caseById(id)) ?? moved)
    await tellIro(world, moved, to, by)
  }
  // What is asked of the social worker may have changed.
  return (await tx.caseById(id)) ?? moved
}

/** Who has no other part in it hears nothing more of the case, of its meeting and of what was agreed. */
async function withdrawFromFormer(world: World<HandoversNeeds>, stuck: Case, holder: PersonId): Promise<void> {
  const { tx, partnership } = world
  const isStillIn = named({ case: stuck }, partnership).some(
    ({ person, through }) => person === holder && through === 'themselves',
  )
  if (!isStillIn) await tx.withdrawFrom({ subject: 'case', id: stuck.id }, holder)
  const meeting = await tx.openMeetingOf(stuck.id)
  const parts = named(meeting ? { meeting, case: stuck } : { case: stuck }, partnership)
  if (meeting && rolesOf(parts, holder).length === 0)
    await tx.withdrawFrom({ subject: 'meeting', id: meeting.id }, holder)
  for (const action of await tx.actionsOf(stuck.id))
    if (action.state === 'open' && rolesOf(named({ action }, partnership), holder).length === 0)
      await tx.withdrawFrom({ subject: 'action', id: action.id }, holder)
}

/** The IRO, or the coordinators where there is none, unless they did it. */
async function tellIro(
  world: World<HandoversNeeds>,
  stuck: Case,
  to: PartnershipPerson,
  by: PartnershipPerson | undefined,
): Promise<void> {
  const parts = named({ case: stuck }, world.partnership)
  const unreached = await unreachedOf(world, parts)
  for (const { person } of hears(parts, 'for-iro', { unreached }).to) {
    if (person === by?.id || person === to.id) continue
    const key = `social-worker-changed-${world.newId()}` as const
    const about = { subject: 'case', id: stuck.id } as const
    await tell(world, { key, to: person, card: socialWorkerChangedCard(stuck, to.name), about, what: 'for-iro' })
  }
}

/** They are asked at once, and nobody waits longer for that: the others hear when they would have heard. */
async function askToConfirm(world: World<HandoversNeeds>, stuck: Case): Promise<void> {
  const { id, socialWorker: to } = stuck
  await tell(world, {
    key: `confirm-${id}-${world.newId()}`,
    to,
    card: confirmCard(stuck, world.partnership),
    about: { subject: 'case', id },
    what: 'for-social-worker',
  })
}

/** The view that a social worker is asked for in a disagreement goes with the case. */
async function passPartysView(
  world: World<HandoversNeeds>,
  stuck: Case,
  from: PersonId,
  to: PartnershipPerson,
): Promise<void> {
  const { tx, partnership } = world
  const theirs = (await tx.requestsOf(stuck.id)).find(
    (request) => isPartys(request, partnership) && request.person === from && !isSettled(request),
  )
  if (!theirs || !(await answerableUntil(world, theirs, stuck))) return
  const last = await askedOfAnother(world, stuck, theirs)
  await giveRequest(world, { request: theirs, stuck, ...(last && { last }) }, to)
}
