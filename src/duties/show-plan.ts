/** What is expected for the children of a social worker, of an IRO and of a lead's staff, with the day and the reason. */
import { dayInShort } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { home, type Answer } from '../display/answer.ts'
import { button, card, facts, row, rowsAtMost, text, type Card } from '../display/card.ts'
import { moreCard, onAPageOfBoth, pageOf, shownWhole } from '../display/page.ts'
import { whichChildrenCard } from '../children/which-children.card.ts'
import type { PersonId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { actedForBy } from '../people/deputies.ts'
import type { World } from '../ports/world.ts'
import { notAcceptedYet } from '../parts/offer.card.ts'
import { dutyButtons, dutyFacts, dutyStandsAt, offeredButtons, offeringButtons, offerLines } from './duty.card.ts'
import { givenBackCard } from './not-mine.card.ts'
import { dutyInWords, type Duty } from './duty.ts'
import { unconfirmedOf } from './confirm-children.ts'
import type { DutiesNeeds } from './needs.ts'
import { asOfToday } from './redate-duty.ts'

export async function showPlan(world: World<DutiesNeeds>, by: PartnershipPerson, from?: number): Promise<Answer> {
  const people = [by.id, ...(await actedForBy(world, by.id))]
  const all = await world.tx.openDutiesOf({ ...ledBy(world.partnership, people), owners: people, iros: people })
  const isOwn = ({ owner }: Duty) => people.includes(owner)
  const isHandedToThem = ({ offer }: Duty) => offer !== undefined && people.includes(offer.to)
  const handed = all.filter((duty) => isHandedToThem(duty) && !isOwn(duty))
  const rest = all.filter((duty) => !isOwn(duty) && !isHandedToThem(duty))
  const page = pageOf([...all.filter(isOwn), ...rest], from, onAPageOfBoth)
  const duties: Duty[] = []
  for (const duty of page.shown) duties.push(await asOfToday(world, duty))
  const own = duties.filter((duty) => duty.chased && isOwn(duty))
  const others = duties.filter((duty) => duty.chased && !isOwn(duty))
  const isIro = ({ iro }: Duty) => iro !== undefined && people.includes(iro)
  const sections = [
    ...(await firstLook(world, people)),
    ...(from ? [] : handed.map((duty) => handedSection(world, duty))),
    ...(from ? [] : await givenBack(world, by)),
    ...(!from && (own.length > 0 || handed.length > 0 || others.some(isIro)) ? [whichChildrenCard] : []),
    ...own.slice(0, shownWhole).map((duty) => section(world, by.id, duty)),
    ...rowsOf(world, by.id, 'More of yours', own.slice(shownWhole)),
    ...rowsOf(world, by.id, 'With your agency, or for children you are the IRO for', others),
    ...moreCard(page, { ask: 'open-plan', from: page.next }),
  ]
  const nothing = card('Nothing is open', [text('You have no plan or assessment to do.')])
  return home('Plans and assessments', sections.length > 0 ? sections : [nothing])
}

/** Whose duties these people answer for as leads: their staff, and for the authority those who have left as well. */
export function ledBy({ people, agencies, authority }: Partnership, leads: readonly PersonId[]) {
  const led = agencies.filter(({ lead }) => leads.includes(lead)).map(({ id }) => id)
  return {
    staff: people.filter(({ agency }) => led.includes(agency)).map(({ id }) => id),
    ...(led.includes(authority) && { othersThan: people.map(({ id }) => id) }),
  }
}

async function firstLook(world: World<DutiesNeeds>, people: readonly PersonId[]): Promise<readonly Card[]> {
  const waiting = (await unconfirmedOf(world, people)).length
  if (waiting === 0) return []
  return [
    card(
      `First look: ${waiting === 1 ? '1 child is waiting' : `${waiting} children are waiting`}`,
      [text('Reminders about a child start only when you have said that the child is yours, and what already exists.')],
      [button('Open the first look', { ask: 'open-first-look' }, 'primary')],
    ),
  ]
}

function section({ now, calendar, partnership }: World<DutiesNeeds>, by: PersonId, duty: Duty): Card {
  const ownerName = duty.owner === by ? undefined : nameOf(partnership, duty.owner)
  return card(
    `Child ${duty.ref}: ${dutyInWords[duty.kind]} ${dutyStandsAt(duty, dayOf(now), calendar)}`,
    [dutyFacts(duty, ownerName), facts(['Why this date', duty.because]), ...offerLines(partnership, duty)],
    [
      ...(duty.offer ? offeringButtons(duty) : dutyButtons(duty)),
      button('Which child?', { ask: 'open-duty', duty: duty.id }),
    ],
  )
}

async function givenBack({ tx }: World<DutiesNeeds>, by: PartnershipPerson): Promise<readonly Card[]> {
  const children = await tx.childrenGivenBackBy(by.id)
  return children.length > 0 ? [givenBackCard(children.slice(0, rowsAtMost))] : []
}

/** The person who is asked to take it on sees it before what is theirs. */
const handedSection = ({ partnership }: World<DutiesNeeds>, duty: Duty): Card =>
  card(
    `Child ${duty.ref}: can you take on the ${dutyInWords[duty.kind]}?`,
    [dutyFacts(duty, nameOf(partnership, duty.owner)), ...offerLines(partnership, duty)],
    offeredButtons(duty),
  )

function rowsOf(
  { now, calendar, partnership }: World<DutiesNeeds>,
  by: PersonId,
  title: string,
  duties: readonly Duty[],
): Card[] {
  if (duties.length === 0) return []
  const rows = duties.map((duty) => {
    const whose = duty.owner === by ? '' : `, with ${nameOf(partnership, duty.owner, 'somebody who has left')}`
    const handed = duty.offer ? ` ${notAcceptedYet(nameOf(partnership, duty.offer.to))}` : ''
    const where = dutyStandsAt(duty, dayOf(now), calendar)
    return row(
      `Child ${duty.ref}: ${dutyInWords[duty.kind]} ${where}${whose}.${handed} Why this date: ${duty.because}${duty.datesAsOf ? `, as of ${dayInShort(duty.datesAsOf)}` : ''}.`,
      button('Open', { ask: 'open-duty', duty: duty.id }),
    )
  })
  return [card(title, rows)]
}
