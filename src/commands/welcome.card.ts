/** What somebody is told once, where they first meet the bot. */
import { whomToCall } from '../concerns/safeguarded.form.ts'
import { button, card, list, text, type Card } from '../display/card.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import { youAre } from '../people/you-are.ts'
import { commands, typedAs } from './commands.ts'

const offered: ReadonlySet<string> = new Set(['', 'mine', 'help'])

export function welcomeCard(partnership: Partnership, by: PartnershipPerson): Card {
  const [raise, ...others] = commands.filter(({ word }) => offered.has(word))
  return card(
    'Welcome to Unstuck',
    [
      text(
        `Unstuck is the bot of ${partnership.name}. It brings agencies together when the plan for a child in care is stuck, and sends reminders until it moves.`,
      ),
      text(youAre(partnership, by)),
      text('Who sees what you type:'),
      list([
        'Here in the chat: nobody. It is read as a command or not at all, and Unstuck keeps nothing of it.',
        'In a form: those who take part in the case. Each form says who they are. What you raise is shown to nobody else before it is confirmed.',
        'Who the child is stands in no message. It opens on demand, and each look is recorded.',
      ]),
      text(`${typedAs('help')} shows what you can ask.`),
      ...whomToCall(partnership.urgent),
    ],
    [
      ...(raise ? [button(raise.label, raise.ask, 'primary')] : []),
      ...others.map(({ label, ask }) => button(label, ask)),
    ],
  )
}
