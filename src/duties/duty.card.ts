/** How a duty looks in a chat: by the child's reference, never by anything that identifies the child. */
import type { Day } from '../calendar/day.ts'
import { dayInShort, inWords } from '../calendar/in-words.ts'
import { overdueInWords } from '../calendar/overdue.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { button, card, facts, row, text, type Button, type Card, type CardBlock } from '../display/card.ts'
import { toldToo, whyTold, type Reminding } from '../people/reminding.ts'
import { notAcceptedYet } from '../parts/offer.card.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { notHeldInWords, notHeldWhole } from './child-event.ts'
import { dutyInWords, type Duty, type DutyKind } from './duty.ts'

export const dutyFacts = ({ due, expectedOn, notHeld, datesAsOf }: Duty, ownerName?: string): CardBlock =>
  facts(
    ['Due', inWords(due)],
    ...(datesAsOf ? ([['Dates as of', dayInShort(datesAsOf)]] as const) : []),
    ...(notHeld ? ([['What came of it', notHeldWhole(notHeld)]] as const) : []),
    ...(expectedOn ? ([['Expected on', inWords(expectedOn)]] as const) : []),
    ...(ownerName === undefined ? [] : ([['Responsible', ownerName]] as const)),
  )

export const offerLines = (partnership: Partnership, { offer }: Pick<Duty, 'offer'>): readonly CardBlock[] =>
  offer ? [text(notAcceptedYet(nameOf(partnership, offer.to)))] : []

/** Where a duty stands today, such as `overdue by 2 working days, refused by the young person`. */
export function dutyStandsAt({ due, notHeld }: Duty, today: Day, calendar: WorkingCalendar): string {
  const came = notHeld ? `, ${notHeldInWords[notHeld.kind]}` : ''
  if (due < today) return `${overdueInWords(due, today, calendar)}${came}`
  return `${due === today ? 'due today' : `due ${inWords(due)}`}${came}`
}

/** Of an assessment more can be recorded than that it is done. */
export const recordLabel: Readonly<Record<DutyKind, string>> = {
  'permanence-plan': 'It is recorded',
  'health-assessment': 'What came of it',
  'review-health-assessment': 'What came of it',
}

/** What an owner can answer. */
export const dutyButtons = ({ id, child, kind }: Duty): readonly Button[] => [
  button(recordLabel[kind], { ask: 'open-record-duty', duty: id }, 'primary'),
  button('Expected on', { ask: 'open-expect-duty', duty: id }),
  button('Not mine', { ask: 'open-pass-duty', duty: id }),
  button('We are stuck', { ask: 'open-raise-case', child, stuck: stuckWith[kind] }),
]

/** Of an owner who has handed it to somebody. */
export const offeringButtons = (duty: Duty): readonly Button[] => [
  ...dutyButtons(duty),
  button('Take it back', { ask: 'decline-duty', duty: duty.id }),
]

/** Of the person who is asked to take it on. */
export const offeredButtons = ({ id }: Duty): readonly Button[] => [
  button('I have it', { ask: 'accept-duty', duty: id }, 'primary'),
  button('Not mine', { ask: 'decline-duty', duty: id }),
  button('Which child?', { ask: 'open-duty', duty: id }),
]

const stuckWith = {
  'permanence-plan': 'permanence',
  'health-assessment': 'health-plan',
  'review-health-assessment': 'health-plan',
} as const

export const openButton = ({ id }: Duty): Button => button('Open', { ask: 'open-duty', duty: id })

export function dutyReminderCard(duty: Duty, reminding: Reminding): Card {
  const { as, ownerName, inPlaceOf, opens, today, calendar, offeredTo } = reminding
  const mine = as === 'owner'
  return card(
    `Child ${duty.ref}: ${dutyInWords[duty.kind]} ${dutyStandsAt(duty, today, calendar)}`,
    [
      text(mine ? toOwner(duty, reminding) : `${ownerName} is responsible for this. ${whyTold[as]}`),
      ...(inPlaceOf ? [text(`You are getting this because ${inPlaceOf} is away.`)] : []),
      ...(offeredTo ? [text(notAcceptedYet(offeredTo))] : []),
      ...(opens ? [dutyFacts(duty, mine && !inPlaceOf ? undefined : ownerName)] : []),
    ],
    mine
      ? [
          ...(offeredTo ? offeringButtons(duty) : dutyButtons(duty)),
          button('Which child?', { ask: 'open-duty', duty: duty.id }),
        ]
      : opens
        ? [openButton(duty)]
        : [],
  )
}

function toOwner({ notHeld }: Duty, reminding: Reminding): string {
  if (notHeld) return [toldToo(reminding, 'it is held'), askedWhenNotHeld].filter(Boolean).join(' ')
  if (reminding.rung === 'coming') return 'If it is already recorded, say so. The due date cannot be changed.'
  const asked = 'If it is recorded, say so. If it is stuck, raise it now.'
  return [toldToo(reminding, 'it is recorded'), asked].filter(Boolean).join(' ')
}

const askedWhenNotHeld = 'When you know more, say what came of it. It stays open until it is held.'

/** The same as one line of a digest. */
export function dutyLine(
  duty: Duty,
  { as, ownerName, inPlaceOf, opens, today, calendar, offeredTo }: Reminding,
): CardBlock {
  const whose = as === 'owner' && !inPlaceOf ? '' : `, with ${ownerName === 'Nobody' ? 'nobody' : ownerName}`
  const stands = `Child ${duty.ref}: ${dutyInWords[duty.kind]} ${dutyStandsAt(duty, today, calendar)}${whose}${offeredTo ? `. ${notAcceptedYet(offeredTo)}` : ''}`
  return opens ? row(stands, openButton(duty)) : text(stands)
}

export const passedOnCard = (duty: Duty, from: string): Card =>
  card(
    `Child ${duty.ref}: ${dutyInWords[duty.kind]} is now with you`,
    [text(`${from} has passed this on to you. If it is not yours, pass it on.`), dutyFacts(duty)],
    [...dutyButtons(duty), button('Which child?', { ask: 'open-duty', duty: duty.id })],
  )

export const recordedCard = (duty: Duty, by: string): Card =>
  card(
    `Child ${duty.ref}: ${dutyInWords[duty.kind]} recorded`,
    [text(`${by} has recorded that. You will get no more reminders about it.`)],
    [openButton(duty)],
  )

/** For an IRO who was told that it is overdue. */
export const notHeldCard = (duty: Duty, by: string): Card =>
  card(
    `Child ${duty.ref}: ${dutyInWords[duty.kind]} not held${duty.notHeld ? `, ${notHeldInWords[duty.notHeld.kind]}` : ''}`,
    [text(`${by} has recorded that. It is still open, and its reminders go on.`), dutyFacts(duty)],
    [openButton(duty)],
  )

type Names = { readonly owner: string; readonly offers: string }

/** The day has come by which an assessment was to be offered or asked for again. */
export function whatCameCard(duty: Duty, as: Reminding['as'], { owner, offers }: Names): Card {
  const asks = `${offers} was to offer it or ask for it again by then.`
  return card(
    `Child ${duty.ref}: ${dutyInWords[duty.kind]}, what came of it?`,
    [
      text(
        as === 'owner'
          ? `${asks} Please say what came of it.`
          : `${asks} ${owner} has not said what came of it. ${whyTold[as]}`,
      ),
      ...(as === 'coordinator' ? [] : [dutyFacts(duty, as === 'owner' ? undefined : owner)]),
    ],
    as === 'owner'
      ? [...dutyButtons(duty), button('Which child?', { ask: 'open-duty', duty: duty.id })]
      : as === 'coordinator'
        ? []
        : [openButton(duty)],
  )
}

/** For the person who was to do it, who has perhaps no part in the duty. */
export const offersAgainCard = ({ ref, kind }: Duty, { owner }: Names): Card =>
  card(`Child ${ref}: ${dutyInWords[kind]}, to be offered again`, [
    text(`You were to offer it or ask for it again by today. Please tell ${owner} what came of it, who records it.`),
  ])
