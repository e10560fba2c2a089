/** Tells a coordinator that messages lie on somebody's page, and that nothing tells that person so. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { card, text, type Card } from '../display/card.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'

export function unopenedCard({ name, phone }: Pick<PartnershipPerson, 'name' | 'phone'>, since: Date): Card {
  const contact = phone === undefined ? `Contact ${name} another way.` : `Call ${name} on ${phone}.`
  return card('Messages have not been read', [
    text(
      `${name} has messages since ${inWords(dayOf(since))}, on a page that they have not opened. ` +
        `Nothing tells them so: they have no chat that Unstuck knows, and it cannot send them emails. ${contact}`,
    ),
  ])
}
