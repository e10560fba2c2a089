/** What is said when a case has another social worker, or an IRO where it had none. */
import type { Case } from '../cases/case.ts'
import { button, card, text, type Card } from '../display/card.ts'

/** Also for coordinators, where the case has no IRO: its reference and a name, and nothing of the case. */
export const socialWorkerChangedCard = ({ ref }: Case, name: string): Card =>
  card(`Case ${ref}: ${name} is now the social worker`, [
    text('Anything the social worker still has to do is now with them.'),
  ])

export const iroNowCard = ({ ref, id }: Case): Card =>
  card(
    `Case ${ref}: you are now its IRO`,
    [text('The case had no IRO before. You do not need to do anything now.')],
    [button('Open the case', { ask: 'open-case', case: id })],
  )
