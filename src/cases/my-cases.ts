/** `/stuck-case mine`: where a person's cases stand. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { home, type Answer } from '../display/answer.ts'
import { button, card, row, text } from '../display/card.ts'
import { moreCard, pageOf } from '../display/page.ts'
import type { CaseId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { themeName } from '../partnership/theme-words.ts'
import { actedForBy } from '../people/deputies.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { Case, RaisingListed } from './case.ts'
import { casesToConfirm, toConfirmLines } from './cases-to-confirm.ts'
import type { CasesNeeds } from './needs.ts'
import { howItStands } from './how-it-stands.ts'
import { stateToday } from './state-in-words.ts'

/** How many of a person's cases one page holds; those that need to move soonest come first. */
const onAPage = 20

export async function showMyCases(world: World<CasesNeeds>, by: PartnershipPerson, from?: number): Promise<Answer> {
  const { partnership } = world
  const { cases, raised, closed } = await casesAndRaisings(world, by)
  const open = raised.filter(({ closedAt }) => !closedAt)
  const ids = cases.map(({ id }) => id)
  const overdue = await world.tx.overdueActionsIn(ids, dayOf(world.now))
  const meetings = await world.tx.openMeetingsIn(ids)
  const ended = [...closed, ...raised.filter(isClosed)]
  const lines = [
    ...toConfirmLines((await casesToConfirm(world, by)).toSorted(sooner), partnership),
    ...cases
      .toSorted(sooner)
      .map((stuck) =>
        lineOf(stuck, partnership, stateToday(stuck, meetings.get(stuck.id)), overdue.get(stuck.id) ?? 0),
      ),
    ...open.toSorted(sooner).map((raising) => raisedLine(raising, partnership)),
    ...(ended.length > 0 ? [text(`Closed: ${ended.length}`)] : []),
    ...ended.toSorted(later).map((one) => closedLine(one, partnership)),
  ]
  const page = pageOf(lines, from, onAPage)
  const count = cases.length + open.length
  return home('My cases', [
    card(count === 0 ? 'You have no open cases' : `Your open cases: ${count}`, page.shown, [
      button('Raise a stuck case', { ask: 'open-raise-case' }, 'primary'),
      button('My actions', { ask: 'open-actions' }),
      button('Plans and assessments', { ask: 'open-plan' }),
    ]),
    ...moreCard(page, { ask: 'open-mine', from: page.next }),
  ])
}

/**
 * Somebody who raises a case may know an identifier and nothing else about the child. Until they take part in the case,
 * their list says what they raised, not whether the child is known or already had a case; once it is closed they are told.
 */
async function casesAndRaisings(world: World<CasesNeeds>, by: PartnershipPerson) {
  const { tx } = world
  const cases: Case[] = []
  for (const person of [by.id, ...(await actedForBy(world, by.id))])
    for (const stuck of await tx.casesOf(person))
      if (cases.every(({ id }) => id !== stuck.id) && may(await partsToday(world, { case: stuck }), by.id, 'case'))
        cases.push(stuck)
  const closed: ClosedCase[] = []
  for (const stuck of await tx.closedCasesOf(by.id))
    if (isClosed(stuck)) {
      const opens = may(await partsToday(world, { case: stuck }), by.id, 'case')
      closed.push({ ref: stuck.ref, theme: stuck.theme, closedAt: stuck.closedAt, ...(opens && { case: stuck.id }) })
    }
  const shown = new Set<string | undefined>(cases.map(({ id }) => id))
  const inClosed = new Set(closed.map((one) => one.case))
  const raised = (await tx.raisingsBy(by.id)).filter(
    (one) => !shown.has(one.case) && !(one.case && inClosed.has(one.case)),
  )
  return { cases, raised, closed }
}

/** `case`: where they may still open it. */
type ClosedCase = Pick<Case, 'ref' | 'theme'> & { readonly closedAt: Date; readonly case?: CaseId }

const isClosed = <One extends { readonly closedAt?: Date }>(one: One): one is One & { readonly closedAt: Date } =>
  one.closedAt !== undefined

const later = (a: { readonly closedAt: Date }, b: { readonly closedAt: Date }): number =>
  b.closedAt.getTime() - a.closedAt.getTime()

const sooner = (a: Pick<Case, 'needed'>, b: Pick<Case, 'needed'>): number => (a.needed < b.needed ? -1 : 1)

const raisedLine = (raising: RaisingListed, partnership: Partnership) =>
  row(
    `What you raised on ${inWords(dayOf(raising.at))}: ${themeName(partnership, raising.theme)}. ` +
      `${howItStands(raising)} Needs to move by ${inWords(raising.needed)}.`,
    button('Open', { ask: 'open-raising', raising: raising.id }),
  )

/** By its reference alone for somebody who had a part in it and may not open it now. */
function closedLine(one: ClosedCase | (RaisingListed & { readonly closedAt: Date }), partnership: Partnership) {
  const on = inWords(dayOf(one.closedAt))
  if ('id' in one)
    return row(
      `What you raised on ${inWords(dayOf(one.at))}: ${themeName(partnership, one.theme)}. Closed on ${on}.`,
      button('Open', { ask: 'open-raising', raising: one.id }),
    )
  return one.case
    ? row(
        `${one.ref}: ${themeName(partnership, one.theme)}. Closed on ${on}.`,
        button('Open', { ask: 'open-case', case: one.case }),
      )
    : text(`${one.ref}: closed on ${on}.`)
}

const lineOf = (stuck: Case, partnership: Partnership, stands: string, overdue: number) =>
  row(
    `${stuck.ref}: ${themeName(partnership, stuck.theme)}. ${stands}. ${overdueLine(overdue)}Needs to move by ${inWords(stuck.needed)}.`,
    button('Open', { ask: 'open-case', case: stuck.id }),
  )

/** Everybody in the case, its chair too, sees that it does not move. */
const overdueLine = (count: number): string =>
  count === 0 ? '' : `${count} ${count === 1 ? 'action is' : 'actions are'} overdue. `
