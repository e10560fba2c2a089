/** What a person agreed to do, what they receive for somebody who is away, and what was agreed where they answer. */
import { dayOf } from '../calendar/london.ts'
import { whichChildrenCard } from '../children/which-children.card.ts'
import { home, type Answer } from '../display/answer.ts'
import { button, card, row, text, type Card } from '../display/card.ts'
import { moreCard, onAPageOfBoth, pageOf, shownWhole } from '../display/page.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { actedForBy } from '../people/deputies.ts'
import type { World } from '../ports/world.ts'
import type { Action } from './action.ts'
import { notAcceptedYet } from '../parts/offer.card.ts'
import { actionFacts, answerButtons, offeredButtons, offeringButtons, offerLines, standsAt } from './action.card.ts'
import type { ActionsNeeds } from './needs.ts'

export async function showActions(world: World<ActionsNeeds>, by: PartnershipPerson, from?: number): Promise<Answer> {
  const { tx, partnership } = world
  const people = [by.id, ...(await actedForBy(world, by.id))]
  const agencies = partnership.agencies.filter(({ lead }) => people.includes(lead)).map(({ id }) => id)
  const all = (await tx.openActionsOf({ owners: people, agencies, iros: people })).filter(({ chased }) => chased)
  const isOwn = ({ owner }: Action) => people.includes(owner)
  const isHandedToThem = ({ offer }: Action) => offer !== undefined && people.includes(offer.to)
  const handed = all.filter((action) => isHandedToThem(action) && !isOwn(action))
  const rest = all.filter((action) => !isOwn(action) && !isHandedToThem(action))
  const page = pageOf([...all.filter(isOwn), ...rest], from, onAPageOfBoth)
  const own = page.shown.filter(isOwn)
  const others = page.shown.filter((action) => !isOwn(action))
  const isIro = ({ iro }: Action) => iro !== undefined && people.includes(iro)
  return home('Actions', [
    ...(from ? [] : handed.map((action) => handedSection(world, action))),
    ...(!from && (own.length > 0 || handed.length > 0 || others.some(isIro)) ? [whichChildrenCard] : []),
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
    [actionFacts(action, ownerName), ...offerLines(partnership, action)],
    action.offer ? offeringButtons(action) : answerButtons(action),
  )
}

/** The person who is asked to take it on sees it before what is theirs. */
const handedSection = ({ partnership }: World<ActionsNeeds>, action: Action): Card =>
  card(
    `Case ${action.ref}: can you take on an action?`,
    [actionFacts(action, nameOf(partnership, action.owner)), ...offerLines(partnership, action)],
    offeredButtons(action.id),
  )

function rowsOf(world: World<ActionsNeeds>, title: string, actions: readonly Action[]): readonly Card[] {
  if (actions.length === 0) return []
  const { now, calendar, partnership } = world
  const rows = actions.map((action) => {
    const who = nameOf(partnership, action.owner)
    return row(
      `Case ${action.ref}, ${who}: ${standsAt(action, dayOf(now), calendar)}. ${offerWords(partnership, action)}${action.what}`,
      button('Open', { ask: 'open-action', action: action.id }),
    )
  })
  return [card(title, rows)]
}

const offerWords = (partnership: Partnership, { offer }: Action): string =>
  offer ? `${notAcceptedYet(nameOf(partnership, offer.to))} ` : ''
