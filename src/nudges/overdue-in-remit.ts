/**
 * Everything that is overdue where a person answers for others: in the agency that they lead, and for the children of whom they
 * are the IRO. A message names what rang; an overview must not leave out what has not rung again.
 */
import { standsAt } from '../actions/action.card.ts'
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { button, row, text, type CardBlock, type RowBlock } from '../display/card.ts'
import { dutyStandsAt } from '../duties/duty.card.ts'
import { dutyInWords, type Duty } from '../duties/duty.ts'
import { waitsForWord } from '../duties/old-dates.ts'
import { asOfToday } from '../duties/redate-duty.ts'
import { ledBy } from '../duties/show-plan.ts'
import type { PersonId } from '../ids.ts'
import { nameOf } from '../people/name-of.ts'
import type { World } from '../ports/world.ts'
import type { NudgesNeeds } from './needs.ts'

export type OverdueInRemit = {
  readonly today: Day
  /** The one that is overdue longest first. */
  readonly things: readonly Overdue[]
}

type Overdue = { readonly subject: 'action' | 'duty'; readonly id: string; readonly due: Day; readonly row: RowBlock }

/** `people`: for whom the message is. */
export async function overdueInRemit(world: World<NudgesNeeds>, people: readonly PersonId[]): Promise<OverdueInRemit> {
  const { tx, now, partnership, calendar } = world
  const today = dayOf(now)
  const isOverdue = ({ due, chased }: { readonly due: Day; readonly chased: boolean }) => chased && due < today
  // Of old dates the social worker is asked first: what is due by them may be done.
  const isOwed = (duty: Duty) => waitsForWord(duty, world) === undefined
  const agencies = partnership.agencies.filter(({ lead }) => people.includes(lead)).map(({ id }) => id)
  const actions = await tx.openActionsOf({ owners: [], agencies, iros: people })
  const duties: Duty[] = []
  for (const duty of await tx.openDutiesOf({ ...ledBy(partnership, people), owners: [], iros: people }))
    duties.push(await asOfToday(world, duty))
  const things: readonly Overdue[] = [
    ...actions.filter(isOverdue).map((action) => ({
      ...{ subject: 'action' as const, id: action.id, due: action.due },
      row: row(
        `Case ${action.ref}, ${nameOf(partnership, action.owner)}: ${standsAt(action, today, calendar)}. ${action.what}`,
        button('Open', { ask: 'open-action', action: action.id }),
      ),
    })),
    ...duties
      .filter(isOverdue)
      .filter(isOwed)
      .map((duty) => ({
        ...{ subject: 'duty' as const, id: duty.id, due: duty.due },
        row: row(
          `Child ${duty.ref}, ${nameOf(partnership, duty.owner, 'somebody who has left')}: ` +
            `${dutyInWords[duty.kind]} ${dutyStandsAt(duty, today, calendar)}.`,
          button('Open', { ask: 'open-duty', duty: duty.id }),
        ),
      })),
  ]
  return { today, things: things.toSorted((a, b) => (a.due < b.due ? -1 : 1)) }
}

export const overdueOf = ({ things }: OverdueInRemit, subject: Overdue['subject']): number =>
  things.filter((one) => one.subject === subject).length

/** With the day, since the message is read later too. */
export function countsLine(remit: OverdueInRemit): readonly CardBlock[] {
  const [actions, duties] = [overdueOf(remit, 'action'), overdueOf(remit, 'duty')]
  if (actions + duties === 0) return []
  const counted = [
    ...(actions > 0 ? [`${actions} ${actions === 1 ? 'action' : 'actions'}`] : []),
    ...(duties > 0 ? [`${duties} ${duties === 1 ? 'plan or assessment' : 'plans and assessments'}`] : []),
  ]
  return [
    text(
      `Overdue on ${inWords(remit.today)}, in your agency or for children you are the IRO for: ${counted.join(', ')}.`,
    ),
  ]
}
