/** What of a case and a child a successor may see, gathered for the reading. */
import { standingsTo, type Action } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import type { Case } from '../cases/case.ts'
import { standingsToday } from '../cases/standings-today.ts'
import { dutyInWords, standingsOn, type Duty } from '../duties/duty.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { maySee, type Standing } from '../permissions/may-see.ts'
import type { World } from '../ports/world.ts'
import type { Handover } from './handover.ts'
import type { HandoversNeeds } from './needs.ts'

export type WhereItStands = {
  /** The case, where this person may see it. */
  readonly stuck?: Case
  /** What they are to it. */
  readonly standings: readonly Standing[]
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
  const { tx, partnership } = world
  const found = 'case' in about ? await tx.caseById(about.case) : await tx.openCaseOf(about.child)
  const standings = found ? await standingsToday(world, found, by.id) : []
  const stuck = found && maySee(standings, 'case') ? found : undefined
  const actions = found ? await openActions(world, by, found, standings) : []
  const duties = 'child' in about ? await tx.dutiesOf(about.child) : []
  const theirs = duties.filter((duty) => duty.state === 'open' && maySee(standingsOn(duty, by, partnership), 'duty'))
  const dates = [...(stuck ? await datesOf(world, stuck) : []), ...datesDue(actions, theirs)]
  const today = dayOf(world.now)
  return {
    ...(stuck && { stuck }),
    ...{ standings, actions, duties: theirs },
    dates: dates.filter(({ on }) => on >= today).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** All of the case for those who may see its summary; otherwise those that they may see one by one, such as their own. */
async function openActions(
  { tx, partnership }: World<HandoversNeeds>,
  by: PartnershipPerson,
  stuck: Case,
  standings: readonly Standing[],
): Promise<readonly Action[]> {
  const open = (await tx.actionsOf(stuck.id)).filter(({ state }) => state === 'open')
  return maySee(standings, 'summary')
    ? open
    : open.filter((action) => maySee(standingsTo(action, stuck, by, partnership), 'action'))
}

async function datesOf({ tx }: World<HandoversNeeds>, stuck: Case): Promise<WhereItStands['dates']> {
  const meeting = await tx.openMeetingOf(stuck.id)
  return [
    ...(stuck.state === 'asking' && stuck.inputsClose
      ? [{ on: stuck.inputsClose, what: 'the last day of views' }]
      : []),
    ...(meeting?.startsAt ? [{ on: dayOf(meeting.startsAt), what: 'the meeting' }] : []),
    ...(stuck.state === 'closed' ? [] : [{ on: stuck.needed, what: 'by when the case needs to move' }]),
  ]
}

const datesDue = (actions: readonly Action[], duties: readonly Duty[]): WhereItStands['dates'] => [
  ...actions.map(({ due, what }) => ({ on: due, what: `due: ${what}` })),
  ...duties.map(({ due, kind }) => ({ on: due, what: `due: ${dutyInWords[kind]}` })),
]
