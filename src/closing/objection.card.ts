/** What is said when somebody who raised a case does not agree that it was closed. */
import type { Case, Raising } from '../cases/case.ts'
import { button, card, facts, text, type Card } from '../display/card.ts'
import type { Cleared } from '../display/typed.ts'

export const objectionCard = ({ ref }: Case, { id }: Raising): Card =>
  card(
    `Case ${ref}: somebody does not agree that it is closed`,
    [
      text(
        'A person who raised this case does not agree. They wait for your answer: it stays closed, or it is raised again.',
      ),
    ],
    [button('Read and answer', { ask: 'open-answer-objection', raising: id }, 'primary')],
  )

/** For the coordinators: its reference, and nothing of the case. */
export const objectionWaitsCard = ({ ref }: Case): Card =>
  card(`Case ${ref}: an objection to its closing has no answer`, [
    text(
      'A person who raised this case does not agree that it was closed. The IRO was asked twice. Please ask what is in the way.',
    ),
  ])

export const objectionAnsweredCard = (outcome: 'closed' | 'raised-again', told: Cleared): Card =>
  card('An answer: you did not agree that a case was closed', [
    text(
      outcome === 'closed'
        ? 'The Independent Reviewing Officer has read what you wrote. The case stays closed.'
        : 'The Independent Reviewing Officer has read what you wrote. What you raised has been raised again.',
    ),
    facts(['Answer', told]),
  ])
