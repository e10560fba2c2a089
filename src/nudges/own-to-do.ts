/**
 * What a person, or somebody for whom they act today, does by a day: their open actions, and their duties from the day on which
 * the first reminder is due. Soonest first. Several reminders of one day are one message, so messages do not say it one by one.
 */
import { standsAt } from '../actions/action.card.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { button } from '../display/card.ts'
import { dutyStandsAt, recordLabel } from '../duties/duty.card.ts'
import { dutyInWords, type Duty } from '../duties/duty.ts'
import { asOfToday } from '../duties/redate-duty.ts'
import type { PersonId } from '../ids.ts'
import { actedForBy } from '../people/deputies.ts'
import { nameOf } from '../people/name-of.ts'
import type { Waits } from '../ports/waits.ts'
import type { World } from '../ports/world.ts'
import type { NudgesNeeds } from './needs.ts'

export async function ownToDo(world: World<NudgesNeeds>, by: PersonId): Promise<readonly Waits[]> {
  const { tx, now, calendar, partnership } = world
  const today = dayOf(now)
  const owners = [by, ...(await actedForBy(world, by))]
  const isOwn = ({ owner, chased }: { readonly owner: PersonId; readonly chased: boolean }) =>
    chased && owners.includes(owner)
  const isNear = ({ due, ladder }: Duty) => addWorkingDays(due, ladder.coming, calendar) <= today
  const whose = (owner: PersonId) => (owner === by ? '' : `, with ${nameOf(partnership, owner)}`)
  const actions = (await tx.openActionsOf({ owners, agencies: [], iros: [] })).filter(isOwn).map((action) => ({
    due: action.due,
    says: `Case ${action.ref}: ${action.owner === by ? 'your' : 'an'} action, ${standsAt(action, today, calendar)}${whose(action.owner)}`,
    button: button('Done', { ask: 'open-complete-action', action: action.id }),
  }))
  const open = await tx.openDutiesOf({ owners, iros: [], staff: [] })
  const duties = (await Promise.all(open.map((duty) => asOfToday(world, duty))))
    .filter((duty) => isOwn(duty) && (isAskedAgain(duty, today) || isNear(duty)))
    .map((duty) => ({
      due: duty.due,
      says: `Child ${duty.ref}: ${dutyInWords[duty.kind]} ${dutyStandsAt(duty, today, calendar)}${whose(duty.owner)}`,
      button: button(recordLabel[duty.kind], { ask: 'open-record-duty', duty: duty.id }),
    }))
  return [...actions, ...duties].toSorted((a, b) => (a.due < b.due ? -1 : 1))
}

/** It was not held, and the day has come by which it was to be offered again. */
const isAskedAgain = ({ notHeld }: Duty, today: Day): boolean => notHeld !== undefined && notHeld.again.by <= today
