/** What a person agreed to do, what they receive for somebody who is away, and what was agreed where they answer. */
import { dayOf } from '../calendar/london.ts'
import { home, type Answer } from '../display/answer.ts'
import { button, card, row, text, type Card } from '../display/card.ts'
import { moreCard, onAPageOfBoth, pageOf, shownWhole } from '../display/page.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { actedForBy } from '../people/deputies.ts'
import type { World } from '../ports/world.ts'
import type { Action } from './action.ts'
import { actionFacts, answerButtons, standsAt } from './action.card.ts'
import type { ActionsNeeds } from './needs.ts'

export async function showActions(world: World<ActionsNeeds>, by: PartnershipPerson, from?: number): Promise<Answer> {
  const { tx, partnership } = world
  const people = [by.id, ...(await actedForBy(world, by.id))]
  const agencies = partnership.agencies.filter(({ lead }) => people.includes(lead)).map(({ id }) => id)
  const all = (await tx.openActionsOf({ owners: people, agencies, iros: people })).filter(({ chased }) => chased)
  const isOwn = ({ owner }: Action) => people.includes(owner)
  const page = pageOf([...all.filter(isOwn), ...all.filter((action) => !isOwn(action))], from, onAPageOfBoth)
  const own = page.shown.filter(isOwn)
  const others = page.shown.filter((action) => !isOwn(action))
  return home('Actions', [
    ...own.slice(0, shownWhole).map((action) => ownSection(world, by, action)),
    ...rowsOf(world, 'More of your actions', own.slice(shownWhole)),
    ...rowsOf(world, 'Actions of your agency, or for children you are the IRO for', others),
    ...moreCard(page, { ask: 'open-actions', from: page.next }),
    ...(all.length === 0 ? [card('Nothing to do', [text('You have no open actions.')])] : []),
  ])
}

function ownSection({ now, calendar, partnership }: World<ActionsNeeds>, by: PartnershipPerson, action: Action): Card {
  const ownerName = action.owner === by.id ? undefined : nameOf(partnership, action.owner)
  return card(
    `Case ${action.ref}: ${standsAt(action, dayOf(now), calendar)}`,
    [actionFacts(action, ownerName)],
    answerButtons(action.id),
  )
}

function rowsOf(world: World<ActionsNeeds>, title: string, actions: readonly Action[]): readonly Card[] {
  if (actions.length === 0) return []
  const { now, calendar, partnership } = world
  const rows = actions.map((action) => {
    const who = nameOf(partnership, action.owner)
    return row(
      `Case ${action.ref}, ${who}: ${standsAt(action, dayOf(now), calendar)}. ${action.what}`,
      button('Open', { ask: 'open-action', action: action.id }),
    )
  })
  return [card(title, rows)]
}
