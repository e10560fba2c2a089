/** What of a case and a child a successor may see, gathered for the reading. */
import type { Action } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import type { Case } from '../cases/case.ts'
import { dutyInWords, type Duty } from '../duties/duty.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { may } from '../parts/may.ts'
import type { Part } from '../parts/part.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { Handover } from './handover.ts'
import type { HandoversNeeds } from './needs.ts'

export type WhereItStands = {
  /** The case, where this person may see it. */
  readonly stuck?: Case
  readonly meeting?: Meeting
  /** Who is what to it. */
  readonly parts: readonly Part[]
  /** Who reads it. */
  readonly by: PartnershipPerson
  readonly actions: readonly Action[]
  readonly duties: readonly Duty[]
  /** Soonest first. */
  readonly dates: readonly { readonly on: Day; readonly what: string }[]
}

export async function whereItStands(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  about: Handover['about'],
): Promise<WhereItStands> {
  const { tx } = world
  const found = 'case' in about ? await tx.caseById(about.case) : await tx.openCaseOf(about.child)
  const parts = found ? await partsToday(world, { case: found }) : []
  const stuck = found && may(parts, by.id, 'case') ? found : undefined
  const actions = found ? await openActions(world, by, found, parts) : []
  const duties = 'child' in about ? await tx.dutiesOf(about.child) : []
  const theirs: Duty[] = []
  for (const duty of duties)
    if (duty.state === 'open' && may(await partsToday(world, { duty }), by.id, 'duty')) theirs.push(duty)
  const meeting = stuck && (await world.tx.openMeetingOf(stuck.id))
  const dates = [...(stuck ? datesOf(stuck, meeting) : []), ...datesDue(actions, theirs)]
  const today = dayOf(world.now)
  return {
    ...(stuck && { stuck }),
    ...(meeting && { meeting }),
    ...{ parts, by, actions, duties: theirs },
    dates: dates.filter(({ on }) => on >= today).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** All of the case for those who may see its summary; otherwise those that they may see one by one, such as their own. */
async function openActions(
  world: World<HandoversNeeds>,
  by: PartnershipPerson,
  stuck: Case,
  parts: readonly Part[],
): Promise<readonly Action[]> {
  const open = (await world.tx.actionsOf(stuck.id)).filter(({ state }) => state === 'open')
  if (may(parts, by.id, 'summary')) return open
  const theirs: Action[] = []
  for (const action of open)
    if (may(await partsToday(world, { action, case: stuck }), by.id, 'action')) theirs.push(action)
  return theirs
}

function datesOf(stuck: Case, meeting?: Meeting): WhereItStands['dates'] {
  return [
    ...(stuck.state === 'asking' && stuck.inputsClose ? [{ on: stuck.inputsClose, what: 'views due' }] : []),
    ...(meeting?.startsAt ? [{ on: dayOf(meeting.startsAt), what: 'the meeting' }] : []),
    ...(stuck.state === 'closed' ? [] : [{ on: stuck.needed, what: 'the case needs to move by this day' }]),
  ]
}

const datesDue = (actions: readonly Action[], duties: readonly Duty[]): WhereItStands['dates'] => [
  ...actions.map(({ due, what }) => ({ on: due, what: `due: ${what}` })),
  ...duties.map(({ due, kind }) => ({ on: due, what: `due: ${dutyInWords[kind]}` })),
]
