/** Tells a successor what they take over. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { button, card, row, text, type Card } from '../display/card.ts'
import { calledHandover, type Handover } from './handover.ts'

/** Of several, one press for each: what one person held is read case by case, and child by child. */
export const takingOverCard = (handover: Handover, from: string, others: readonly Handover[] = []): Card =>
  others.length > 0 ? severalCard([handover, ...others], from) : oneCard(handover, from)

const oneCard = (handover: Handover, from: string): Card =>
  card(
    `${calledHandover(handover)}: you take over from ${from}`,
    [text('Read what is agreed and due, what the child said, and the next dates. Then say that you have it.')],
    [button('Read where it stands', { ask: 'open-taking-over', handover: handover.id }, 'primary')],
  )

const severalCard = (handovers: readonly Handover[], from: string): Card =>
  card(`You take over ${handovers.length} cases or children from ${from}`, [
    text('For each, read what is agreed and due, what the child said, and the next dates. Then say that you have it.'),
    ...handovers.map((one) =>
      row(calledHandover(one), button('Read where it stands', { ask: 'open-taking-over', handover: one.id })),
    ),
  ])

/** For the coordinators, who do not see the case by this. */
export const notTakenUpCard = (handover: Handover, name: string): Card =>
  card(`${calledHandover(handover)}: not taken on yet`, [
    text(
      `${name} was given this on ${inWords(dayOf(handover.at))} and has not said "I have it". ` +
        'Ask whether they can take it on.',
    ),
  ])
