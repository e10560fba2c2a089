/** What is said when a case has another social worker, or an IRO where it had none. */
import type { Case } from '../cases/case.ts'
import { button, card, text, type Card } from '../display/card.ts'

/** Also for coordinators, where the case has no IRO: its reference and a name, and nothing of the case. */
export const socialWorkerChangedCard = ({ ref }: Case, name: string): Card =>
  card(`Case ${ref}: ${name} is the social worker now`, [
    text('What waited for the social worker of this case waits for them.'),
  ])

export const iroNowCard = ({ ref, id }: Case): Card =>
  card(
    `Case ${ref}: you are its IRO now`,
    [text('The case had no IRO before. You do not need to do anything now.')],
    [button('Open the case', { ask: 'open-case', case: id })],
  )
