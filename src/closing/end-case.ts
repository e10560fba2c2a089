/** A case ends: so do its open actions, each with its reason, and everybody who had a part or raised it is told. */
import { actionLadder } from '../climbs/ladder.ts'
import type { Action } from '../actions/action.ts'
import type { ActionsNeeds } from '../actions/needs.ts'
import type { Case } from '../cases/case.ts'
import type { Closing } from '../cases/closing.ts'
import { unclosed } from '../cases/unclosed.ts'
import { unconfirmed } from '../cases/unconfirmed.ts'
import { endClimb } from '../climbs/take-step.ts'
import type { Cleared } from '../display/typed.ts'
import type { CaseId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { hears } from '../parts/hears.ts'
import { named } from '../parts/named.ts'
import { personById } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import { endedName } from './close-case.form.ts'
import { closedCard, closedForRaiserCard, endedCard } from './closing.card.ts'
import { unanswered } from './closing-climbs.ts'

type Ending = {
  readonly stuck: Case
  readonly words: Closing['words']
  readonly open: readonly Action[]
  /** Absent where nobody is left who raised it: they have all withdrawn it. */
  readonly toRaisers?: Cleared
}

export async function endCase(world: World<ActionsNeeds>, by: PartnershipPerson, ending: Ending): Promise<void> {
  const { tx, now } = world
  const { stuck, words, open } = ending
  const { id } = stuck
  await tx.saveCase({ ...stuck, state: 'closed', closedAt: now })
  await tx.saveClosing(id, words)
  await tx.record({ fact: 'case-closed', case: id })
  for (const action of open) await endAction(world, by, action, words)
  await endClimb(world, unconfirmed(id))
  await endClimb(world, unclosed(id))
  await overtake(world, id)
  await tx.withdraw({ subject: 'case', id })
  const raisers = await tellRaisers(world, by, ending)
  for (const { person: to } of hears(named({ case: stuck }, world.partnership), 'news').to)
    if (to !== by.id && !raisers.has(to))
      await tell(world, {
        key: `closed-${id}-${to}`,
        to,
        card: closedCard(stuck, open.length),
        about: { subject: 'case', id },
        what: 'news',
      })
}

/** What was proposed, and nobody answered, waits no longer. */
async function overtake(world: World<ActionsNeeds>, of: CaseId): Promise<void> {
  const { tx } = world
  const closing = await tx.lastClosingOf(of)
  if (closing?.state !== 'proposed') return
  await tx.saveProposedClosing({ ...closing, state: 'overtaken' })
  await endClimb(world, unanswered(closing.id))
  await tx.withdraw({ subject: 'closing', id: closing.id })
}

async function endAction(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  action: Action,
  words: Closing['words'],
): Promise<void> {
  const { tx, now } = world
  const { id, owner } = action
  await tx.saveAction({ ...action, state: 'ended' })
  const kept = words.filter(({ name }) => name === endedName(action))
  await tx.saveActionWords(id, { kind: 'ended', by: by.id, at: now, words: kept })
  await tx.record({ fact: 'action-ended', case: action.case, action: id })
  await endClimb(world, actionLadder(id))
  await tx.withdraw({ subject: 'action', id })
  if (owner !== by.id && personById(world.partnership, owner))
    await tell(world, {
      key: `ended-${id}`,
      to: owner,
      card: endedCard(action),
      about: { subject: 'person', id: owner },
    })
}

/** Each once, by what they raised last; who has withdrawn it is told like anybody else in the case. */
async function tellRaisers(
  world: World<ActionsNeeds>,
  by: PartnershipPerson,
  { stuck, toRaisers }: Ending,
): Promise<ReadonlySet<PersonId>> {
  const raisings = (await world.tx.raisingsOf(stuck.id)).filter(({ withdrawnAt }) => !withdrawnAt)
  const last = new Map(raisings.map((raising) => [raising.by, raising.id]))
  for (const [to, raising] of toRaisers ? last : [])
    if (toRaisers && to !== by.id && personById(world.partnership, to))
      await tell(world, {
        key: `closed-raiser-${raising}`,
        to,
        card: closedForRaiserCard(raising, toRaisers),
        // They may have no part in the case, and are told all the same.
        about: { subject: 'person', id: to },
        themselves: true,
      })
  return new Set(last.keys())
}
