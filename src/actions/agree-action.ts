/** Somebody agreed to do something: from now on reminders go out until it is done. */
import { dayOf } from '../calendar/london.ts'
import type { Day } from '../calendar/day.ts'
import type { Case } from '../cases/case.ts'
import { actionLadder, ladderDates, ladderPolicy } from '../climbs/ladder.ts'
import { startClimb } from '../climbs/take-step.ts'
import type { Cleared } from '../display/typed.ts'
import type { ActionId, PersonId } from '../ids.ts'
import { lastAgencyOf } from '../people/people.ts'
import { tell } from '../people/tell.ts'
import type { World } from '../ports/world.ts'
import type { Action } from './action.ts'
import { agreedCard } from './action.card.ts'
import type { ActionKind } from './kind.ts'
import type { ActionsNeeds } from './needs.ts'

type Agreed = {
  /** Given where the action was proposed under an id before. */
  readonly id?: ActionId
  readonly case: Case
  readonly owner: PersonId
  readonly what: Cleared
  readonly know: Cleared
  readonly due: Day
  readonly kind?: ActionKind | undefined
  readonly tells?: Action['tells']
  /** What its owner reads above it; by default where it comes from. */
  readonly why?: string
}

export async function agreeAction(world: World<ActionsNeeds>, agreed: Agreed): Promise<Action> {
  const { tx, now, partnership, calendar } = world
  const { case: stuck, owner, what, know, due, kind, tells } = agreed
  const agency = lastAgencyOf(partnership, owner)
  const action: Action = {
    id: agreed.id ?? (world.newId() as ActionId),
    case: stuck.id,
    ...{ ref: stuck.ref, child: stuck.child },
    owner,
    ...(agency && { agency }),
    ...{ what, know, due },
    ...(kind && { kind }),
    ...(tells && { tells }),
    firstDue: due,
    moves: 0,
    startedOn: dayOf(now),
    state: 'open',
    ladder: stuck.policies.ladder,
    promisedAt: now,
    ...(stuck.iro && { iro: stuck.iro }),
    ...(stuck.chair && { chair: stuck.chair }),
    chased: true,
  }
  await tx.saveAction(action)
  await tx.record({ fact: 'action-promised', case: stuck.id, action: action.id, owner, due })
  await startClimb(world, actionLadder(action.id), ladderPolicy(action.ladder), ladderDates(action, calendar))
  await tell(world, {
    key: `promised-${action.id}`,
    to: owner,
    card: agreedCard(action, agreed.why),
    about: { subject: 'action', id: action.id },
    what: 'for-owner',
  })
  return action
}
